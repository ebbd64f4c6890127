import fc from 'fast-check';
import { z } from 'zod/v4';
import { contrast, inkOn } from '../../../nodes/shared/pages/contrast';
import type { Field } from '../../../nodes/shared/pages/fields';
import { formErrors, formPage, type FormContent } from '../../../nodes/shared/pages/form-page';
import { markup } from '../../../nodes/shared/pages/markup';
import { refusalPage, thanksPage } from '../../../nodes/shared/pages/message-page';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';

const style = houseStyleSchema.parse({
	organisation: 'Dienstencentrum',
	department: 'Klantcontact',
	signature: 'Telefoon 070 123 45 67\nMaandag tot en met vrijdag',
});

const fields: Field[] = [
	{
		kind: 'choice',
		name: 'antwoord',
		label: 'Bent u tevreden?',
		options: [
			{ value: 'ja', label: 'Ja' },
			{ value: 'nee', label: 'Nee' },
		],
	},
	{ kind: 'text', name: 'toelichting', label: 'Toelichting', hint: 'Niet verplicht.', maxCharacters: 2_000 },
	{ kind: 'line', name: 'naam', label: 'Naam', maxCharacters: 100 },
];
const form: FormContent = {
	title: 'Uw mening',
	paragraphs: ['Uw melding is afgesloten.'],
	fields,
	submit: 'Verstuur',
};

/** All tags in order, without what stands in their attributes. */
const tags = (page: string) =>
	[...page.replace(/<style>.*?<\/style>/s, '').matchAll(/<(\/?[a-z][a-z0-9]*)[^>]*>/g)].map(([, tag]) => tag);

describe('every page', () => {
	it('is in Dutch, with its title and the organisation', () => {
		const { status, html: written } = formPage(form, style);
		expect(status).toBe(200);
		expect(written).toContain('<html lang="nl">');
		expect(written).toContain('<title>Uw mening - Dienstencentrum</title>');
		expect(written).toContain('<h1>Uw mening</h1>');
		expect(written).toContain('Telefoon 070 123 45 67<br>Maandag tot en met vrijdag');
	});

	it('needs no organisation', () => {
		const { html: written } = thanksPage(['Klaar.'], houseStyleSchema.parse({}));
		expect(written).toContain('<title>Bedankt</title>');
		expect(tags(written)).not.toContain('footer');
	});

	it('has no script and nothing from elsewhere, and may not be kept, framed or indexed', () => {
		const { html: written, headers } = formPage(form, style);
		expect(written).not.toMatch(/<script|<link|<img|<iframe|https?:|\son\w+=|url\(/i);
		expect(headers).toMatchObject({
			'content-type': 'text/html; charset=utf-8',
			'referrer-policy': 'no-referrer',
			'x-robots-tag': 'noindex, nofollow',
			'x-frame-options': 'DENY',
			'cache-control': 'no-store',
		});
		expect(headers['content-security-policy']).toMatch(
			/^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
		);
	});

	it.each(['expired', 'used', 'invalid'] as const)('says what to do with a link that is %s', (why) => {
		const { status, html: written } = refusalPage(why, style);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(written).toContain('e-mail');
		expect(tags(written)).not.toContain('form');
	});
});

describe('a form', () => {
	it('posts to its own address and gives back what was filled in', () => {
		const values = { antwoord: 'nee', toelichting: 'Het duurde\nlang', naam: 'Jan' };
		const { html: written } = formPage({ ...form, values }, style);
		expect(written).toContain('<form method="post" novalidate>');
		expect(written).toContain('value="nee" checked');
		expect(written).not.toContain('value="ja" checked');
		expect(written).toContain('>\nHet duurde\nlang</textarea>');
		expect(written).toContain('value="Jan"');
	});

	it('starts with what is wrong, and leads to it', () => {
		const errors = [{ field: 'antwoord', message: 'Kies ja of nee' }];
		const { status, html: written } = formPage({ ...form, errors }, style);
		expect(status).toBe(422);
		expect(written).toContain('<title>Fout: Uw mening');
		expect(written).toContain('<a href="#veld-antwoord-0">Kies ja of nee</a>');
		expect(written).toContain('id="veld-antwoord-0"');
		expect(written).toContain('<fieldset class="wrong" aria-describedby="veld-antwoord-fout">');
		expect(written.indexOf('class="summary"')).toBeLessThan(written.indexOf('<form'));
	});

	it('takes its errors from a schema, one for each field', () => {
		const schema = z.object({ antwoord: z.enum(['ja', 'nee'], 'Kies ja of nee'), naam: z.string('Vul in') });
		expect(formErrors(schema.safeParse({}).error!)).toEqual([
			{ field: 'antwoord', message: 'Kies ja of nee' },
			{ field: 'naam', message: 'Vul in' },
		]);
	});

	it('keeps its structure whatever stands in it', () => {
		const text = fc.oneof(
			fc.string(),
			fc.constantFrom(
				'</textarea><script>x()</script>',
				'" onfocus="x()',
				"'><a href=//x>",
				'</style>',
				'&lt;b',
			),
		);
		fc.assert(
			fc.property(fc.array(text, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, g, h]) => {
				const filled = (words: string[]): FormContent => ({
					title: words[0]!,
					paragraphs: [words[1]!],
					fields: [
						{
							kind: 'choice',
							name: 'k',
							label: words[2]!,
							options: [{ value: words[3]!, label: words[4]! }],
						},
						{ kind: 'text', name: 't', label: 'T', hint: `.${words[5]!}`, maxCharacters: 9 },
						{ kind: 'line', name: 'r', label: 'R', maxCharacters: 9 },
					],
					submit: words[6]!,
					values: { t: words[7]!, r: words[7]! },
					errors: [{ field: 't', message: `.${words[5]!}` }],
				});
				const hostile = formPage(filled([a!, b!, c!, d!, e!, f!, g!, h!]), style).html;
				expect(tags(hostile)).toEqual(tags(formPage(filled(Array<string>(8).fill('x')), style).html));
				expect(hostile).not.toMatch(/<script|<a href=\/|"\s+onfocus/);
			}),
		);
	});
});

describe('colours', () => {
	it('are measured as WCAG says', () => {
		expect(contrast('#000000', '#ffffff')).toBe(21);
		expect(contrast('#ffffff', '#ffffff')).toBe(1);
		expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
	});

	it('leave text readable on any house colour', () => {
		const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
		fc.assert(
			fc.property(colour, (house) => {
				expect(contrast(house, inkOn(house))).toBeGreaterThanOrEqual(4.5);
			}),
			{ numRuns: 1_000 },
		);
	});
});

it('escapes what is filled in, and not what is markup of ours', () => {
	const inner = markup`<i>${'&'}</i>`;
	expect(markup`<p title="${'"'}">${'<b>'}${inner}${[1, ' ', null, false]}</p>`.html).toBe(
		'<p title="&quot;">&lt;b&gt;<i>&amp;</i>1 </p>',
	);
});
