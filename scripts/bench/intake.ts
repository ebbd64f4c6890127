import { Administrator } from '../../test/support/administrator';
import { INTAKE_WORKFLOW, startDesk } from '../../test/support/desk';
import { startDovecot } from '../../test/support/dovecot';
import { generateMails, rawGeneratedMails, type GeneratedMail } from '../../test/support/generated-mails';
import type { Bench, Row } from './bench';
import { allDone, executionsOf } from './mailbox/side';
import { accountOfPolls } from './mailbox/sides';
import { eventLog, nodeTimes } from './node-times';
import { ProcessWatch } from './process-watch';

const SEED = 20_150;

/** How n8n runs: alone on SQLite, or in queue mode with so many workers. */
const WAYS = [
	{ what: 'one n8n, SQLite', workers: 0 },
	{ what: 'queue mode, 1 worker', workers: 1 },
	{ what: 'queue mode, 2 workers', workers: 2 },
	{ what: 'queue mode, 4 workers', workers: 4 },
];

/** The whole loop: workflow 01 Intake as it is shipped, with simulators on the other side. */
export const intakeBench: Bench = {
	name: 'intake',
	options: { mails: 500, workers: 4 },

	async run({ mails: count, workers }, say) {
		const mails = generateMails(count!, SEED);
		const raw = await rawGeneratedMails(mails);
		const rows: Row[] = [];
		let shares = '';
		for (const way of WAYS.filter((one) => one.workers <= workers!)) {
			say(`→ ${way.what}: ${mails.length} mails`);
			const { values, nodes } = await measure(mails, raw, way.workers);
			rows.push({ what: way.what, values });
			if (way.workers === 0) shares = longest(nodes);
		}
		return {
			columns: Object.keys(rows[0]!.values),
			rows,
			notes: [
				`The same ${mails.length} mails each time. Processor seconds and memory are of all processes of n8n together.`,
				`Where the time of the nodes goes, with one n8n: ${shares}.`,
			],
		};
	},
};

async function measure(
	mails: readonly GeneratedMail[],
	raw: ReadonlyMap<string, Buffer>,
	workers: number,
): Promise<{ values: Row['values']; nodes: ReturnType<typeof nodeTimes> }> {
	const dovecot = await startDovecot();
	for (const { id } of mails) await dovecot.deliver(raw.get(id)!);
	const desk = await startDesk({
		startMail: () => Promise.resolve(dovecot),
		publish: [],
		queue: workers > 0 ? { workers } : undefined,
	});
	try {
		const processes = [desk.n8n, ...(desk.queue ? [...desk.queue.workers, desk.queue.webhooks] : [])];
		const watches = processes.map(({ pid }) => new ProcessWatch(pid));
		const sum = (of: (watch: ProcessWatch) => number) =>
			watches.reduce((total, watch) => total + of(watch), 0);
		await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).publish();
		await allDone(() => dovecot.count('Verwerkt'), mails.length);
		const executions = await executionsOf(desk.n8n, INTAKE_WORKFLOW);
		for (const watch of watches) watch.stop();
		const { wallSeconds, busySeconds, readingSeconds, polls } = accountOfPolls(dovecot, executions);
		const values = {
			processes: processes.length,
			mails: mails.length,
			'seconds busy': busySeconds.toFixed(1),
			'mails/minute busy': ((mails.length / busySeconds) * 60).toFixed(0),
			'of it reading': `${readingSeconds.toFixed(1)} s`,
			'processor s per 1,000': ((sum((watch) => watch.processorSeconds) / mails.length) * 1000).toFixed(0),
			polls,
			'wall clock': `${wallSeconds.toFixed(0)} s`,
			'memory idle': `${sum((watch) => watch.idleMb).toFixed(0)} MB`,
			'memory peak': `${sum((watch) => watch.peakMb).toFixed(0)} MB`,
			'mails sent': desk.outgoing.messages.length,
		};
		// Workers have logs of their own.
		const log = workers > 0 ? '' : eventLog(desk.n8n.env.N8N_USER_FOLDER!);
		return { values, nodes: nodeTimes(log, INTAKE_WORKFLOW) };
	} finally {
		await desk.stop();
	}
}

const SHOWN_NODES = 8;

/** The nodes that take most, with their part of all. */
function longest(nodes: ReturnType<typeof nodeTimes>): string {
	const all = nodes.reduce((total, [, seconds]) => total + seconds, 0);
	const part = (seconds: number) => `${((seconds / all) * 100).toFixed(0)}%`;
	const rest = nodes.slice(SHOWN_NODES).reduce((total, [, seconds]) => total + seconds, 0);
	return [...nodes.slice(0, SHOWN_NODES), [`${nodes.length - SHOWN_NODES} others`, rest] as const]
		.map(([node, seconds]) => `${node} ${part(seconds)}`)
		.join(', ');
}
