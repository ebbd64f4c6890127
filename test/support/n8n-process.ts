import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import axios from 'axios';
import { eventually } from './eventually';
import { runtime } from './runtime';

const START_WITHIN_MS = 120_000;

/** One process of n8n: `start` is the main one, `worker` and `webhook` are for queue mode. */
export interface N8nProcess {
	readonly pid: number;
	/** What it printed so far, over all its starts. */
	output(): string;
	/** Starts it, or starts it again, and waits until it says that it is ready. */
	launch(): Promise<void>;
	kill(signal: NodeJS.Signals): Promise<void>;
	/** Asks it to stop, and ends it when it does not. */
	stop(): Promise<void>;
}

export function n8nProcess(options: {
	command: 'start' | 'worker' | 'webhook';
	env: NodeJS.ProcessEnv;
	logFile: string;
	/** Where it listens. */
	url: string;
}): N8nProcess {
	const { command, env, logFile, url } = options;
	const output = () => readFileSync(logFile, 'utf8');
	let child: ChildProcess;
	const ended = () => child.exitCode !== null || child.signalCode !== null;
	const kill = async (signal: NodeJS.Signals) => {
		if (ended()) return;
		const exit = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await exit;
	};
	return {
		get pid() {
			return child.pid!;
		},
		output,
		async launch() {
			child = spawnN8n(command, env, logFile);
			await eventually(async () => ended() || (await isReady(url)), {
				withinMs: START_WITHIN_MS,
				everyMs: 200,
				otherwise: () => `n8n ${command} did not start. The end of its log:\n${output().slice(-2000)}`,
			});
			if (ended()) throw new Error(`n8n ${command} ended at its start:\n${output().slice(-2000)}`);
		},
		kill,
		async stop() {
			const impatient = setTimeout(() => child.kill('SIGKILL'), 15_000);
			await kill('SIGTERM');
			clearTimeout(impatient);
		},
	};
}

async function isReady(url: string): Promise<boolean> {
	const always = { validateStatus: () => true, proxy: false } as const;
	try {
		return (await axios.get(`${url}/healthz/readiness`, always)).status === 200;
	} catch {
		return false;
	}
}

function spawnN8n(command: string, env: NodeJS.ProcessEnv, logFile: string): ChildProcess {
	const { node, n8n } = runtime();
	const log = openSync(logFile, 'a');
	const child = spawn(node, [n8n, command], { env, stdio: ['ignore', log, log] });
	const endWithUs = () => child.kill('SIGKILL');
	process.once('exit', endWithUs);
	child.once('exit', () => process.removeListener('exit', endWithUs));
	return child;
}
