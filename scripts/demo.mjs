// npm run demo: sets up what it needs, builds the package, and starts a whole regie desk to look at.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/paths.mjs';
import { run, SetupError } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

async function main() {
	await ensureDependencies();
	const runtime = await ensureRuntime();
	console.log('→ Pakket bouwen');
	await run('Pakket bouwen', runtime.node, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], {
		cwd: ROOT,
	});

	const demo = spawn(runtime.node, ['-r', 'ts-node/register', join(ROOT, 'scripts', 'demo', 'main.ts')], {
		cwd: ROOT,
		env: { ...process.env, REGIE_N8N: runtime.folder, REGIE_NODE: runtime.node },
		stdio: 'inherit',
	});
	// Ctrl-C reaches the demo itself, which stops its servers; this process waits for that.
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => demo.kill('SIGTERM'));
	demo.on('exit', (code) => (process.exitCode = code ?? 1));
}

main().catch((error) => {
	console.error(error instanceof SetupError ? error.message : error);
	process.exitCode = 1;
});
