import fc from 'fast-check';
import { bundleFile, type Format } from '../../../nodes/SignalRegister/bundle/file';
import { toLine, HEADINGS } from '../../../nodes/SignalRegister/bundle/lines';
import { importList, type ImportOptions } from '../../../nodes/SignalRegister/import/import-list';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../../nodes/shared/domain/codebook';
import { messageSettingsSchema } from '../../../nodes/shared/domain/updates/settings';
import type { Signal, Status } from '../../../nodes/shared/domain/signal';
import { openDatabase } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { readMoment } from '../../../nodes/shared/tables/read-moment';
import { readSheets } from '../../../nodes/shared/tables/read-file';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const NOW = new Date('2026-11-02T10:00:00Z');
const claim = { by: 'test', minutes: 10 };

const OLD_LIST = [
	'Maandbundel oktober 2026;;;;;;;;',
	'',
	'Datum;Klant;Leverancier;Onderwerp;Klacht;Categorie;Actie genomen;Status;Ruimte',
	'5-10-2026;Jan;FM Haaglanden;Koffie;"Koffie is koud\nen slap";Klacht;Gebeld met FMH;Afgehandeld;B12',
	'46300;Piet;;Printer;Papier zit vast;storing;;open;',
	'2026-10-07T13:15;An;xerox;;De toner is op;;;;',
	'gisteren;Kees;FMH;Lift;Lift staat stil;Kapot;;;',
	';;;;;;;;C3',
].join('\r\n');

