import { createReadStream, createWriteStream, type Stats } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RawMail } from '../fetched-mail';

/** Larger mail goes through the disk: memory then does not grow with the size of a mail. */
export const MAX_IN_MEMORY_BYTES = 256 * 1024;

const PREFIX = 'regie-mail-';
/** Whatever its process does: no poll works this long. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Host and process are in the name, so that another process can see whose folder it is. */
const ownPrefix = (): string => `${PREFIX}${hostname().replace(/[^\w.]/g, '_')}-${process.pid}-`;

/** Folders of this process that are in use. */
const inUse = new Set<string>();

/** A mail that is in memory as it is. */
export const rawInMemory = (source: Buffer): RawMail => ({
	size: source.length,
	open: () => Readable.from([source], { objectMode: false }),
});

/** A temporary folder for large mails; only the user that runs n8n can look in it. */
export class Spool {
	private folder: string | undefined;
	private files = 0;

	/** @param parent where temporary files go */
	constructor(private readonly parent: string = tmpdir()) {}

	/** Takes a mail of unknown size: in memory while it is small, on disk from then on. */
	async hold(content: Readable): Promise<RawMail> {
		// One iterator throughout: a stream that breaks between two would have nobody to tell it to.
		const chunks = content.iterator() as AsyncIterator<Buffer>;
		const head: Buffer[] = [];
		let bytes = 0;
		while (bytes <= MAX_IN_MEMORY_BYTES) {
			const next = await chunks.next();
			if (next.done) return rawInMemory(Buffer.concat(head));
			head.push(next.value);
			bytes += next.value.length;
		}
		return await this.keep(continued(head, chunks));
	}

	/** Writes a mail to disk while it comes in. */
	async keep(content: Readable): Promise<RawMail> {
		if (!this.folder) {
			this.folder = await mkdtemp(join(this.parent, ownPrefix()));
			inUse.add(this.folder);
		}
		const file = join(this.folder, `${++this.files}.eml`);
		await pipeline(content, createWriteStream(file, { mode: 0o600, flags: 'wx' }));
		const { size } = await stat(file);
		return { size, open: () => createReadStream(file) };
	}

	/** Removes what was kept. It can be used again after that. */
	async clear(): Promise<void> {
		if (!this.folder) return;
		const { folder } = this;
		this.folder = undefined;
		await rm(folder, { recursive: true, force: true });
		inUse.delete(folder);
	}
}

/** What was read of a stream, and the rest of it. */
function continued(head: readonly Buffer[], rest: AsyncIterator<Buffer>): Readable {
	return Readable.from(
		(async function* () {
			yield* head;
			yield* { [Symbol.asyncIterator]: () => rest };
		})(),
		{ objectMode: false },
	);
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
	if (name.startsWith(ownPrefix()) || mtimeMs < Date.now() - FORGOTTEN_AFTER_MS) return true;
	const [, host, pid] = /^regie-mail-(.+)-(\d+)-\w+$/.exec(name) ?? [];
	return host === hostname().replace(/[^\w.]/g, '_') && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
