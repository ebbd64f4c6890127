import { spawn } from 'node:child_process';
import { say } from './say.mjs';

const HEARTBEAT_MS = 15_000;

/** A step of the set-up failed; the message says which, and shows the end of what it printed. */
export class SetupError extends Error {}

/**
 * Runs a command quietly, with a sign of life every 15 seconds, and shows its output only when it fails.
 * @param {string} what what a person waits for, for example "n8n 2.41.1 ophalen"
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it printed
 */
export function run(what, command, args, { cwd, env } = {}) {
	const started = Date.now();
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		const collect = (chunk) => (output += chunk);
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		const heartbeat = setInterval(
			() => say(`   ${what}: bezig, ${Math.round((Date.now() - started) / 1000)} s`),
			HEARTBEAT_MS,
		);
		child.on('error', (error) => {
			clearInterval(heartbeat);
			reject(new SetupError(`${what}: '${command}' cannot be started (${error.message}).`));
		});
		child.on('close', (code) => {
			clearInterval(heartbeat);
			if (code === 0) return resolve(output);
			reject(
				new SetupError(`${what} failed (exit code ${code}). The end of its output:\n${output.slice(-3000)}`),
			);
		});
	});
}

/** npm as a program: on Windows it is a script. */
export const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
