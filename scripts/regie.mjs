// npm run regie -- <command>: tools for administrators, on files instead of a mailbox. Results go to
// stdout; everything else, the set-up included, goes to stderr.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runCommand } from './lib/command.mjs';
import { ensureUsableDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/paths.mjs';

await runCommand(async () => {
	await ensureUsableDependencies();
	const tsNode = createRequire(join(ROOT, 'package.json')).resolve('ts-node/register');
	const main = join(ROOT, 'scripts', 'regie', 'main.ts');
	const env = { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };
	const { status } = spawnSync(process.execPath, ['-r', tsNode, main, ...process.argv.slice(2)], {
		stdio: 'inherit',
		env,
	});
	process.exitCode = status ?? 1;
});
