import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { NPM, run } from './run.mjs';
import { say } from './say.mjs';

const STAMP = join(ROOT, 'node_modules', '.regie-lock-hash');

/** Installs the project's own dependencies when they are not there or the lock file changed. */
export async function ensureDependencies() {
	const hash = createHash('sha256')
		.update(readFileSync(join(ROOT, 'package-lock.json')))
		.digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
	say('→ Onderdelen van dit project ophalen (ongeveer 1 minuut)');
	// Not `npm ci`: see docs/decisions/0006.
	await run('Onderdelen ophalen', NPM, ['install', '--no-audit', '--no-fund'], { cwd: ROOT });
	writeFileSync(STAMP, hash);
}

/** As `ensureDependencies`, but leaves alone what somebody installed by hand, so that nothing needs the network. */
export async function ensureUsableDependencies() {
	const byHand = existsSync(join(ROOT, 'node_modules', 'ts-node')) && !existsSync(STAMP);
	if (!byHand) await ensureDependencies();
}
