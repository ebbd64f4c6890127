import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { RawMail } from './fetched-mail';

/** How much goes through at a time. */
const CHUNK_BYTES = 64 * 1024;

function* slices(bytes: Buffer): Generator<Buffer> {
	for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** A mail that is in memory. */
export const mailInMemory = (bytes: Buffer): RawMail => ({
	size: bytes.length,
	bytes,
	open: () => Readable.from(slices(bytes), { objectMode: false }),
});

/** A mail that is (a part of) a file: `size` bytes from `start` on. */
export const mailInFile = (path: string, size: number, start = 0): RawMail => ({
	size,
	open: () => (size === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + size - 1 })),
});
