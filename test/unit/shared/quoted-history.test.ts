import fc from 'fast-check';
import { splitQuotedText } from '../../../nodes/shared/text/quoted-history';
import { splitSignature } from '../../../nodes/shared/text/small-print';
import { tokens } from '../../../nodes/shared/text/tokens';
import { mailText } from '../../../nodes/shared/text/mail-text';

/** Lines that mail programs make, and lines that only look like them. */
const MARKS = [
	'Van: Jan de Vries <jan@x.example>',
	'*Van:* Jan',
	'Verzonden: maandag 2 maart 2026 16:05',
	'Aan: Dienstencentrum',
	'Onderwerp: RE: Lift',
	'From: Tom',
	'Sent: Monday, March 2, 2026 4:05 PM',
	'Subject: Lift',
	'Van: kamer 3.14',
	'-----Oorspronkelijk bericht-----',
	'---------- Forwarded message ---------',
	'Begin doorgestuurd bericht:',
	'________________________________',
	'Op ma 2 mrt 2026 om 16:05 schreef Jan <jan@x.example>:',
	'Op ma 2 mrt 2026 om 16:05 schreef Jan <',
	'jan@x.example>:',
	'On Mon, Mar 2, 2026 at 4:05 PM Tom wrote:',
	'Op maandag schreef ik u',
	'>>> "Jan" <jan@x.example> 2-3-2026 16:05 >>>',
	'> De lift is stuk',
	'>> Al een week',
	'> 30 graden',
	'-- ',
	'Verstuurd vanaf mijn iPhone',
	'Dit bericht kan informatie bevatten die niet voor u is bestemd.',
	'Met vriendelijke groet,',
	'De lamp in 2.14 is stuk.',
	'',
];
const line = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...MARKS) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);
const mailBody = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));

const filled = (text: string) =>
	text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((one) => one.trim())
		.filter(Boolean);

/** Whether `part` is left when lines are struck from `whole`: every line is there, in its order. */
function keepsOrder(part: readonly string[], whole: readonly string[]): boolean {
	let at = 0;
	for (const one of whole) if (part[at] === one) at++;
	return at === part.length;
}

describe('separating new text from history', () => {
	it('loses no line and adds none, and keeps the order on both sides', () => {
		fc.assert(
			fc.property(mailBody, (body) => {
				const { text, quotedText } = splitQuotedText(body);
				const all = filled(body);
				expect([...filled(text), ...filled(quotedText)].sort()).toEqual([...all].sort());
				expect(keepsOrder(filled(text), all)).toBe(true);
				expect(keepsOrder(filled(quotedText), all)).toBe(true);
			}),
			{ numRuns: 500 },
		);
	});

	it('finds nothing to separate in what it has separated', () => {
		fc.assert(
			fc.property(mailBody, (body) => {
				const { text } = splitQuotedText(body);
				const again = splitQuotedText(text);
				// Taking quoted lines out can bring two lines together that mean something as neighbours.
				expect([...filled(again.text), ...filled(again.quotedText)].sort()).toEqual(filled(text).sort());
			}),
		);
	});
});

describe('separating the signature', () => {
	it('loses no line, adds none, and leaves a text', () => {
		fc.assert(
			fc.property(mailBody, (body) => {
				const { text, signature } = splitSignature(body);
				expect([...filled(text), ...filled(signature)].sort()).toEqual(filled(body).sort());
				expect(text === '' && filled(body).length > 0).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});
});

/** Each is repeated to 200 kB; what is not linear in it does not end within the time a test gets. */
const HOSTILE = [
	...[
		'Van: ',
		'Van: a\n',
		'>',
		'> ',
		' ',
		'\t',
		'\n',
		'-',
		'--',
		'_',
		'*',
		'<',
		'@',
		':',
		'.',
		'1',
		'1.',
		'1,1 ',
	],
	...[
		'Op a schreef ',
		'Op a schreef\n',
		'On x wrote:\n\n',
		'Op 1 maart 10:00 heeft ',
		'>>> a',
		'>>>',
		'-- \n',
	],
	...[
		'Van: x Verzonden: ',
		'Aan: a@b;\n',
		'________________________________\n',
		'a@',
		'<a@b',
		'Sent from my ',
	],
	...[
		'Dit bericht is ',
		'disclaimer\n',
		'groet ',
		'a.',
		'Jan ',
		'https://',
		'-----Original Message',
		'\u00a0',
		'\u200b',
	],
];

describe('a text that is meant to keep the reader busy', () => {
	it.each(HOSTILE)('is read all the same: %j', (piece) => {
		const body = piece.repeat(Math.ceil(200_000 / piece.length));
		const { text, quotedText } = splitQuotedText(body);
		const { signature } = splitSignature(text);
		expect(text.length + quotedText.length).toBeLessThanOrEqual(body.length + 1);
		expect(signature.length).toBeLessThanOrEqual(body.length);
		expect(Array.isArray(tokens(body))).toBe(true);
		expect(typeof mailText({ subject: piece.repeat(1000), text: body }).body).toBe('string');
	});
});
