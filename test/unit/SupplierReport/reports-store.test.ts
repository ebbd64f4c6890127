import { Kysely, Migrator, type Migration } from 'kysely';
import { join } from 'node:path';
import { MIGRATIONS } from '../../../nodes/shared/storage/migrations';
import { Register } from '../../../nodes/shared/storage/register';
import { toRow } from '../../../nodes/shared/storage/signal-rows';
import { sqliteDialect } from '../../../nodes/shared/storage/sqlite';
import { sourceWithoutMail } from '../../../nodes/shared/domain/source-without-mail';
import type { Status } from '../../../nodes/shared/domain/signal';
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
		const open = { day: '2026-10-02', supplier: 'FMH', category: 'onvrede', count: 1 };
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
		expect(await register.reports.openAt('FMH', '2026-11-01')).toEqual([open]);
		await move(reference, '2026-10-13T08:00:00Z', 'in behandeling');
		await move(reference, '2026-10-14T08:00:00Z', 'afgesloten');
		expect(await register.reports.closed(FMH)).toMatchObject([{ reopened: 1, count: 1 }]);
		expect(await register.reports.dissatisfaction(FMH)).toEqual([
			{ supplier: 'FMH', count: 1, closed: 1, reopened: 1, withTicket: 0, withAction: 0 },
		]);
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
});

it('takes over the signals that were there before there were reports', async () => {
	const databaseFile = join(folder, 'old.sqlite');
	const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: sqliteDialect(databaseFile) });
	const older = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0009')) as Record<
		string,
		Migration
	>;
	const { error } = await new Migrator({
		db,
		provider: { getMigrations: async () => older },
	}).migrateToLatest();
	if (error) throw error;
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
