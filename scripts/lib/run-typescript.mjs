import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * Builds the package and runs a TypeScript program on Node 24, with Node and n8n where it finds them
 * (test/support/runtime.ts). Ctrl-C reaches the program itself; this process waits for it to end.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {string} program path from the top of the checkout
 * @param {string[]} [args]
 */
export async function buildAndRun(runtime, program, args = []) {
	say('→ Pakket bouwen');
	await run('Pakket bouwen', runtime.node, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], {
		cwd: ROOT,
	});
	const child = spawn(runtime.node, ['-r', 'ts-node/register', join(ROOT, program), ...args], {
		cwd: ROOT,
		env: { ...process.env, REGIE_N8N: runtime.folder, REGIE_NODE: runtime.node },
		stdio: 'inherit',
	});
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	child.on('exit', (code) => (process.exitCode = code ?? 1));
}
