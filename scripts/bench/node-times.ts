import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

const eventSchema = z.object({
	ts: z.iso.datetime({ offset: true }),
	eventName: z.enum(['n8n.node.started', 'n8n.node.finished']),
	payload: z.object({ workflowId: z.string(), executionId: z.string(), nodeName: z.string() }),
});

/** Seconds that the nodes of a workflow took, by name and the longest first, from n8n's own log of events. */
export function nodeTimes(log: string, workflow: string): [node: string, seconds: number][] {
	const started = new Map<string, number>();
	const seconds = new Map<string, number>();
	for (const line of log.split('\n')) {
		if (!line.includes('"n8n.node.')) continue;
		const { ts, eventName, payload } = eventSchema.parse(JSON.parse(line));
		if (payload.workflowId !== workflow) continue;
		const run = JSON.stringify([payload.executionId, payload.nodeName]);
		if (eventName === 'n8n.node.started') started.set(run, Date.parse(ts));
		else {
			const took = (Date.parse(ts) - (started.get(run) ?? Date.parse(ts))) / 1000;
			seconds.set(payload.nodeName, (seconds.get(payload.nodeName) ?? 0) + took);
		}
	}
	return [...seconds].sort(([, one], [, other]) => other - one);
}

/** The log of events of an n8n, oldest first; n8n keeps the last 40 MB of it. */
export function eventLog(userFolder: string): string {
	const folder = join(userFolder, '.n8n');
	const files = readdirSync(folder).filter((name) => /^n8nEventLog(-\d+)?\.log$/.test(name));
	const age = (name: string) => Number(/-(\d+)/.exec(name)?.[1] ?? 0);
	return files
		.sort((one, other) => age(other) - age(one))
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
}
