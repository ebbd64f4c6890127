import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';
import type { WorkerReport, WorkerTask } from '../../support/register-worker';

const SIGNALS = 10_000;
const WORKER = join(__dirname, '..', '..', 'support', 'register-worker.ts');

/** Lets another process do the task. */
async function inOwnProcess(task: WorkerTask): Promise<WorkerReport> {
	const child = fork(WORKER, { execArgv: ['-r', 'ts-node/register'] });
	child.send(task);
	const [report] = (await once(child, 'message')) as [WorkerReport];
	return report;
}

async function referencesIn(settings: RegisterSettings): Promise<string[]> {
	const register = await Register.open(settings);
	const references: string[] = [];
	for await (const { reference } of register.each({})) references.push(reference!);
	await register.close();
	return references;
}

onEveryDatabase(({ fresh }) => {
	it('registers 10,000 signals once each when two processes bring all of them at once, and fails nobody', async () => {
		const settings = await fresh();
		const task = (name: string, from: number) =>
			inOwnProcess({ settings, name, signals: SIGNALS, perRun: 250, from });
		const reports = await Promise.all([task('worker 1', 0), task('worker 2', SIGNALS / 2)]);
		expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
		const count = (outcome: string) =>
			reports.reduce((sum, { outcomes }) => sum + (outcomes[outcome] ?? 0), 0);
		expect({ new: count('new'), busy: count('busy') }).toEqual({ new: SIGNALS, busy: SIGNALS });
		// Both did a part of it, or nothing was shown.
		for (const { outcomes } of reports) expect(outcomes.new).toBeGreaterThan(0);
		const expected = Array.from({ length: SIGNALS }, (_, index) => String(index + 1).padStart(6, '0'));
		const references = await referencesIn(settings);
		expect(references.map((reference) => reference.slice('R-2026-'.length)).sort()).toEqual(expected);
	}, 240_000);
});
