// npm run demo: sets up what it needs, builds the package, and starts a whole regie desk to look at.
import { join } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { SetupError } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

async function main() {
	await ensureDependencies();
	await buildAndRun(await ensureRuntime(), join('scripts', 'demo', 'main.ts'));
}

main().catch((error) => {
	console.error(error instanceof SetupError ? error.message : error);
	process.exitCode = 1;
});
