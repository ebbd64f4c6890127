// npm run demo: sets up what it needs, builds the package, and starts a whole regie desk to look at.
// `npm run demo -- --queue` runs n8n in queue mode, for which it needs PostgreSQL and Redis.
import { join } from 'node:path';
import { runCommand } from './lib/command.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildAndRun } from './lib/run-typescript.mjs';
import { ensureRuntime } from './lib/runtime.mjs';

await runCommand(async () => {
	const options = process.argv.slice(2);
	await ensureDependencies();
	if (options.includes('--queue')) await ensureDebianPackages(['dovecot', 'postgres', 'redis-server']);
	await buildAndRun(await ensureRuntime(), join('scripts', 'demo', 'main.ts'), options);
});
