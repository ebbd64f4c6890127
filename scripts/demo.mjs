// npm run demo: sets up what it needs, builds the package, and starts a whole regie desk to look at.
import { join } from 'node:path';
import { runCommand } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

await runCommand(async () => {
	await ensureDependencies();
	await buildAndRun(await ensureRuntime(), join('scripts', 'demo', 'main.ts'));
});
