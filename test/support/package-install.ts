import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const npm = (folder: string, ...args: string[]) =>
	execFileSync(NPM, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * Installs the built package in an n8n folder as n8n itself does: packed, unpacked under
 * `.n8n/nodes/node_modules`, without development and peer dependencies, without install scripts.
 * Installed once per content of the package; after that it is a link.
 */
export function installPackage(userFolder: string): void {
	const modules = join(userFolder, '.n8n', 'nodes', 'node_modules');
	mkdirSync(modules, { recursive: true });
	symlinkSync(installedPackage(), join(modules, 'n8n-nodes-regie'), 'junction');
}

function installedPackage(): string {
	const places = join(ROOT, '.runtime', 'installed');
	mkdirSync(places, { recursive: true });
	const work = mkdtempSync(join(places, 'new-'));
	try {
		const [{ filename }] = JSON.parse(npm(ROOT, 'pack', '--json', '--pack-destination', work)) as [
			{ filename: string },
		];
		const tarball = join(work, filename);
		const place = join(places, createHash('sha256').update(readFileSync(tarball)).digest('hex').slice(0, 16));
		if (existsSync(place)) return place;
		execFileSync('tar', ['-xzf', tarball, '-C', work]);
		const unpacked = join(work, 'package');
		const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Record<
			string,
			unknown
		>;
		delete manifest.devDependencies;
		delete manifest.peerDependencies;
		writeFileSync(join(unpacked, 'package.json'), JSON.stringify(manifest, null, 2));
		// The lock file gives the versions that were tested, and needs no look-ups.
		cpSync(join(ROOT, 'package-lock.json'), join(unpacked, 'package-lock.json'));
		npm(unpacked, 'install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline');
		moveTo(place, unpacked);
		return place;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** Another process may have installed the same content meanwhile; then that one stays. */
function moveTo(place: string, unpacked: string): void {
	try {
		renameSync(unpacked, place);
	} catch (error) {
		if (!existsSync(place)) throw error;
	}
}
