import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Administrator } from '../../../test/support/administrator';
import type { ImportedCredential } from '../../../test/support/credentials';
import { startDovecot, type Dovecot } from '../../../test/support/dovecot';
import { startN8n, type N8nServer } from '../../../test/support/n8n-server';
import { liveMemory, reportingHeap } from '../live-memory';
import { ProcessWatch } from '../process-watch';
import type { MailFiles } from './mails';
import type { Span } from './sessions';

/** What one side did with the mails. */
export interface Measured {
	mails: number;
	/** From the first connection until the last mail was done. */
	wallSeconds: number;
	/** Of those, in which it was reading mail or running a workflow, and not waiting for its next turn. */
	busySeconds: number;
	/** Of those, in which it was reading mail. */
	readingSeconds: number;
	/** How often it came to read. */
	polls: number;
	/** What the process worked for it, however busy the machine was with other things. */
	processorSeconds: number;
	idleMb: number;
	peakMb: number;
	/** In each quarter of the time. */
	peaksMb: number[];
}

/** As `Measured`, with what is in use once garbage is collected. */
export interface MeasuredMemory extends Measured {
	liveBeforeMb: number;
	liveAfterMb: number;
}

/** The part of `Measured` that is about the process. */
export const usedBy = (watch: ProcessWatch) => ({
	processorSeconds: watch.processorSeconds,
	idleMb: watch.idleMb,
	peakMb: watch.peakMb,
	peaksMb: watch.peaksMb(4),
});

/** A side that runs in a real n8n. */
export interface N8nSide {
	workflow: string;
	workflowsDir: string;
	/** Looks when it hears of a new mail, and not at its start. */
	waitsForNewMail: boolean;
	credentials(dovecot: Dovecot, folder: string): Record<string, ImportedCredential>;
	/** How many mails are done, looked up without disturbing the server. */
	done(dovecot: Dovecot): number;
	/** What was going on when, once all is done. */
	account(
		dovecot: Dovecot,
		executions: readonly Span[],
	): Omit<Measured, 'mails' | keyof ReturnType<typeof usedBy>>;
}

interface ExecutionTimes {
	startedAt: string;
	stoppedAt: string | null;
	status: string;
}

/** n8n leaves much garbage at its start, which V8 collects once it has been idle for some seconds. */
const SETTLE_MS = 20_000;
const LOOK_EVERY_MS = 250;
const GIVE_UP_AFTER_MS = 5 * 60_000;

/** Runs a side in a real n8n of its own, on a Dovecot of its own that holds these mails. */
export async function measureInN8n(side: N8nSide, { files }: MailFiles): Promise<MeasuredMemory> {
	const folder = mkdtempSync(join(tmpdir(), 'regie-bench-'));
	const dovecot = await startDovecot();
	const late = side.waitsForNewMail ? files.slice(-1) : [];
	for (const file of files.slice(0, files.length - late.length)) await dovecot.deliver(readFileSync(file));
	const heapFile = join(folder, 'heap');
	const n8n = await startN8n({
		userFolder: join(folder, 'n8n'),
		settings: reportingHeap(heapFile),
		credentials: side.credentials(dovecot, folder),
		workflowsDir: side.workflowsDir,
		publish: [],
	});
	try {
		await sleep(SETTLE_MS);
		const liveBeforeMb = await liveMemory(n8n.pid, heapFile);
		const watch = new ProcessWatch(n8n.pid);
		await new Administrator(n8n.api, side.workflow).publish(GIVE_UP_AFTER_MS);
		for (const file of late) await dovecot.deliver(readFileSync(file));
		await allDone(() => side.done(dovecot), files.length);
		const executions = await executionsOf(n8n, side.workflow);
		watch.stop();
		return {
			mails: files.length,
			...side.account(dovecot, executions),
			...usedBy(watch),
			liveBeforeMb,
			liveAfterMb: await liveMemory(n8n.pid, heapFile),
		};
	} finally {
		await n8n.stop();
		await dovecot.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Waits until all is done; gives up when nothing more happens. */
export async function allDone(done: () => number, all: number): Promise<void> {
	let [seen, since] = [0, Date.now()];
	for (;;) {
		const now = done();
		if (now >= all) return;
		if (now > seen) [seen, since] = [now, Date.now()];
		if (Date.now() - since > GIVE_UP_AFTER_MS)
			throw new Error(`Only ${seen} of ${all} mails were done, and nothing more happens.`);
		await sleep(LOOK_EVERY_MS);
	}
}

/** All executions of the workflow, once none is running. */
export async function executionsOf({ api }: N8nServer, workflow: string): Promise<Span[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow }));
	for (;;) {
		const all: ExecutionTimes[] = [];
		let cursor: string | null = '';
		while (cursor !== null) {
			const page: { results: ExecutionTimes[]; nextCursor: string | null } = await api.get(
				`/rest/executions?filter=${filter}&limit=100${cursor && `&cursor=${cursor}`}`,
			);
			all.push(...page.results);
			cursor = page.nextCursor;
		}
		const wrong = all.find(({ status }) => !['success', 'running', 'new'].includes(status));
		if (wrong) throw new Error(`An execution of ${workflow} ended with ${wrong.status}.`);
		if (all.length > 0 && all.every(({ stoppedAt }) => stoppedAt)) {
			return all.map(({ startedAt, stoppedAt }) => ({
				from: Date.parse(startedAt),
				until: Date.parse(stoppedAt!),
			}));
		}
		await sleep(LOOK_EVERY_MS);
	}
}
