// npm run bench -- <name>: measures one part of the package against its peer and its limit. See
// docs/benchmarks.md.
import { join } from 'node:path';
import { ensureClassifierPackages } from './lib/classifier-packages.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { SetupError } from './lib/run.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

async function main() {
	await ensureDependencies();
	await ensureDebianPackages();
	if (process.argv[2] === 'classifier') {
		process.env.REGIE_CLASSIFIER_PACKAGES = await ensureClassifierPackages();
	}
	await buildAndRun(await ensureRuntime(), join('scripts', 'bench', 'main.ts'), process.argv.slice(2));
}

main().catch((error) => {
	console.error(error instanceof SetupError ? error.message : error);
	process.exitCode = 1;
});
