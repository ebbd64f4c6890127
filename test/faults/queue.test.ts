import { setTimeout as sleep } from 'node:timers/promises';
import { expectEverythingHandledOnce } from '../e2e/support/end-state';
import { Dice, seedOfThisRun } from '../support/dice';
import { eventually } from '../support/eventually';
import { generateMails, rawGeneratedMails, type GeneratedMail } from '../support/generated-mails';
import { DeskWithFaults } from './support/desk-with-faults';
import { say } from './support/figures';

/** The long one is `npm run test:faults`. */
const LONG = process.env.REGIE_FAULTS === 'long';
const PLAN = LONG ? { mails: 2_000, rounds: 6, pauseMs: 20_000 } : { mails: 60, rounds: 1, pauseMs: 3_000 };
const WORKERS = 2;
/** A worker, and then the main process, in each round. */
const KILLS = 2 * PLAN.rounds;
/** The short one is the same every time: a change that breaks it is to blame, and not the dice. */
const seed = seedOfThisRun(LONG ? undefined : 20_151);

jest.setTimeout(90 * 60_000);

describe(`queue mode with ${PLAN.mails} mails while everything around it fails (seed ${seed})`, () => {
	const dice = new Dice(seed);
	const mails = generateMails(PLAN.mails, seed);
	const rounds = Array.from({ length: PLAN.rounds }, (_, index) => index + 1);
	let waiting: GeneratedMail[];
	let raw: Map<string, Buffer>;
	let faulty: DeskWithFaults;

	/** The next mails come in, this part of all of them. */
	async function deliver(part: number): Promise<void> {
		const batch = waiting.splice(0, Math.ceil(mails.length * part));
		for (const { id } of batch) await faulty.dovecot.deliver(raw.get(id)!);
	}

	/** Mail comes in, and work is under way when this ends. */
	async function work(part: number): Promise<void> {
		await deliver(part);
		const before = faulty.effects;
		await faulty.lookNow();
		await eventually(() => faulty.effects > before, {
			withinMs: 3 * 60_000,
			everyMs: 5,
			otherwise: 'no work was done',
		});
		await sleep(dice.between(0, 500));
	}

	beforeAll(async () => {
		say(`seed ${seed}: repeat with REGIE_SEED=${seed}`);
		waiting = [...mails];
		raw = await rawGeneratedMails(mails);
		faulty = await DeskWithFaults.start({ workers: WORKERS });
	});
	afterAll(async () => {
		await faulty?.stop();
	});

	it.each(rounds)('goes on after a worker is killed, round %i', async () => {
		await work(0.1 / PLAN.rounds);
		const worker = faulty.desk.queue!.workers[dice.between(0, WORKERS - 1)]!;
		await worker.kill('SIGKILL');
		await deliver(0.1 / PLAN.rounds);
		await faulty.recovering('worker killed', async () => {
			await faulty.lookNow();
			await worker.launch();
		});
	});

	it.each(rounds)('goes on after the main process is killed, round %i', async () => {
		await work(0.1 / PLAN.rounds);
		await faulty.killN8n('main process killed', () => deliver(0.1 / PLAN.rounds));
	});

	it.each(rounds)('goes on after every connection to PostgreSQL is cut, round %i', async () => {
		await work(0.1 / PLAN.rounds);
		const { postgres } = faulty.desk.queue!.services.lines;
		postgres.cut();
		await deliver(0.05 / PLAN.rounds);
		await faulty.recovering('PostgreSQL cut off', () => faulty.lookAgain());
	});

	it.each(rounds)('goes on after PostgreSQL hung, round %i', async () => {
		await work(0.1 / PLAN.rounds);
		const { postgres } = faulty.desk.queue!.services.lines;
		postgres.pause();
		await sleep(PLAN.pauseMs);
		await deliver(0.05 / PLAN.rounds);
		await faulty.recovering('PostgreSQL hung', async () => {
			postgres.resume();
			await faulty.lookAgain();
		});
	});

	it('goes on while the suppliers answer badly', async () => {
		const { topdesk, planon } = faulty.desk;
		const how = ['5xx-after-write', 'cut-after-write', '429', '5xx', 'cut-before'] as const;
		for (const one of how) {
			for (const system of [topdesk, planon]) {
				system.misbehave({ match: { method: 'POST' }, times: dice.between(1, 2), how: one, retryAfter: 1 });
			}
		}
		await work(0.05);
	});

	it.each(rounds)('goes on after Redis is restarted, round %i', async () => {
		await work(0.1 / PLAN.rounds);
		const { redis } = faulty.desk.queue!.services;
		await redis.halt();
		await sleep(dice.between(500, 2_000));
		await deliver(0.05 / PLAN.rounds);
		await faulty.recovering('Redis restarted', async () => {
			await redis.start();
			await faulty.lookAgain();
		});
	});

	it('goes on after the register could only be read, as when a standby has taken its place', async () => {
		const { postgres, register } = faulty.desk.queue!.services;
		const readOnly = async (value: 'on' | 'off') => {
			const name = register.databaseName!;
			await postgres.run(`alter database "${name}" set default_transaction_read_only = ${value}`);
			await postgres.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
		};
		await work(0.03);
		await readOnly('on');
		await deliver(0.03);
		await faulty.lookNow().catch(() => undefined);
		await sleep(PLAN.pauseMs);
		await faulty.recovering('register read-only', async () => {
			await readOnly('off');
			await faulty.lookAgain();
		});
	});

	it('takes what comes in after all of that', async () => {
		await work(1);
	});

	it('ends with every mail registered and put away once, and every ticket and answer made once', async () => {
		const state = await faulty.handled(mails.length, 30 * 60_000);
		// A kill, or a database that does not answer, while a mail is handed over leaves doubt about that one.
		expectEverythingHandledOnce(state, mails, {
			mayBeMissing: KILLS + 3 * PLAN.rounds + 1,
			workers: WORKERS,
		});
	});
});
