import { Kysely, Migrator } from 'kysely';
import { join } from 'node:path';
import { dialectFor } from '../../../nodes/shared/storage/database';
import { MIGRATIONS } from '../../../nodes/shared/storage/migrations';
import { Register } from '../../../nodes/shared/storage/register';
import { newFacts } from '../../../nodes/shared/storage/report-facts';
import type { ReportFactTable } from '../../../nodes/shared/storage/report-schema';
import { toRow } from '../../../nodes/shared/storage/signal-rows';
import { sourceWithoutMail } from '../../../nodes/shared/domain/source-without-mail';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import type { Signal, Status } from '../../../nodes/shared/domain/signal';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const OCTOBER = { from: '2026-10-01', until: '2026-11-01' };
const FMH = { supplier: 'FMH', ...OCTOBER };

/** A signal about FMH of the customer of this organisation. */
const signal = (id: string, receivedAt: string, organisation: string | null = 'Directie A') => {
	const base = signalFor(`<${id}@x>`, {
		classification: classificationFor({ supplier: 'FMH', category: 'onvrede' }),
	});
	return {
		...base,
		source: { ...base.source, receivedAt },
		customer: { ...base.customer, organisation },
		subject: `Signaal ${id}`,
	};
};

const folder = temporaryFolder();

/** The database of a register as it was before this migration. */
async function registerBefore(migration: string, settings: RegisterSettings) {
	const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: await dialectFor(settings) });
	const older = Object.entries(MIGRATIONS).filter(([name]) => name < migration);
	const provider = { getMigrations: async () => Object.fromEntries(older) };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw error;
	return db;
}

const factsBefore0014 = (one: Signal): Record<string, unknown> => without0014(newFacts(one));
const without0014 = ({ dissatisfied: _dissatisfied, duplicate_of: _duplicate, ...facts }: ReportFactTable) =>
	facts;