onEveryDatabase(({ fresh }) => {
	const open: Register[] = [];
	let settings: RegisterSettings;
	const newRegister = async () => {
		settings = await fresh();
		const register = await Register.open(settings, () => NOW);
		open.push(register);
		return register;
	};
	let register: Register;
	beforeEach(async () => (register = await newRegister()));
	afterEach(async () => await Promise.all(open.splice(0).map(async (one) => await one.close())));

	const take = async (
		content: Buffer | string,
		options: Partial<ImportOptions> = {},
		into = register,
		name = 'oud.csv',
	) =>
		await importList(into, await readSheets({ name, content: Buffer.from(content) }), {
			actor: 'Petra',
			fileName: name,
			mapping: {},
			values: {},
			statusWhenEmpty: 'afgesloten',
			now: NOW,
			...options,
		});
	const rowsOf = (lines: ReadonlyArray<{ row: number }>) => lines.map(({ row }) => row);

	it('takes an old list over, and says of every line what became of it', async () => {
		const report = await take(OLD_LIST);
		expect(report.summary).toBe('3 regels geregistreerd, 0 regels stonden er al, 2 regels niet begrepen.');
		expect(rowsOf(report.registered)).toEqual([4, 5, 6]);
		expect(report.above).toEqual([{ sheet: null, row: 1, cells: expect.any(Array) as string[] }]);
		const [coffee, printer, toner] = await Promise.all(
			report.registered.map(async ({ reference }) => await register.get(reference)),
		);
		expect(coffee).toMatchObject({
			source: { kind: 'import', receivedAt: '2026-10-04T22:00:00.000Z' },
			customer: { name: 'Jan', email: null },
			subject: 'Koffie',
			text: 'Koffie is koud\nen slap',
			classification: { category: 'klacht', supplier: 'FMH', review: false, decidedBy: 'rule:import' },
			status: 'afgesloten',
			actions: [
				{ kind: 'geregistreerd' },
				{ kind: 'notitie', at: '2026-10-04T22:00:00.000Z', text: 'Gebeld met FMH', actor: 'Petra' },
				{ kind: 'notitie', text: 'Stond in oud.csv, regel 4. Andere kolommen: Ruimte: B12.' },
			],
		});
		expect(printer).toMatchObject({
			source: { receivedAt: '2026-10-04T22:00:00.000Z' },
			status: 'in behandeling',
			classification: { supplier: 'onbekend', review: true },
		});
		expect(toner).toMatchObject({
			source: { receivedAt: '2026-10-07T11:15:00.000Z' },
			subject: 'De toner is op',
			classification: { category: 'overig', supplier: 'Xerox', review: false },
			status: 'afgesloten',
		});
		expect(await register.search({ contains: 'toner' })).toHaveLength(1);
	});

	it('gives what it did not understand back whole, with the reason and what to do', async () => {
		const { notUnderstood } = await take(OLD_LIST);
		expect(notUnderstood).toEqual([
			{
				sheet: null,
				row: 7,
				problems: [
					{
						column: 'Datum',
						why: '"gisteren" is geen datum',
						whatToDo: expect.stringContaining('24-11-2026') as string,
					},
					{
						column: 'Categorie',
						why: '"Kapot" is hier niet bekend',
						whatToDo: expect.stringContaining('storing, klacht') as string,
					},
				],
				cells: expect.objectContaining({
					Datum: 'gisteren',
					Klacht: 'Lift staat stil',
					Klant: 'Kees',
				}) as object,
			},
			{
				sheet: null,
				row: 8,
				problems: [
					expect.objectContaining({ why: 'De datum ontbreekt' }),
					expect.objectContaining({ why: 'Er staat niet wat er is gemeld' }),
				],
				cells: expect.objectContaining({ Ruimte: 'C3' }) as object,
			},
		]);
	});

	it.each([
		['in winter', '2-11-2026 10:00', '2-11-2026', '1-11-2026 23:59'],
		['in summer', '6-7-2026 10:00', '6-7-2026', '5-7-2026'],
		['after midnight', '6-7-2026 0:30', '6-7-2026', '5-7-2026 23:59'],
		['where the clock changes', '25-10-2026 23:30', '25-10-2026', '24-10-2026 23:30'],
	])('takes what was closed on the day it came in, and not before, %s', async (_when, came, same, before) => {
		const lines = [same, before].map((closed) => `${came};Jan;Lift;Lift staat stil;afgesloten;${closed}`);
		const report = await take(
			['Ontvangen;Klant;Onderwerp;Omschrijving;Status;Afgesloten op', ...lines].join('\n'),
		);
		expect(rowsOf(report.registered)).toEqual([2]);
		expect(report.notUnderstood).toMatchObject([
			{ row: 3, problems: [{ column: 'Afgesloten op', why: 'Het is eerder afgesloten dan ontvangen' }] },
		]);
		const db = await openDatabase(settings);
		const [facts] = await db.selectFrom('report_facts').select('lead_days').execute();
		await db.destroy();
		expect(facts).toEqual({ lead_days: 0 });
	});

	it('takes each line once, also when it was worked on since, twice in the list, or forgotten', async () => {
		const first = await take(OLD_LIST);
		const worked = OLD_LIST.replace('Afgehandeld', 'heropend').replace('Gebeld met FMH', 'Nogmaals gebeld');
		const again = await take(`${worked}\r\n${worked.split('\r\n')[3]}`);
		expect(again.registered).toEqual([]);
		expect(rowsOf(again.alreadyThere)).toEqual([4, 5, 6, 9]);
		const { reference } = first.registered[0]!;
		expect(again.alreadyThere[3]).toMatchObject({ reference });
		const terms = { writtenDays: 1, identityDays: 1, linkDays: 1, accessLogDays: 1, limit: 10 };
		await register.personalData.applyRetention(terms);
		expect((await register.get(reference)).text).toBe('(verwijderd)');
		expect((await take(OLD_LIST)).registered).toEqual([]);
		expect((await register.get(reference)).text).toBe('(verwijderd)');
	});

	it('goes by own names of columns and own words', async () => {
		const list = 'Dag;Wat;Van wie;Hoe;Weg\n1-10-2026;Stoel stuk;jan@x.example;in de wacht;geheim';
		expect(await take(list)).toMatchObject({ registered: [], notUnderstood: [{ row: 1 }, { row: 2 }] });
		const report = await take(list, {
			mapping: { dag: 'receivedAt', wat: 'text', 'van wie': 'email', hoe: 'status', weg: '' },
			values: { 'In de wacht': 'in behandeling' },
		});
		const signal = await register.get(report.registered[0]!.reference);
		expect(signal).toMatchObject({
			status: 'in behandeling',
			customer: { email: 'jan@x.example' },
			classification: null,
		});
		expect(JSON.stringify(signal)).not.toContain('geheim');
	});

	it('lets nobody hear of it, and counts what was closed', async () => {
		const email = 'Datum;E-mail;Klacht;Soort;Leverancier;Status;Afgesloten op\n';
		const lines = [
			'1-9-2026;jan@x.example;Stoel stuk;storing;FMH;in behandeling;',
			'1-9-2026;piet@x.example;Lamp stuk;storing;FMH;afgesloten;8-9-2026',
			'2-9-2026;an@x.example;Raam stuk;storing;FMH;afgesloten;',
		];
		await take(email + lines.join('\n'));
		const settings = messageSettingsSchema.parse({
			quiet: { from: '00:00', until: '00:00', onDaysOff: false },
		});
		expect(await register.updates.due(settings, { by: 'x', minutes: 1 }, 10)).toEqual([]);
		expect(await register.updates.silentSuppliers(10)).toEqual([]);
		const sampling = { percentage: 100, closedForHours: 0, closedWithinDays: 14, oncePerDays: 1, limit: 9 };
		expect(await register.satisfaction.candidates(sampling)).toEqual([]);
		const scope = { supplier: 'FMH', from: '2026-09-01', until: '2026-10-01' };
		expect(await register.reports.closed(scope)).toEqual(
			expect.arrayContaining([
				{ supplier: 'FMH', category: 'storing', days: 5, reopened: 0, count: 1 },
				{ supplier: 'FMH', category: 'storing', days: null, reopened: 0, count: 1 },
			]),
		);
		expect((await register.reports.openAt('FMH', '2026-10-01')).map(({ day }) => day)).toEqual([
			'2026-09-01',
		]);
	});

	describe('a bundle of our own', () => {
		const words = fc.oneof(
			fc.string({ unit: 'grapheme', maxLength: 60 }),
			fc.constantFrom(
				'=1+1',
				"'=1+1",
				"''@x",
				'＝SOM(A1)',
				'a;b"c',
				'regel 1\nregel 2',
				'-',
				"'",
				'0012',
				'1e5',
			),
		);
		const one = fc.record({
			subject: words,
			text: words.map((text) => `${text}.`),
			name: fc.option(words.map((name) => `N${name}`)),
			email: fc.option(fc.constantFrom('jan@x.example', 'an.de+wit@y.example')),
			received: fc.date({ min: new Date('2024-01-01'), max: NOW, noInvalidDate: true }),
			category: fc.constantFrom(...CATEGORIES),
			also: fc.uniqueArray(fc.constantFrom(...CATEGORIES), { maxLength: 3 }),
			supplier: fc.constantFrom(...SUPPLIERS),
			urgency: fc.constantFrom(...URGENCIES),
			sentiment: fc.constantFrom(...SENTIMENTS),
			status: fc.constantFrom<Status>('in behandeling', 'opgelost', 'afgesloten', 'doorgezet'),
			ticket: fc.boolean(),
		});
		type Example = typeof one extends fc.Arbitrary<infer T> ? T : never;

		async function fill(source: Register, examples: readonly Example[]): Promise<Signal[]> {
			for (const [
				index,
				{ received, name, email, subject, text, status, ticket, ...judged },
			] of examples.entries()) {
				const base = signalFor(`<${index}@x>`);
				const also = judged.also.filter((category) => category !== judged.category);
				const { signal } = await source.register(
					{
						...base,
						source: { ...base.source, receivedAt: received.toISOString() },
						customer: { name, email, organisation: null },
						subject,
						text,
						classification: classificationFor({ ...judged, also }),
					},
					claim,
				);
				const { reference } = signal;
				if (ticket) {
					const number = `I 2610 00${index}`;
					const of = { supplier: judged.supplier, system: 'topdesk', number, id: null } as const;
					await source.addTicket(reference!, { ...of, createdAt: NOW.toISOString() }, 'intake');
				}
				await source.addAction(reference!, { kind: 'notitie', actor: 'An', text: 'Gebeld.\nTwee keer.' });
				await source.completeIntake(reference!, status, 'intake');
			}
			const signals: Signal[] = [];
			for await (const signal of source.each({})) signals.push(signal);
			return signals.reverse();
		}

		/** What stands in the bundle but for the reference, and for the actions, of which there is one more. */
		const compared = (signal: Signal) =>
			Object.fromEntries(
				toLine(signal)
					.map((cell, index) => [HEADINGS[index]!, cell.replace(/\r\n?/g, '\n').trim()] as const)
					.filter(([heading]) => heading !== 'Nummer' && heading !== 'Acties'),
			);

		it('goes from one register to another whole, once, and back into its own not at all', async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(one, { minLength: 1, maxLength: 6 }),
					fc.constantFrom<Format>('csv', 'xlsx'),
					async (examples, format) => {
						const [source, target] = [await newRegister(), await newRegister()];
						const signals = await fill(source, examples);
						const file = await bundleFile(signals, format);
						const first = await take(file, {}, target, `bundel.${format}`);
						expect(first.notUnderstood).toEqual([]);
						const taken = first.registered.concat(first.alreadyThere);
						expect(rowsOf(taken).sort()).toEqual(signals.map((_, index) => index + 2));
						for (const { row, reference } of first.registered) {
							const [was, is] = [signals[row - 2]!, await target.get(reference)];
							expect(compared(is)).toEqual(compared(was));
							for (const { text } of was.actions)
								expect(is.actions.map((action) => action.text)).toContain(text);
						}
						expect((await take(file, {}, target)).registered).toEqual([]);
						const back = await take(file, {}, source);
						expect(back.registered).toEqual([]);
						expect(back.alreadyThere.map(({ reference }) => reference)).toEqual(
							signals.map(({ reference }) => reference),
						);
					},
				),
				{ numRuns: 8 },
			);
		});
	});
});

it.each([
	['24-11-2026', '2026-11-23T23:00:00.000Z'],
	['24-11-2026 9:30', '2026-11-24T08:30:00.000Z'],
	['1/7/2026', '2026-06-30T22:00:00.000Z'],
	['24 november 2026', '2026-11-23T23:00:00.000Z'],
	['2026-11-24', '2026-11-23T23:00:00.000Z'],
	['2026-11-24T09:30:00+02:00', '2026-11-24T07:30:00.000Z'],
	['46350', '2026-11-23T23:00:00.000Z'],
	['46350,395833', '2026-11-24T08:30:00.000Z'],
	['46204.5', '2026-07-01T10:00:00.000Z'],
	['31-2-2026', null],
	['2026', null],
	['99999', null],
	['vorige week', null],
])('reads %s as a moment', (written, moment) => expect(readMoment(written)).toBe(moment));
