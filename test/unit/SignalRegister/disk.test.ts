import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Register } from '../../../nodes/shared/storage/register';
import { runTask, type WorkerReport, type WorkerTask } from '../../support/register-worker';
import { signalFor } from '../../support/signals';
import { temporaryFolder } from '../../support/temp-folder';

const WORKER = join(__dirname, '..', '..', 'support', 'register-worker.ts');
const SIGNALS = 2_000;
const PER_RUN = 50;
const KB_ON_DISK = 2_000;
/** Nobody, who may write nothing; any other id but root's will do. */
const ORDINARY_USER = 65_534;

const folder = temporaryFolder();
const task = (databaseFile: string): WorkerTask => ({
	settings: { databaseFile },
	name: 'worker',
	signals: SIGNALS,
	perRun: PER_RUN,
	from: 0,
});

/** Lets another process do the task, in which no file can become larger than this: for it the disk is full then. */
async function onSmallDisk(work: WorkerTask): Promise<WorkerReport> {
	const limited = `trap '' XFSZ; ulimit -f ${KB_ON_DISK}; exec "$@"`;
	const child = spawn('bash', ['-c', limited, 'bash', process.execPath, '-r', 'ts-node/register', WORKER], {
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	child.send(work);
	const [report] = (await once(child, 'message')) as [WorkerReport];
	return report;
}

/** Root may write everywhere. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
	if (process.geteuid!() !== 0) return await work();
	process.seteuid!(ORDINARY_USER);
	try {
		return await work();
	} finally {
		process.seteuid!(0);
	}
}

async function referencesIn(databaseFile: string): Promise<string[]> {
	const register = await Register.open({ databaseFile });
	const references: string[] = [];
	for await (const { reference } of register.each({})) references.push(reference!);
	await register.close();
	return references.sort();
}

describe('a register on a disk', () => {
	it('that is full, takes a run of the node whole or not at all, and goes on when there is room', async () => {
		const file = join(folder, 'full.sqlite');
		const { errors } = await onSmallDisk(task(file));
		expect(errors.length).toBeGreaterThan(0);
		for (const error of errors)
			expect(error).toMatch(/The register cannot be (opened or )?written at .*full\.sqlite/);
		const before = await referencesIn(file);
		expect(before.length).toBeLessThan(SIGNALS);
		expect(before.length % PER_RUN).toBe(0);

		const again = await runTask({ ...task(file), name: 'later' });
		expect(again.errors).toEqual([]);
		expect(again.outcomes).toEqual({
			new: SIGNALS - before.length,
			...(before.length > 0 && { busy: before.length }),
		});
		const after = await referencesIn(file);
		expect(new Set(after).size).toBe(SIGNALS);
		expect(after.at(-1)).toMatch(/-002000$/);
	}, 240_000);

	it('that may only be read, says so and what to do, and goes on when it may be written', async () => {
		const file = join(folder, 'read-only', 'register.sqlite');
		// In another process: this one would keep the file open for a while.
		await onSmallDisk({ ...task(file), signals: 1 });
		const modes = (ofFile: number, ofFolder: number) => {
			chmodSync(file, ofFile);
			chmodSync(dirname(file), ofFolder);
		};
		modes(0o444, 0o555);
		chmodSync(folder, 0o755);
		const register = async () => {
			const opened = await Register.open({ databaseFile: file });
			try {
				const claim = { by: 'uitvoering 2', minutes: 15 };
				return (await opened.register(signalFor('<nieuw@x>'), claim)).outcome;
			} finally {
				await opened.close();
			}
		};
		await expect(asOrdinaryUser(register)).rejects.toMatchObject({
			message: expect.stringMatching(/The register cannot be (opened or )?written at/) as string,
			hint: expect.stringContaining('The mails stay in the mailbox') as string,
		});
		modes(0o644, 0o755);
		expect(await register()).toBe('new');
		expect(await referencesIn(file)).toHaveLength(2);
	}, 60_000);
});
