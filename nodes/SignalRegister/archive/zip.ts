import { Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
	/** With `/` between folders. */
	path: string;
	content: Buffer | string;
}

/** What a zip file holds that every program opens. */
const MOST_ENTRIES = 65_000;
const MOST_BYTES = 4_000_000_000;

class ZipTooLarge extends Error {
	readonly hint =
		'A zip file of more cannot be opened everywhere. Leave out source mails, or use Export for parts of the month.';
}

/**
 * A zip file of these entries, in pieces: no more than one entry is in memory.
 * @param at when the files were made
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Buffer> {
	const ready: Uint8Array[] = [];
	let failed: Error | null = null;
	const zip = new Zip((error, piece) => {
		if (error) failed = error;
		else ready.push(piece);
	});
	let [count, bytes] = [0, 0];
	function* taken(): Generator<Buffer> {
		if (failed) throw failed;
		for (const piece of ready.splice(0)) {
			bytes += piece.length;
			yield Buffer.from(piece.buffer, piece.byteOffset, piece.length);
		}
	}
	for await (const { path, content } of entries) {
		count += 1;
		if (count > MOST_ENTRIES || bytes + content.length > MOST_BYTES) {
			throw new ZipTooLarge('The archive has more files, or is larger, than a zip file can be.');
		}
		const file = new ZipDeflate(path, { level: 6 });
		file.mtime = at;
		zip.add(file);
		file.push(typeof content === 'string' ? Buffer.from(content) : content, true);
		yield* taken();
	}
	zip.end();
	yield* taken();
}
