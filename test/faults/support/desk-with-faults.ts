import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endState, uncertainties, type EndState } from '../../e2e/support/end-state';
import { Administrator } from '../../support/administrator';
import { INTAKE_WORKFLOW, startDesk, type Desk, type DeskOptions } from '../../support/desk';
import { startDovecot, type Dovecot } from '../../support/dovecot';
import { eventually } from '../../support/eventually';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy';
import { withParameters } from '../../support/workflow-files';
import { say, sayRecoveries, type Recovery } from './figures';

/** After a crash a signal waits until its claim ends: as short as the node allows. */
const CLAIM_MINUTES = 1;
const WORKS_AGAIN_WITHIN_MS = 5 * 60_000;
/** The limit against a storm of mails would hold back what comes of 2,000 mails in an hour. */
const MORE_THAN_ARE_SENT = 100_000;

/** A regie desk that hears from its mail server over a line that can be cut. */
export class DeskWithFaults {
	readonly recoveries: Recovery[] = [];
	private readonly started = Date.now();
	/** Of each fault that is not over, the mails that lay in the INBOX when it ended and still do. */
	private readonly aftermaths = new Set<{ since: number; mails: string[]; recovery: Recovery }>();
	private readonly watch = setInterval(() => this.lookAtAftermaths(), 250);

	private constructor(
		readonly desk: Desk,
		readonly dovecot: Dovecot,
		/** Between n8n and Dovecot. */
		readonly line: TcpProxy,
	) {}

	static async start(queue?: DeskOptions['queue']): Promise<DeskWithFaults> {
		const dovecot = await startDovecot();
		const line = await startTcpProxy(dovecot);
		const desk = await startDesk({
			queue,
			workflowsDir: withParameters({
				'Nieuwe mail': { leaseMinutes: 1 },
				Registreer: { claimMinutes: CLAIM_MINUTES },
			}),
			startMail: () => Promise.resolve(dovecot),
			credentials: (right) => {
				const { data, ...mailbox } = right.signalMailboxApi;
				const through = { ...data, imapPort: line.port, maxMailsPerHour: MORE_THAN_ARE_SENT };
				return { ...right, signalMailboxApi: { ...mailbox, data: through } };
			},
		});
		return new DeskWithFaults(desk, dovecot, line);
	}

	/** Tickets and outgoing mails: how much of the work has reached others. */
	get effects(): number {
		const { outgoing, topdesk, planon } = this.desk;
		const records = planon.records('UsrComplaint').length + planon.records('UsrRequest').length;
		return outgoing.messages.length + topdesk.incidents().length + records;
	}

	/** How many connections ended without a goodbye, by the log of Dovecot. */
	get lostConnections(): number {
		return readFileSync(this.dovecot.logFile, 'utf8').match(/Disconnected: (?!Logged out)/g)?.length ?? 0;
	}

	/** Lets the trigger look now, instead of within a minute: published again, it looks at once. */
	async lookNow(): Promise<void> {
		await new Administrator(this.desk.n8n.api, INTAKE_WORKFLOW).publish();
	}

	/** As `lookNow`, but n8n may need a while before it takes anything from an administrator again. */
	async lookAgain(): Promise<void> {
		await eventually(
			async () =>
				await this.lookNow().then(
					() => true,
					() => false,
				),
			{
				withinMs: WORKS_AGAIN_WITHIN_MS,
				otherwise: 'n8n does not publish the workflow again',
			},
		);
	}

	/** Kills n8n the hard way, runs `meanwhile`, starts n8n, and waits until work goes on. */
	async killN8n(fault: string, meanwhile: () => Promise<void>): Promise<void> {
		await this.desk.n8n.kill('SIGKILL');
		await meanwhile();
		await this.recovering(fault, () => this.desk.n8n.restart());
	}

	/** Lets no file of n8n grow while `work` goes on: its register, its own database and what it keeps of mails. */
	async withFullDisk(work: () => Promise<void>): Promise<void> {
		const limit = (size: string) =>
			execFileSync('prlimit', ['--pid', String(this.desk.n8n.pid), `--fsize=${size}`]);
		limit('4096:unlimited');
		try {
			await work();
		} finally {
			limit('unlimited');
		}
	}

	/** Waits until work goes on after `repair`, and notes how long that took. */
	async recovering(fault: string, repair: () => Promise<unknown> | void): Promise<void> {
		const done = () => this.effects + this.dovecot.count('Verwerkt');
		const [before, since, mails] = [done(), Date.now(), this.dovecot.names('INBOX')];
		await repair();
		await eventually(() => done() > before, {
			withinMs: WORKS_AGAIN_WITHIN_MS,
			everyMs: 20,
			otherwise: `no work was done after: ${fault}`,
		});
		const recovery = { fault, seconds: (Date.now() - since) / 1000 };
		this.recoveries.push(recovery);
		this.aftermaths.add({ since, mails, recovery });
	}

	private lookAtAftermaths(): void {
		const waiting = new Set(this.dovecot.names('INBOX'));
		for (const aftermath of this.aftermaths) {
			aftermath.mails = aftermath.mails.filter((mail) => waiting.has(mail));
			if (aftermath.mails.length > 0) continue;
			aftermath.recovery.allDoneSeconds = (Date.now() - aftermath.since) / 1000;
			this.aftermaths.delete(aftermath);
		}
	}

	/** Waits until every mail is put away, says what came of them, and gives the state they ended in. */
	async handled(mails: number, withinMs: number): Promise<EndState> {
		const since = Date.now();
		await eventually(() => this.dovecot.count('INBOX') === 0, {
			withinMs,
			otherwise: 'the INBOX is not empty',
		});
		say(`the INBOX is empty ${Math.round((Date.now() - since) / 1000)} s after the last fault`);
		this.lookAtAftermaths();
		const state = await endState(this.desk);
		say(
			`${mails} mails: ${state.signals.length} signals, ${state.putAway.length} put away, ${state.tickets.size} tickets, ${state.answers.length} answers, in ${Math.round((Date.now() - this.started) / 1000)} s`,
		);
		say(
			`${state.signals.flatMap(uncertainties).length} mails of which it is uncertain whether they went out`,
		);
		sayRecoveries(this.recoveries);
		return state;
	}

	async stop(): Promise<void> {
		clearInterval(this.watch);
		await this.desk.stop();
		await this.line.stop();
	}
}
