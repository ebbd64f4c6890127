import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../temp-folder';

/** Bytes that were put aside; in memory while they are few. */
export interface Stored {
	/** Bytes, all of them, also when not all were kept. */
	size: number;
	/** SHA-256 of all bytes, in hexadecimal. */
	sha256: string;
	/** False when there were more bytes than were allowed to be kept. */
	complete: boolean;
	/** The bytes that were kept: all, or the first of them. */
	open(): Readable;
	/** The same, where they are in memory. */
	bytes?: Buffer;
}

/** So much of a mail may stay in memory: most mails then need no file at all, and a large one takes no more. */
const MEMORY_BYTES = 256 * 1024;

/** Puts the files of one mail aside, the larger ones in a temporary folder of its own. */
export class Spool {
	private folder: Promise<string> | undefined;
	private files = 0;
	private inMemory = 0;

	/** @param parent the folder in which to make it; that for temporary files when left out */
	constructor(private readonly parent?: string) {}

	/** Reads a stream to its end and keeps at most `limit` bytes of it. Throws when the disk refuses. */
	async store(source: AsyncIterable<Buffer>, limit: number): Promise<Stored> {
		const hash = createHash('sha256');
		const memory: Buffer[] = [];
		let size = 0;
		let kept = 0;
		let file: { path: string; handle: FileHandle } | undefined;
		try {
			for await (const chunk of source) {
				hash.update(chunk);
				size += chunk.length;
				const part = chunk.subarray(0, Math.max(0, limit - kept));
				if (part.length === 0) continue;
				kept += part.length;
				if (!file && this.inMemory + kept > MEMORY_BYTES) {
					file = await this.newFile();
					for (const earlier of memory.splice(0)) await file.handle.writeFile(earlier);
				}
				if (file) await file.handle.writeFile(part);
				else memory.push(Buffer.from(part));
			}
		} finally {
			await file?.handle.close();
		}
		const bytes = Buffer.concat(memory);
		this.inMemory += bytes.length;
		const path = file?.path;
		return {
			size,
			sha256: hash.digest('hex'),
			complete: kept === size,
			...(path
				? { open: () => createReadStream(path) }
				: { bytes, open: () => Readable.from(bytes.length > 0 ? [bytes] : []) }),
		};
	}

	/** Removes the temporary files; what was stored cannot be opened any more. */
	async dispose(): Promise<void> {
		if (this.folder) await removeTemporaryFolder(await this.folder);
		this.folder = undefined;
		this.inMemory = 0;
	}

	private async newFile(): Promise<{ path: string; handle: FileHandle }> {
		this.folder ??= makeTemporaryFolder(this.parent);
		const path = join(await this.folder, String(this.files++));
		return { path, handle: await open(path, 'wx', 0o600) };
	}
}
