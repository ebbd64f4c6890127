import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import getPort from 'get-port';
import { eventually } from './eventually';

/** A Redis of its own on this machine, that keeps its data over a restart. */
export interface Redis {
	host: '127.0.0.1';
	port: number;
	readonly pid: number;
	/** Ends it at once. What it had written stays. */
	halt(): Promise<void>;
	/** Starts it again, on the same port and with the same data. */
	start(): Promise<void>;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

export async function startRedis(): Promise<Redis> {
	const folder = mkdtempSync(join(tmpdir(), 'redis-'));
	const port = await getPort({ host: '127.0.0.1' });
	let server: ChildProcess;
	const end = async (signal: NodeJS.Signals) => {
		if (server.exitCode !== null || server.signalCode !== null) return;
		const ended = new Promise((resolve) => server.once('exit', resolve));
		server.kill(signal);
		await ended;
	};
	const start = async () => {
		// Every write is on disk before it is answered: a restart loses nothing that n8n counts on.
		const options = {
			bind: '127.0.0.1',
			port,
			dir: folder,
			appendonly: 'yes',
			appendfsync: 'always',
			save: '',
		};
		const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
		server = spawn('redis-server', args, { stdio: 'ignore' });
		await eventually(() => answers(port), {
			withinMs: 15_000,
			everyMs: 20,
			otherwise: 'Redis did not start',
		});
	};
	const killOnExit = () => server.kill('SIGKILL');
	process.once('exit', killOnExit);
	await start();
	return {
		host: '127.0.0.1',
		port,
		get pid() {
			return server.pid!;
		},
		halt: () => end('SIGKILL'),
		start,
		async stop() {
			process.removeListener('exit', killOnExit);
			await end('SIGTERM');
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Whether it has loaded its data: until then it answers PING with an error. */
async function answers(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.once('data', (answer) => {
			resolve(answer.toString().startsWith('+PONG'));
			socket.destroy();
		});
		socket.once('error', () => resolve(false));
	});
}
