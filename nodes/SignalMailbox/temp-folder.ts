import type { Stats } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'regie-mail-';
/** Whatever its process does: no poll works this long. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

const HOST = hostname().replace(/[^\w.]/g, '_');
/** Host and process are in the name, so that another process can see whose folder it is. */
const OWN_PREFIX = `${PREFIX}${HOST}-${process.pid}-`;

/** Folders of this process that are in use. */
const inUse = new Set<string>();

/** Makes a folder for what does not fit in memory; only the user that runs n8n can look in it. */
export async function makeTemporaryFolder(parent: string = tmpdir()): Promise<string> {
	const folder = await mkdtemp(join(parent, OWN_PREFIX));
	inUse.add(folder);
	return folder;
}

/** Removes a folder and all that is in it. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	inUse.delete(folder);
}

/** Removes what processes that were killed have left behind. Never throws: it is not what a poll is for. */
export async function removeLeftOvers(parent: string = tmpdir()): Promise<void> {
	try {
		for (const name of await readdir(parent)) {
			if (!name.startsWith(PREFIX)) continue;
			const folder = join(parent, name);
			const found = await stat(folder).catch(() => undefined);
			if (found && isLeftOver(folder, name, found)) await rm(folder, { recursive: true, force: true });
		}
	} catch {
		// Somebody else's file, or a folder that may not be listed: the next poll looks again.
	}
}

function isLeftOver(folder: string, name: string, { mtimeMs }: Stats): boolean {
	if (inUse.has(folder)) return false;
	// In a container every n8n has the same process number: what bears it and is not in use is from before.
	if (name.startsWith(OWN_PREFIX) || mtimeMs < Date.now() - FORGOTTEN_AFTER_MS) return true;
	const [, host, pid] = /^regie-mail-(.+)-(\d+)-\w+$/.exec(name) ?? [];
	return host === HOST && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
