import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheFolder } from './paths.mjs';
import { NPM, run } from './run.mjs';
import { say } from './say.mjs';

/** What the bench of the classifier is measured beside. They are large, and nothing else needs them. */
const PACKAGES = {
	'@nlpjs/core': '4.26.1',
	'@nlpjs/lang-nl': '4.26.1',
	'@nlpjs/nlp': '4.27.0',
	natural: '8.1.1',
};

/** @returns {Promise<string>} the folder in which nlp.js and natural are installed: the user's own cache folder */
export async function ensureClassifierPackages() {
	const folder = join(cacheFolder(), 'classifier-packages');
	const marker = join(folder, 'ready.json');
	await withLock(
		`${folder}.lock`,
		async () => {
			if (existsSync(marker)) return;
			say('→ nlp.js en natural ophalen, om naast te meten. Dit is eenmalig: ongeveer 90 MB.');
			mkdirSync(folder, { recursive: true });
			const content = { name: 'classifier-packages', private: true, dependencies: PACKAGES };
			writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
			const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
			await run('nlp.js en natural ophalen', NPM, args, { cwd: folder });
			writeFileSync(marker, JSON.stringify(PACKAGES));
		},
		'Een ander proces haalt nlp.js en natural op; even wachten.',
	);
	return folder;
}
