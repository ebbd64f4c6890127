import { setTimeout as sleep } from 'node:timers/promises';
import { expectEverythingHandledOnce } from '../e2e/support/end-state';
import { Dice, seedOfThisRun } from '../support/dice';
import { eventually } from '../support/eventually';
import { generateMails, rawGeneratedMails, type GeneratedMail } from '../support/generated-mails';
import { DeskWithFaults } from './support/desk-with-faults';
import { say } from './support/figures';

/** The long one is `npm run test:faults`. */
const LONG = process.env.REGIE_FAULTS === 'long';
const PLAN = LONG
	? { mails: 500, kills: 20, steps: 12, cuts: 8, hangMs: 65_000, downMs: 60_000 }
	: { mails: 80, kills: 4, steps: 10, cuts: 2, hangMs: 2_000, downMs: 20_000 };
/** The short one is the same every time: a change that breaks it is to blame, and not the dice. */
const seed = seedOfThisRun(LONG ? undefined : 338_619);

jest.setTimeout(60 * 60_000);

describe(`workflow 01 Intake with ${PLAN.mails} mails while everything around it fails (seed ${seed})`, () => {
	const dice = new Dice(seed);
	const mails = generateMails(PLAN.mails, seed);
	let waiting: GeneratedMail[];
	let raw: Map<string, Buffer>;
	let faulty: DeskWithFaults;

	/** The next mails come in, this part of all of them. */
	async function deliver(part: number): Promise<void> {
		const batch = waiting.splice(0, Math.ceil(mails.length * part));
		for (const { id } of batch) await faulty.dovecot.deliver(raw.get(id)!);
	}

	/** Some moment while there is work: so many tickets and mails further, or so long after the start. */
	async function someMoment(): Promise<string> {
		if (dice.between(1, 3) === 1) {
			const ms = dice.between(0, 2_500);
			await sleep(ms);
			return `${ms} ms after the start`;
		}
		const [steps, ms] = [dice.between(1, PLAN.steps), dice.between(0, 300)];
		const target = faulty.effects + steps;
		const giveUpAt = Date.now() + 5_000;
		while (faulty.effects < target && Date.now() < giveUpAt) await sleep(1);
		await sleep(ms);
		return `${steps} tickets and mails, and ${ms} ms, further`;
	}

	beforeAll(async () => {
		say(`seed ${seed}: repeat with REGIE_SEED=${seed}`);
		waiting = [...mails];
		raw = await rawGeneratedMails(mails);
		faulty = await DeskWithFaults.start();
		await deliver(0.05);
		await faulty.lookNow();
	});
	afterAll(async () => {
		await faulty?.stop();
	});

	it(`goes on after n8n is killed at ${PLAN.kills} random moments`, async () => {
		for (let kill = 1; kill <= PLAN.kills; kill++) {
			const moment = await someMoment();
			const left = faulty.dovecot.count('INBOX');
			// What was in hand waits until its claim ends; new mail shows that n8n works.
			await faulty.killN8n('n8n killed', () => deliver(0.2 / PLAN.kills));
			const { seconds } = faulty.recoveries.at(-1)!;
			say(`kill ${kill}: ${moment}, ${left} mails in the INBOX; works again after ${seconds.toFixed(1)} s`);
		}
		expect(faulty.recoveries).toHaveLength(PLAN.kills);
	});

	it('goes on after the line to the mail server is cut in the middle of what it says', async () => {
		for (let cut = 1; cut <= PLAN.cuts; cut++) {
			await deliver(0.1 / PLAN.cuts);
			const lost = faulty.lostConnections;
			faulty.line.cutAfter(dice.between(300, 4_000));
			// A workflow whose first look fails is not published: the administrator does it again.
			await faulty.lookNow().catch(() => undefined);
			await eventually(() => faulty.lostConnections > lost, {
				withinMs: 60_000,
				otherwise: 'the line was not cut',
			});
			await deliver(0.05 / PLAN.cuts);
			await faulty.recovering('line cut', () => faulty.lookNow());
		}
	});

	it('goes on after the line to the mail server was slow, and hung', async () => {
		await deliver(0.05);
		faulty.line.delay(dice.between(20, 60));
		await faulty.recovering('line slow', () => faulty.lookNow());
		faulty.line.delay(0);

		await deliver(0.05);
		faulty.line.pause();
		const looking = faulty.lookNow().catch(() => undefined);
		await sleep(PLAN.hangMs);
		faulty.line.resume();
		await faulty.recovering('line hung', async () => {
			await looking;
			await faulty.lookNow();
		});
	});

	it('goes on after the mail server is restarted while mail is handled', async () => {
		await deliver(0.05);
		await faulty.lookNow();
		await sleep(dice.between(0, 3_000));
		await faulty.dovecot.halt();
		await sleep(dice.between(500, 3_000));
		await deliver(0.05);
		await faulty.recovering('mail server restarted', async () => {
			await faulty.dovecot.start();
			await faulty.lookNow();
		});
	});

	it('goes on by itself after n8n starts while the mail server is down, for longer than n8n tries', async () => {
		await faulty.dovecot.halt();
		await deliver(0.05);
		await faulty.desk.n8n.restart();
		await sleep(PLAN.downMs);
		await faulty.recovering('n8n started without mail server', () => faulty.dovecot.start());
	});

	it('goes on after the outgoing mail server refused, and hung up before it said whether it took a mail', async () => {
		const { outgoing } = faulty.desk;
		outgoing.onMessage(() => (dice.between(1, 2) === 1 ? { code: 451, message: 'Try again later' } : 'cut'));
		await deliver(0.05);
		await faulty.lookNow();
		await sleep(PLAN.hangMs);
		outgoing.onMessage(() => 'accept');
		await faulty.recovering('outgoing mail refused', () => faulty.lookNow());
	});

	it('goes on after n8n could write nothing, as when the disk is full', async () => {
		await deliver(0.05);
		await faulty.withFullDisk(async () => {
			await faulty.lookNow().catch(() => undefined);
			await sleep(PLAN.hangMs);
		});
		await faulty.recovering('disk full', () => faulty.lookAgain());
	});

	it('goes on after the mail server gives every mail another number while mail is handled', async () => {
		await deliver(0.15);
		await faulty.lookNow();
		await sleep(dice.between(0, 3_000));
		await faulty.dovecot.halt();
		faulty.dovecot.renumber();
		await deliver(1);
		await faulty.recovering('mailbox renumbered', async () => {
			await faulty.dovecot.start();
			await faulty.lookNow();
		});
	});

	it('ends with every mail registered and put away once, and every ticket and answer made once', async () => {
		const state = await faulty.handled(mails.length, 15 * 60_000);
		// A kill while a mail is handed over leaves doubt about that one mail: decision 0004.
		expectEverythingHandledOnce(state, mails, { mayBeMissing: PLAN.kills });
		const automatic = mails.filter(({ kind }) => kind === 'auto-reply' || kind === 'bounce');
		const addresses = new Set(automatic.map(({ from }) => from.address));
		expect(state.answers.filter(({ to }) => addresses.has(to))).toEqual([]);
	});
});