onEveryDatabase((database) => {
	let register: Register;
	let now: Date;
	beforeEach(async () => {
		now = new Date('2026-10-05T08:00:00Z');
		register = await Register.open(await database.fresh(), () => now);
	});
	afterEach(() => register.close());

	const add = async (...written: Parameters<typeof signal>) =>
		(await register.register(signal(...written), { by: 'test', minutes: 1 })).signal.reference!;
	const move = async (reference: string, moment: string, status: Status) => {
		now = new Date(moment);
		await register.setStatus(reference, status, 'test');
	};

	it('counts a signal on its Dutch day', async () => {
		await add('1', '2026-09-30T21:59:00.000Z');
		await add('2', '2026-09-30T22:01:00.000Z');
		expect(await register.reports.daily(FMH)).toEqual([
			{ day: '2026-10-01', supplier: 'FMH', category: 'onvrede', count: 1 },
		]);
	});

	it('counts from the first day that it registered a signal, however old a mail it was', async () => {
		expect(await register.reports.firstDay()).toBeNull();
		now = new Date('2026-08-03T08:00:00Z');
		await register.register(
			{
				...signal('0', '2026-08-03T07:00:00.000Z'),
				classification: classificationFor({ category: 'overig', supplier: 'FMH' }),
			},
			{ by: 'test', minutes: 1 },
		);
		expect(await register.reports.firstDay()).toBeNull();
		now = new Date('2026-08-31T22:30:00Z');
		await add('1', '2025-03-14T08:00:00.000Z');
		expect(await register.reports.firstDay()).toBe('2026-09-01');
	});

	it('counts from the first day of a list that was taken over', async () => {
		await add('1', '2025-03-14T08:00:00.000Z');
		const lines = [
			['overig', '2025-01-02T08:00:00.000Z'],
			['onvrede', '2025-06-02T08:00:00.000Z'],
			['onvrede', '2026-11-02T08:00:00.000Z'],
		] as const;
		for (const [category, receivedAt] of lines) {
			const source = sourceWithoutMail('import', `import:${receivedAt}`, receivedAt);
			const line = {
				...signal(receivedAt, receivedAt),
				source,
				classification: classificationFor({ supplier: 'FMH', category }),
			};
			const state = { status: 'afgesloten', closedAt: null, handler: null, reference: null } as const;
			await register.imports.take({ ...state, signal: line, tickets: [], actions: [] }, 'test');
		}
		expect(await register.reports.firstDay()).toBe('2025-06-02');
	});

	it('follows a signal from open to closed to open again', async () => {
		const reference = await add('1', '2026-10-02T08:00:00.000Z');
		const open = { day: '2026-10-02', supplier: 'FMH', category: 'onvrede', reopened: 0, count: 1 };
		expect(await register.reports.openAt('FMH', '2026-11-01')).toEqual([open]);
		await move(reference, '2026-10-06T08:00:00Z', 'opgelost');
		await move(reference, '2026-10-09T08:00:00Z', 'afgesloten');
		// Friday to Tuesday: two working days, to the first time that it was done.
		expect(await register.reports.closed(FMH)).toEqual([
			{ supplier: 'FMH', category: 'onvrede', days: 2, reopened: 0, count: 1 },
		]);
		expect(await register.reports.openAt('FMH', '2026-11-01')).toEqual([]);
		expect(await register.reports.openAt('FMH', '2026-10-06')).toEqual([open]);
		await move(reference, '2026-10-12T08:00:00Z', 'heropend');
		expect(await register.reports.closed(FMH)).toEqual([]);
		expect(await register.reports.openAt('FMH', '2026-11-01')).toEqual([{ ...open, reopened: 1 }]);
		await move(reference, '2026-10-13T08:00:00Z', 'in behandeling');
		await move(reference, '2026-10-14T08:00:00Z', 'afgesloten');
		expect(await register.reports.closed(FMH)).toMatchObject([{ reopened: 1, count: 1 }]);
		expect(await register.reports.dissatisfaction(FMH)).toEqual([
			{ supplier: 'FMH', count: 1, closed: 1, reopened: 1, withTicket: 0, withAction: 0 },
		]);
	});

	it('counts a storing that the customer says is not solved as onvrede, and once as a storing', async () => {
		const base = signal('1', '2026-10-02T08:00:00.000Z');
		const storing = classificationFor({ supplier: 'FMH', category: 'storing' });
		const claim = { by: 'test', minutes: 1 };
		const { reference } = (await register.register({ ...base, classification: storing }, claim)).signal;
		await move(reference!, '2026-10-06T08:00:00Z', 'opgelost');
		expect(await register.reports.dissatisfaction(FMH)).toEqual([]);
		const answer = signal('2', '2026-10-07T08:00:00.000Z');
		answer.source.thread = ['<1@x>'];
		await register.register({ ...answer, text: 'Het is niet opgelost.' }, claim);
		expect((await register.get(reference!))!.classification!.also).toEqual(['onvrede']);
		expect(await register.reports.dissatisfaction(FMH)).toEqual([
			{ supplier: 'FMH', count: 1, closed: 0, reopened: 1, withTicket: 0, withAction: 0 },
		]);
		expect(await register.reports.dissatisfaction({ ...FMH, supplier: 'RGD' })).toEqual([]);
		expect(await register.reports.daily(FMH)).toEqual([
			{ day: '2026-10-02', supplier: 'FMH', category: 'storing', count: 1 },
		]);
		await register.handling.changeClassification(reference!, { also: [] }, 'Anna', 'iets anders');
		expect(await register.reports.dissatisfaction(FMH)).toEqual([]);
		await register.handling.changeClassification(reference!, { also: ['onvrede'] }, 'Anna', 'toch');
		expect(await register.reports.dissatisfaction(FMH)).toMatchObject([{ count: 1 }]);
	});

	describe('duplicates', () => {
		const FEW_DAYS = { supplier: 'FMH', category: 'onvrede', days: 2, reopened: 0, count: 1 };
		let [kept, duplicate] = ['', ''];
		beforeEach(async () => {
			kept = await add('1', '2026-10-02T08:00:00.000Z');
			duplicate = await add('2', '2026-10-02T09:00:00.000Z');
			now = new Date('2026-10-02T10:00:00Z');
			await register.handling.merge(duplicate, kept, 'Anna');
		});

		it('are no second signal that is handled, and no quick one', async () => {
			expect(await register.reports.closed(FMH)).toEqual([]);
			expect(await register.reports.openAt('FMH', '2026-10-02')).toEqual([]);
			expect(await register.reports.openAt('FMH', '2026-11-01')).toMatchObject([{ count: 1 }]);
			await move(kept, '2026-10-06T08:00:00Z', 'afgesloten');
			expect(await register.reports.closed(FMH)).toEqual([FEW_DAYS]);
			expect(await register.reports.openAt('FMH', '2026-10-03')).toMatchObject([{ count: 1 }]);
			expect(await register.reports.daily(FMH)).toMatchObject([{ day: '2026-10-02', count: 2 }]);
		});

		it('are no second onvrede, and what followed is what followed on the one that is kept', async () => {
			const facts = { supplier: 'FMH', count: 1, closed: 0, reopened: 0, withTicket: 0, withAction: 0 };
			expect(await register.reports.dissatisfaction(FMH)).toEqual([facts]);
			await register.handling.changeClassification(
				kept,
				{ category: 'storing', supplier: 'RGD' },
				'Anna',
				'stuk',
			);
			expect(await register.reports.dissatisfaction({ ...FMH, supplier: null })).toEqual([
				{ ...facts, supplier: 'RGD' },
			]);
			expect(await register.reports.dissatisfaction({ ...FMH, supplier: 'RGD' })).toHaveLength(1);
			expect(await register.reports.dissatisfaction(FMH)).toEqual([]);
			await register.addAction(kept, { kind: 'notitie', actor: 'Anna', text: 'Gebeld.' });
			await move(kept, '2026-10-06T08:00:00Z', 'afgesloten');
			expect(await register.reports.dissatisfaction({ ...FMH, supplier: null })).toMatchObject([
				{ count: 1, closed: 1, withAction: 1 },
			]);
		});

		it('follow the one that is kept when that is merged too', async () => {
			const third = await add('3', '2026-10-02T08:00:00.000Z');
			await register.handling.merge(kept, third, 'Anna');
			expect(await register.reports.dissatisfaction(FMH)).toMatchObject([{ count: 1, closed: 0 }]);
			await move(third, '2026-10-06T08:00:00Z', 'afgesloten');
			expect(await register.reports.closed(FMH)).toEqual([FEW_DAYS]);
			expect(await register.reports.dissatisfaction(FMH)).toMatchObject([{ count: 1, closed: 1 }]);
		});

		it('count by themselves once the merging is undone, which is no reopening', async () => {
			await register.handling.reopen(duplicate, 'Anna', 'toch iets anders');
			expect(await register.reports.openAt('FMH', '2026-11-01')).toMatchObject([{ count: 2 }]);
			expect(await register.reports.dissatisfaction(FMH)).toMatchObject([{ count: 2, reopened: 0 }]);
			await move(duplicate, '2026-10-05T08:00:00Z', 'in behandeling');
			await move(duplicate, '2026-10-06T08:00:00Z', 'afgesloten');
			expect(await register.reports.closed(FMH)).toEqual([FEW_DAYS]);
		});

		it('that were solved before and are taken up again, were reopened', async () => {
			const third = await add('3', '2026-10-02T08:00:00.000Z');
			await move(third, '2026-10-05T08:00:00Z', 'opgelost');
			await register.handling.merge(third, kept, 'Anna');
			expect(await register.reports.closed(FMH)).toEqual([]);
			await register.handling.reopen(third, 'Anna', 'toch iets anders');
			expect(await register.reports.dissatisfaction(FMH)).toMatchObject([{ count: 2, reopened: 1 }]);
		});
	});

	it('counts what was closed on several days by how long it took', async () => {
		const closings = ['2026-10-05T08:00:00Z', '2026-10-06T08:00:00Z', '2026-10-06T09:00:00Z'];
		for (const [index, at] of closings.entries()) {
			const reference = await add(`${index}`, index === 0 ? '2026-10-02T08:00:00Z' : '2026-10-05T08:00:00Z');
			await move(reference, at, 'opgelost');
		}
		expect(await register.reports.closed(FMH)).toEqual([
			{ supplier: 'FMH', category: 'onvrede', days: 1, reopened: 0, count: 3 },
		]);
		expect(await register.reports.closed({ ...FMH, until: '2026-10-06' })).toMatchObject([{ count: 1 }]);
		expect(await register.reports.closed({ ...FMH, supplier: 'RGD' })).toEqual([]);
		const open = await register.reports.openAt(null, '2026-10-06');
		expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(2);
		expect(await register.reports.openAt('FMH', '2026-10-05')).toMatchObject([
			{ day: '2026-10-02', count: 1 },
		]);
	});

	it('counts by customer group and by who judged, and leaves out what is no signal', async () => {
		await add('1', '2026-10-02T08:00:00.000Z');
		await add('2', '2026-10-02T09:00:00.000Z', null);
		const spam = signal('3', '2026-10-02T10:00:00.000Z');
		const classification = classificationFor({ category: 'overig', supplier: 'FMH', review: true });
		await register.register({ ...spam, classification }, { by: 'test', minutes: 1 });
		expect(await register.reports.groups(FMH)).toEqual(
			expect.arrayContaining([
				{ supplier: 'FMH', organisation: 'Directie A', category: 'onvrede', count: 1 },
				{ supplier: 'FMH', organisation: null, category: 'onvrede', count: 1 },
			]),
		);
		const quality = await register.reports.quality(FMH);
		expect(quality).toHaveLength(2);
		expect(quality).toContainEqual({ supplier: 'FMH', decidedBy: 'model', unsure: 1, count: 1 });
		expect(quality).toContainEqual({ supplier: 'FMH', decidedBy: 'model', unsure: 0, count: 2 });
	});

	it('gives texts page by page, each once, and no more than was asked for', async () => {
		for (let number = 0; number < 7; number++) await add(`${number}`, '2026-10-02T08:00:00.000Z');
		const subjects = async (most: number) => {
			const found: string[] = [];
			const drawn = await register.reports.draw(FMH, most);
			for await (const page of register.reports.texts(drawn)) found.push(...page.map((one) => one.subject));
			return found;
		};
		expect((await subjects(100)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map((number) => `Signaal ${number}`));
		expect(await subjects(3)).toHaveLength(3);
	});

	it('keeps the last report of a period, and finds the one before', async () => {
		const kept = (from: string, until: string, report: string) => ({
			supplier: 'FMH',
			from,
			until,
			madeAt: now.toISOString(),
			explanation: '',
			approvedAt: null,
			approvedBy: null,
			report,
		});
		await register.reports.keep(kept('2026-07-01', '2026-09-01', '{"concept":1}'));
		await register.reports.keep(kept('2026-07-01', '2026-09-01', '{"concept":2}'));
		await register.reports.keep(kept('2026-09-01', '2026-11-01', '{}'));
		expect(await register.reports.lastBefore('FMH', '2026-09-01')).toMatchObject({ report: '{"concept":2}' });
		expect(await register.reports.lastBefore('FMH', '2026-08-31')).toBeNull();
		expect(await register.reports.lastBefore('RGD', '2026-12-31')).toBeNull();
	});

	it('lists the registrations of each customer group, and of no other days', async () => {
		const first = await add('1', '2026-10-03T08:00:00.000Z', 'Raad');
		const second = await add('2', '2026-10-02T08:00:00.000Z', 'Raad');
		await add('3', '2026-10-02T08:00:00.000Z', null);
		await add('4', '2026-11-01T08:00:00.000Z', 'Raad');
		const listed = await register.reports.registrations(OCTOBER);
		expect(listed.map(({ reference }) => reference)).toEqual([second, first]);
		expect(listed[0]).toMatchObject({ organisation: 'Raad', category: 'onvrede', subject: 'Signaal 2' });
	});

	it('remembers what was agreed, and how it went', async () => {
		const { id } = await register.reports.addAgreement({ supplier: 'FMH', text: 'Controle', dueOn: null });
		await register.reports.decideAgreement(id, 'broken', 'niet gedaan');
		expect(await register.reports.agreements('FMH')).toMatchObject([
			{ id, outcome: 'broken', outcomeText: 'niet gedaan', decidedOn: '2026-10-05' },
		]);
		expect(await register.reports.agreements('RGD')).toEqual([]);
		await register.reports.decideAgreement(id, 'open', '');
		expect(await register.reports.agreements(null)).toMatchObject([{ outcome: 'open', decidedOn: null }]);
	});

	it('takes over onvrede that was there before reports counted it', async () => {
		const settings = await database.fresh();
		const db = await registerBefore('0014', settings);
		const kinds = [
			classificationFor({ category: 'onvrede' }),
			classificationFor({ category: 'storing', also: ['wens', 'onvrede'] }),
			classificationFor({ category: 'storing' }),
			null,
		];
		for (const [index, classification] of kinds.entries()) {
			const one = { ...signal(`${index}`, '2026-10-02T08:00:00.000Z'), classification, text: 'Is "onvrede"' };
			await db
				.insertInto('signals')
				.values({ ...toRow(one, `R-2026-00000${index}`, '2026-10-02T08:00:00.000Z') })
				.execute();
			await db.insertInto('report_facts').values(factsBefore0014(one)).execute();
		}
		await db.destroy();
		const taken = await Register.open(settings);
		expect(await taken.reports.dissatisfaction({ ...OCTOBER, supplier: null })).toMatchObject([{ count: 2 }]);
		await taken.close();
	});

	it('takes over which signals are duplicates', async () => {
		const settings = await database.fresh();
		const db = await registerBefore('0014', settings);
		for (const number of [1, 2]) {
			const one = signal(`${number}`, '2026-10-02T08:00:00.000Z');
			const row = toRow(one, `R-2026-00000${number}`, '2026-10-02T08:00:00.000Z');
			const closed = { duplicate_of: 'R-2026-000001', status: 'afgesloten' };
			await db
				.insertInto('signals')
				.values({ ...row, ...(number === 2 && closed) })
				.execute();
			const facts = {
				...factsBefore0014(one),
				...(number === 2 && { closed_on: '2026-10-02', lead_days: 0 }),
			};
			await db.insertInto('report_facts').values(facts).execute();
		}
		await db.destroy();
		const taken = await Register.open(settings);
		expect(await taken.reports.closed(FMH)).toEqual([]);
		expect(await taken.reports.dissatisfaction(FMH)).toMatchObject([{ count: 1, closed: 0 }]);
		await taken.close();
	});
});

it('takes over the signals that were there before there were reports', async () => {
	const databaseFile = join(folder, 'old.sqlite');
	const db = await registerBefore('0009', { databaseFile });
	const row = toRow(signal('1', '2026-10-02T08:00:00.000Z'), 'R-2026-000001', '2026-10-02T08:00:00.000Z');
	await db
		.insertInto('signals')
		.values({ ...row, status: 'afgesloten' })
		.execute();
	const moves = [
		['2026-10-06T08:00:00.000Z', "Van 'doorgezet' naar 'opgelost'."],
		['2026-10-07T08:00:00.000Z', "Van 'opgelost' naar 'heropend'."],
		['2026-10-08T08:00:00.000Z', "Van 'in behandeling' naar 'afgesloten'. Reden: klaar"],
	];
	for (const [at, text] of moves) {
		await db
			.insertInto('actions')
			.values({ signal_id: row.id, at, kind: 'status', actor: 'test', text })
			.execute();
	}
	await db.destroy();
	const register = await Register.open({ databaseFile });
	expect(await register.reports.closed(FMH)).toEqual([
		{ supplier: 'FMH', category: 'onvrede', days: 4, reopened: 1, count: 1 },
	]);
	await register.close();
});
