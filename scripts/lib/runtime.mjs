import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureDebianPackages, FOR_BUILDING } from './debian.mjs';
import { cacheFolder, N8N_VERSION } from './paths.mjs';
import { withLock } from './lock.mjs';
import { NPM, run, SetupError } from './run.mjs';
import { say } from './say.mjs';

/**
 * Node 24 and n8n, in the user's cache folder.
 * @typedef {{ folder: string, node: string, n8n: string }} Runtime
 */

const runtimeIn = (folder) => ({
	folder,
	/** The real binary: on Windows the link in .bin is a script. */
	node: join(nodePackage(folder), process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'),
	n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
});

/** The package with Node's binary and headers for this platform, wherever npm put it. */
function nodePackage(folder) {
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const places = [
		join(folder, 'node_modules', name),
		join(folder, 'node_modules', 'node', 'node_modules', name),
	];
	return places.find((place) => existsSync(place)) ?? places[0];
}

/** @returns {Promise<Runtime>} */
export async function ensureRuntime() {
	const folder = join(cacheFolder(), `n8n-${N8N_VERSION}`);
	const marker = join(folder, 'ready.json');
	if (existsSync(marker)) return runtimeIn(folder);
	return await withLock(
		`${folder}.lock`,
		async () => {
			if (!existsSync(marker)) await install(folder, marker);
			return runtimeIn(folder);
		},
		`Een ander proces zet n8n ${N8N_VERSION} klaar; even wachten.`,
	);
}

async function install(folder, marker) {
	say(
		`→ n8n ${N8N_VERSION} en Node 24 ophalen. Dit is eenmalig: ongeveer 3 GB, 6 tot 10 minuten.\n` +
			`   Ze komen in ${folder}, zodat het de volgende keer klaarstaat.`,
	);
	mkdirSync(folder, { recursive: true });
	const dependencies = { n8n: N8N_VERSION, node: '^24.0.0' };
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'n8n-nodes-regie-runtime', private: true, dependencies }),
	);
	// Without install scripts: one of n8n's dependencies wants a download that it does not need here.
	await run('n8n ophalen', NPM, ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
	await run('Node 24 klaarzetten', NPM, ['rebuild', 'node', '--ignore-scripts=false'], { cwd: folder });
	const { node, n8n } = runtimeIn(folder);
	const env = {
		...process.env,
		PATH: [dirname(node), process.env.PATH].join(delimiter),
		npm_config_nodedir: nodePackage(folder),
	};
	await buildModules(folder, env);

	const version = (await run('n8n controleren', node, [n8n, '--version'], { env })).trim();
	if (!version.endsWith(N8N_VERSION))
		throw new SetupError(`n8n ${N8N_VERSION} was asked for, and ${version} came.`);
	await run('SQLite controleren', node, ['-e', "require('sqlite3')"], { cwd: folder, env });
	const { version: nodeVersion } = JSON.parse(
		readFileSync(join(nodePackage(folder), 'package.json'), 'utf8'),
	);
	writeFileSync(marker, JSON.stringify({ n8n: N8N_VERSION, node: nodeVersion }));
}

/** The modules of n8n that are not in JavaScript: ready-made where they can be downloaded, built otherwise. */
async function buildModules(folder, env) {
	const build = () =>
		run('SQLite voor n8n klaarzetten', NPM, ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'], {
			cwd: folder,
			env,
		});
	try {
		await build();
	} catch (failure) {
		// What is missing may not be why it failed: the reason itself is always shown.
		const installed = await ensureDebianPackages(FOR_BUILDING).catch((missing) => {
			throw new SetupError(`${failure.message}\n\n${missing.message}`);
		});
		if (!installed) throw failure;
		await build();
	}
}
