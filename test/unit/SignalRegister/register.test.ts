import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_FLAGS, type Status } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { explainSqlite } from '../../../nodes/shared/storage/sqlite';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor, ticketFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();
let clock = new Date('2026-11-02T10:00:00Z');
const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));
const claim = { by: 'run 1', minutes: 10 };

let settings: RegisterSettings;
let register: Register;

const registered = async (messageId: string, changes = {}) =>
	(await register.register(signalFor(messageId, changes), claim)).signal.reference!;

onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
	});
	afterEach(async () => await register.close());

	describe('registering', () => {
		it('gives every signal a reference of its own, counted per Dutch year', async () => {
			expect(await registered('<1@x>')).toBe('R-2026-000001');
			expect(await registered('<2@x>')).toBe('R-2026-000002');
			clock = new Date('2026-12-31T23:30:00Z');
			expect(await registered('<3@x>')).toBe('R-2027-000001');
		});

		it('keeps everything that came in', async () => {
			const signal = signalFor('<1@x>', { text: '50% van de \'lampen\' \\ "stuk" 🙂' });
			const { signal: kept } = await register.register(signal, claim);
			expect(kept).toEqual({
				...signal,
				reference: 'R-2026-000001',
				actions: [expect.objectContaining({ kind: 'geregistreerd', actor: 'run 1' })],
			});
			expect(await register.get('R-2026-000001')).toEqual(kept);
		});

		it('sends to review what was not classified, is unsure or cannot be read', async () => {
			const status = async (id: string, changes: object) =>
				(await register.register(signalFor(id, changes), claim)).signal.status;
			expect(await status('<1@x>', {})).toBe('ontvangen');
			expect(await status('<2@x>', { classification: null })).toBe('te beoordelen');
			expect(await status('<3@x>', { classification: classificationFor({ review: true }) })).toBe(
				'te beoordelen',
			);
			const flags = { ...signalFor('<4@x>').flags, unparseable: true };
			expect(await status('<4@x>', { flags })).toBe('te beoordelen');
		});

		it('returns the first registration when the same mail comes by again', async () => {
			const first = await register.register(signalFor('<1@x>'), claim);
			const again = await register.register(signalFor('<1@x>', { subject: 'FW: Laptop' }), claim);
			expect(first.outcome).toBe('new');
			expect(again).toEqual({ signal: first.signal, outcome: 'resumed', followUp: null });
		});

		it('lets one run work on a signal at a time, until its claim ends', async () => {
			const other = { by: 'run 2', minutes: 10 };
			await register.register(signalFor('<1@x>'), claim);
			expect((await register.register(signalFor('<1@x>'), other)).outcome).toBe('busy');
			later(11);
			expect((await register.register(signalFor('<1@x>'), other)).outcome).toBe('resumed');
			expect((await register.register(signalFor('<1@x>'), claim)).outcome).toBe('busy');
		});

		it('does not start again on a signal whose intake is complete', async () => {
			const reference = await registered('<1@x>');
			await register.completeIntake(reference, 'doorgezet', 'intake');
			const again = await register.register(signalFor('<1@x>'), { by: 'run 2', minutes: 10 });
			expect(again.outcome).toBe('handled');
			expect(again.signal.status).toBe('doorgezet');
		});

		it.each<[Status, Status[]]>([
			['in behandeling', ['in behandeling']],
			['opgelost', ['opgelost']],
			['afgesloten', ['afgesloten']],
			['heropend', ['opgelost', 'heropend']],
		])('completes an intake that was held up, and leaves the signal %s', async (status, path) => {
			const reference = await registered('<1@x>');
			await register.recordFailure(reference, 'De mailserver gaf geen antwoord.', 'intake');
			for (const step of path) await register.setStatus(reference, step, 'TOPdesk');
			const completed = await register.completeIntake(reference, 'doorgezet', 'intake');
			expect(completed.status).toBe(status);
			expect(completed.actions.filter(({ kind }) => kind === 'status')).toHaveLength(path.length);
			expect((await register.register(signalFor('<1@x>'), claim)).outcome).toBe('handled');
		});

		it('leaves what a supplier canceled with who judges it, when its intake was held up', async () => {
			const reference = await registered('<1@x>');
			await register.recordFailure(reference, 'De mailserver gaf geen antwoord.', 'intake');
			await register.setStatus(reference, 'te beoordelen', 'TOPdesk');
			expect((await register.completeIntake(reference, 'doorgezet', 'intake')).status).toBe('te beoordelen');
		});

		it('takes what waits for a person where its intake says', async () => {
			const reference = await registered('<1@x>', { classification: null });
			expect((await register.completeIntake(reference, 'doorgezet', 'intake')).status).toBe('doorgezet');
		});

		it('registers once and claims once when two runs meet, each with its own connection', async () => {
			const registers = await Promise.all(Array.from({ length: 4 }, () => Register.open(settings)));
			const outcomes = await Promise.all(
				registers.flatMap((one, run) =>
					['<1@x>', '<2@x>', '<3@x>'].map((id) =>
						one.register(signalFor(id), { by: `run ${run}`, minutes: 10 }),
					),
				),
			);
			expect(outcomes.filter(({ outcome }) => outcome === 'new')).toHaveLength(3);
			expect(outcomes.filter(({ outcome }) => outcome === 'busy')).toHaveLength(9);
			expect(new Set(outcomes.map(({ signal }) => signal.reference)).size).toBe(3);
			await Promise.all(registers.map((one) => one.close()));
		});
	});

	describe('following up', () => {
		it('keeps one ticket per supplier, whatever is recorded after it', async () => {
			const reference = await registered('<1@x>');
			const ticket = ticketFor();
			await register.addTicket(reference, ticket, 'intake');
			const signal = await register.addTicket(reference, { ...ticket, number: 'I 2611 002' }, 'intake');
			expect(signal.tickets).toEqual([ticket]);
			expect(signal.actions.filter(({ kind }) => kind === 'ticket')).toHaveLength(1);
		});

		it('moves a signal along its statuses and says so, and refuses a jump back with what is possible', async () => {
			const reference = await registered('<1@x>');
			await register.setStatus(reference, 'doorgezet', 'intake');
			await register.setStatus(reference, 'opgelost', 'klantmanager');
			await expect(register.setStatus(reference, 'doorgezet', 'intake')).rejects.toMatchObject({
				message: "R-2026-000001 is 'opgelost' and cannot become 'doorgezet'.",
				hint: "From 'opgelost' it may become: afgesloten, heropend.",
			});
			const { status, actions } = await register.get(reference);
			expect(status).toBe('opgelost');
			expect(actions.map(({ text }) => text)).toEqual([
				'Ontvangen en geregistreerd als R-2026-000001.',
				"Van 'ontvangen' naar 'doorgezet'.",
				"Van 'doorgezet' naar 'opgelost'.",
			]);
		});

		it('writes a failure down once and lets the next run go on at once', async () => {
			const reference = await registered('<1@x>');
			await register.recordFailure(reference, 'TOPdesk gaf geen antwoord.', 'intake');
			const { signal, outcome } = await register.register(signalFor('<1@x>'), { by: 'run 2', minutes: 10 });
			expect(outcome).toBe('resumed');
			await register.recordFailure(reference, 'TOPdesk gaf geen antwoord.', 'intake');
			expect((await register.get(reference)).actions).toEqual(signal.actions);
		});

		it('says which reference it does not know', async () => {
			await expect(register.get('R-2026-999999')).rejects.toThrow(
				'There is no signal R-2026-999999 in the register.',
			);
		});
	});

	describe('health', () => {
		it('knows the last success, also of a follow-up, and counts what needs a person', async () => {
			expect(await register.health()).toEqual({
				lastSuccess: null,
				unreadable: 0,
				failing: 0,
				outgoing: { doubtful: 0, limited: 0 },
			});
			const reference = await registered('<1@x>');
			await register.completeIntake(reference, 'doorgezet', 'intake');
			later(5);
			const answer = signalFor('<2@x>');
			answer.source.thread = ['<1@x>'];
			const { followUp } = await register.register(answer, claim);
			await register.completeFollowUp(followUp!.id);
			await registered('<3@x>', { flags: { ...NO_FLAGS, unparseable: true } });
			expect(await register.health()).toMatchObject({ lastSuccess: clock.toISOString(), unreadable: 1 });
		});

		it('counts an intake that keeps failing, until it succeeds', async () => {
			const reference = await registered('<1@x>');
			const failing = async () => (await register.health()).failing;
			for (const count of [0, 0, 1, 1]) {
				await register.recordFailure(reference, 'TOPdesk gaf geen antwoord.', 'intake');
				expect(await failing()).toBe(count);
			}
			await register.completeIntake(reference, 'doorgezet', 'intake');
			expect(await failing()).toBe(0);
		});
	});

	describe('changes together', () => {
		it('are there for others all at once, at the end', async () => {
			const writer = await Register.open(settings, () => clock);
			const reader = await Register.open(settings, () => clock);
			await writer.together(async (all) => {
				await all.register(signalFor('<1@x>'), claim);
				await all.register(signalFor('<2@x>'), claim);
				expect(await all.search({ limit: 10 })).toHaveLength(2);
				expect(await reader.search({ limit: 10 })).toEqual([]);
			});
			expect(await reader.search({ limit: 10 })).toHaveLength(2);
			await writer.close();
			await reader.close();
		});

		it('keep the others when one fails, and nothing of that one', async () => {
			const reference = await registered('<1@x>');
			const note = (text: string) => ({ kind: 'notitie', actor: 'test', text });
			await register.together(async (all) => {
				await all.register(signalFor('<2@x>'), claim);
				const part = all.together(async (one) => {
					await one.addAction(reference, note('half werk'));
					await one.setStatus(reference, 'heropend', 'test');
				});
				await expect(part).rejects.toThrow(/cannot become/);
				await all.addAction(reference, note('daarna'));
			});
			expect(await register.search({ limit: 10 })).toHaveLength(2);
			const { actions } = await register.get(reference);
			expect(actions.map(({ text }) => text)).toEqual([expect.stringContaining('geregistreerd'), 'daarna']);
		});

		it('are none when all of it breaks off', async () => {
			const broken = register.together(async (all) => {
				await all.register(signalFor('<1@x>'), claim);
				throw new Error('weg');
			});
			await expect(broken).rejects.toThrow('weg');
			expect(await register.search({ limit: 10 })).toEqual([]);
		});
	});
});

describe('opening', () => {
	it('says what to do when the file cannot be written', async () => {
		const file = join(folder, 'geen-map');
		writeFileSync(file, '');
		const opening = Register.open({ databaseFile: join(file, 'register.sqlite') });
		await expect(opening).rejects.toThrow(
			/^The register cannot be opened or written at .*register\.sqlite \(E/,
		);
		await expect(opening).rejects.toMatchObject({
			hint: expect.stringContaining('The mails stay in the mailbox'),
		});
	});

	it.each(['attempt to write a readonly database', 'database or disk is full'])(
		'says what to do when during a run it turns out: %s',
		(message) => {
			expect(explainSqlite(new Error(message), '/data/register.sqlite')).toMatchObject({
				message: `The register cannot be written at /data/register.sqlite (${message}).`,
				hint: expect.stringContaining('may write the file and its folder'),
			});
		},
	);

	it('does not take another file for a register', async () => {
		const file = join(folder, 'brief.txt');
		writeFileSync(file, 'Geachte heer, '.repeat(100));
		await expect(Register.open({ databaseFile: file })).rejects.toThrow('file is not a database');
	});
});
