// npm run screenshots: takes the pictures in docs/images anew, in the real editor.
import { join } from 'node:path';
import { runCommand } from './lib/command.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

await runCommand(async () => {
	await ensureDependencies();
	await ensureDebianPackages(['chromium']);
	await buildAndRun(await ensureRuntime(), join('scripts', 'screenshots', 'main.ts'), process.argv.slice(2));
});
