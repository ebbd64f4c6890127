// npm run screenshots: takes the pictures in docs/images anew, in the real editor.
import { join } from 'node:path';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { SetupError } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

async function main() {
	await ensureDependencies();
	await ensureDebianPackages(['chromium']);
	await buildAndRun(await ensureRuntime(), join('scripts', 'screenshots', 'main.ts'), process.argv.slice(2));
}

main().catch((error) => {
	console.error(error instanceof SetupError ? error.message : error);
	process.exitCode = 1;
});
