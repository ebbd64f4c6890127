// npm run bench -- <name>: measures one part of the package against its peer and its limit. See
// docs/benchmarks.md.
import { join } from 'node:path';
import { runCommand } from './lib/command.mjs';
import { ensureClassifierPackages } from './lib/classifier-packages.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

await runCommand(async () => {
	await ensureDependencies();
	await ensureDebianPackages();
	if (process.argv[2] === 'classifier') {
		process.env.REGIE_CLASSIFIER_PACKAGES = await ensureClassifierPackages();
	}
	await buildAndRun(await ensureRuntime(), join('scripts', 'bench', 'main.ts'), process.argv.slice(2));
});
