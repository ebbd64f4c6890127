import fc from 'fast-check';
import { unzipSync, strFromU8 } from 'fflate';
import { completenessOf } from '../../../nodes/Pdc/quality/completeness';
import { stalenessOf } from '../../../nodes/Pdc/quality/staleness';
import { importCatalogue } from '../../../nodes/Pdc/import/import-catalogue';
import { asPlainCell, fromPlainCell } from '../../../nodes/shared/tables/plain-cell';
import { readFile } from '../../../nodes/shared/tables/read-file';
import { cataloguePage } from '../../../nodes/Pdc/publish/catalogue-page';
import { catalogueXlsx } from '../../../nodes/Pdc/publish/catalogue-xlsx';
import { published } from '../../../nodes/Pdc/publish/published';
import { pdcItemSchema, type PdcItemInput } from '../../../nodes/shared/domain/pdc/item';
import { importTestCatalogue } from '../../support/pdc';
import { registerPerTest } from '../../support/pdc-register';

const at = registerPerTest();
const TODAY = '2026-11-24';
const style = { organisation: 'Dienstencentrum', department: '', signature: '', colour: '#154273' };
const item = (fields: Partial<PdcItemInput> = {}) =>
	pdcItemSchema.parse({ code: 'X-1', name: 'Lunch', supplier: 'FMH', ...fields });

const csv = (...lines: string[]) => ({ name: 'pdc.csv', content: Buffer.from(lines.join('\r\n')) });
const importLines = async (...lines: string[]) =>
	await importCatalogue(at.pdc, await readFile(csv(...lines)), { by: 'test' });

describe('the catalogue made for the project', () => {
	it('is taken over whole, and a second time changes nothing', async () => {
		const first = await importTestCatalogue(at.register);
		expect(first.added.length).toBeGreaterThanOrEqual(120);
		expect(first.problems).toEqual([]);
		const second = await importTestCatalogue(at.register);
		expect(second).toMatchObject({ added: [], changed: [], problems: [] });
		expect(second.unchanged).toEqual(first.added);
	});

	it('has gaps as catalogues have, of every kind', async () => {
		await importTestCatalogue(at.register);
		const all = (await at.pdc.items.list()).map(({ content }) => completenessOf(content));
		const incomplete = all.filter(({ complete }) => !complete);
		expect(incomplete.length / all.length).toBeGreaterThan(0.2);
		expect(incomplete.length / all.length).toBeLessThan(0.6);
		expect(new Set(all.flatMap(({ missing }) => missing)).size).toBeGreaterThanOrEqual(3);
		expect(all.some(({ withoutOwner }) => withoutOwner)).toBe(true);
		expect(new Set(all.flatMap(({ empty }) => empty.map(({ part }) => part))).size).toBeGreaterThanOrEqual(4);
	});
});

describe('completeness', () => {
	const full = {
		description: 'Belegde broodjes voor een vergadering.',
		quality: '95% is op tijd.',
		ordering: 'Vraag aan via het selfserviceportaal.',
		delivery: 'Staat om 12.00 uur klaar.',
		support: 'Bel 070-5550101.',
	};

	it('misses nothing in an item that has the five things', () => {
		expect(completenessOf(item(full))).toMatchObject({ complete: true, missing: [], empty: [] });
	});

	it.each([
		...[
			'Zie intranet',
			'zie  Intranet.',
			'n.v.t.',
			'N.V.T',
			'nvt',
			'op aanvraag',
			'Op aanvraag / n.v.t.',
			'-',
			'?',
		],
		...['volgt nog', 'Nader te bepalen', 'conform SLA', 'In overleg.', 'idem', 'xxx', 'zie SLA', 'tbd'],
	])('sees that "%s" says nothing', (phrase) => {
		expect(completenessOf(item({ ...full, quality: phrase }))).toMatchObject({
			complete: false,
			empty: [{ part: 'quality', text: phrase.replace(/ +/g, ' ') }],
		});
	});

	it.each([
		'Op aanvraag binnen 2 dagen',
		'Zie intranet voor het rooster van maandag',
		'Geen levering in augustus',
	])('lets "%s" count', (text) =>
		expect(completenessOf(item({ ...full, delivery: text })).complete).toBe(true),
	);

	it('wants to know where a customer can go', () => {
		expect(completenessOf(item({ ...full, support: 'Wij helpen u graag verder.' })).empty).toHaveLength(1);
	});
});

describe('staleness', () => {
	const judged = async (events = {}) => {
		const version = await at.pdc.items.get('X-1');
		return stalenessOf(version, events, at.pdc.now(), 365);
	};
	beforeEach(async () => void (await at.pdc.items.put(item(), { by: 'test', reason: 'begin' })));

	it('comes when nobody looks for long, and goes when somebody does', async () => {
		at.later(365);
		expect(await judged()).toMatchObject({ stale: false, daysSinceReview: 365 });
		at.later(1);
		expect((await judged()).stale).toBe(true);
		await at.pdc.events.add('X-1', 'beoordeeld', 'an');
		expect(await judged((await at.pdc.events.last()).get('X-1'))).toMatchObject({
			stale: false,
			daysSinceReview: 0,
		});
	});

	it('comes when the supplier changed something, until a version or a review after that', async () => {
		at.later(1);
		await at.pdc.events.add('X-1', 'gewijzigd bij leverancier', 'FMH');
		expect(await judged((await at.pdc.events.last()).get('X-1'))).toMatchObject({ stale: true });
		at.later(1);
		await at.pdc.items.put(item({ price: '€ 1' }), { by: 'test', reason: 'overgenomen' });
		expect(await judged((await at.pdc.events.last()).get('X-1'))).toMatchObject({ stale: false });
	});
});

describe('import', () => {
	it('says of everything that was not understood where it is, why, and what to do', async () => {
		const report = await importLines(
			'Nummer;Titel;Leverancier;Portfoliomanager;Link;Geldig tot;Kleur',
			'A-1;Lunch;FMH;an@dc.example;https://a.example/;31-12-2026;rood',
			'A-2;;FMH;;;;',
			'A-3;Zaal;Facilitair BV;bo;www.a.example;31-13-2026;',
			'A-1;Lunch nog eens;FMH;;;;',
		);
		expect(report.added).toEqual(['A-1']);
		expect(report.problems.map(({ line, column, skipped }) => [line, column, skipped])).toEqual([
			[1, 'Kleur', false],
			[3, 'Titel', true],
			[4, 'Leverancier', false],
			[4, 'Portfoliomanager', false],
			[4, 'Link', false],
			[4, 'Geldig tot', false],
			[4, null, true],
			[5, 'Nummer', true],
		]);
		for (const { why, whatToDo } of report.problems) expect(why && whatToDo).toBeTruthy();
		expect((await at.pdc.items.get('A-1')).content).toMatchObject({
			owner: 'an@dc.example',
			validUntil: '2026-12-31',
			links: ['https://a.example/'],
		});
	});

	it('reads what a Dutch Excel saves as CSV, a page with a table, and an Excel file alike', async () => {
		const latin = Buffer.from(
			'Code,Naam,Leverancier,Prijs\r\nA-1,Café-arrangement,FMH,"€ 1,50"\r\n',
			'latin1',
		);
		latin[latin.indexOf(0xac)] = 0x80;
		const page =
			'<html><table><tr><th>Code<th>Naam<th>Prijs</tr><tr><td>A-1<td>Café-<b>arrangement</b><td>&euro; 1,50</tr></table>';
		const xlsx = await catalogueXlsx([
			{ ...item({ code: 'A-1', name: 'Café-arrangement' }), version: 1, changedAt: TODAY },
		]);
		for (const content of [latin, Buffer.from(page), xlsx]) {
			const { headings, rows } = await readFile({ name: 'pdc', content });
			expect(headings.slice(0, 2)).toEqual(['Code', 'Naam']);
			expect(rows[0]!.cells.slice(0, 2)).toEqual(['A-1', 'Café-arrangement']);
		}
	});

	it.each([
		['an Excel file of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'before 2007'],
		['a broken Excel file', Buffer.from('PK\u0003\u0004 kapot'), 'cannot be read'],
		['a text without a table', Buffer.from('Zomaar een brief'), 'has no table'],
	])('refuses %s', async (_what, content, message) => {
		await expect(readFile({ name: 'x', content })).rejects.toThrow(message);
	});

	it('leaves alone what the file has no column for, and overwrites nothing', async () => {
		await at.pdc.items.put(item({ price: '€ 1', quality: 'Goed' }), { by: 'an', reason: 'begin' });
		await importLines('Code;Naam;Prijs', 'X-1;Lunch;€ 2');
		expect(await at.pdc.items.history('X-1')).toMatchObject([
			{ version: 2, content: { price: '€ 2', quality: 'Goed', supplier: 'FMH' } },
			{ version: 1, content: { price: '€ 1' } },
		]);
	});
});

describe('publication', () => {
	const versions = async (...items: Array<ReturnType<typeof item>>) => {
		for (const one of items) await at.pdc.items.put(one, { by: 'test', reason: 'begin' });
		return published(await at.pdc.items.list(), TODAY);
	};

	it('has what can be had today', async () => {
		const items = await versions(
			item({ code: 'NU', validFrom: TODAY, validUntil: TODAY }),
			item({ code: 'NOG-NIET', validFrom: '2026-11-25' }),
			item({ code: 'NIET-MEER', validUntil: '2026-11-23' }),
		);
		expect(items.map(({ code }) => code)).toEqual(['NU']);
	});

	it('says on the page what is not known, shows no script, and links every portfolio', async () => {
		const items = await versions(
			item({ name: '<script>alert(1)</script>', quality: 'zie intranet', portfolio: 'Catering' }),
		);
		const { html } = cataloguePage(items, { contact: 'het Dienstencentrum', now: at.pdc.now() }, style);
		expect(html).not.toContain('<script');
		expect(html).toContain('&lt;script&gt;');
		expect(html).not.toContain('zie intranet');
		expect(html).toContain('Nog niet bekend. Vraag het aan het Dienstencentrum.');
		expect(html).toContain('<a href="#portfolio-0">Catering</a> (1)');
	});

	it('never has a formula in the Excel file, and is read back as it was', async () => {
		const nasty = ['=HYPERLINK("https://x")', '+31 70', '-5%', '@SUM(A1)', 'gewoon'];
		const items = await versions(...nasty.map((price, index) => item({ code: `X-${index}`, price })));
		const file = await catalogueXlsx(items);
		const parts = unzipSync(file);
		const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
		expect(sheet).not.toContain('<f>');
		const { rows, headings } = await readFile({ name: 'x', content: file });
		const prices = rows.map(({ cells }) => cells[headings.indexOf('Prijs')]!);
		for (const price of prices) expect(price).not.toMatch(/^[=+\-@]/);
		await importCatalogue(at.pdc, { headings, rows }, { by: 'test' });
		expect((await at.pdc.items.list()).map(({ content, version }) => [content.price, version])).toEqual(
			nasty.map((price) => [price, 1]),
		);
	});

	it('neutralises every text without losing it', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(asPlainCell(text)).not.toMatch(/^[=+\-@\t\r]/);
				expect(fromPlainCell(asPlainCell(text))).toBe(text);
			}),
		);
	});
});
