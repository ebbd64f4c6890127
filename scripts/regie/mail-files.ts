import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mailInFile } from '../../nodes/SignalMailbox/raw-mail';
import type { RawMail } from '../../nodes/SignalMailbox/fetched-mail';

/** A mail in a file, or why there is none. */
export type FoundMail = { file: string; raw: RawMail } | { file: string; error: string };

/**
 * The mails in a path, in order: the file itself, each mail of an mbox file, or all files in a folder and its
 * subfolders, by name. Never throws: what cannot be opened says so in its place.
 */
export async function* mailFiles(path: string): AsyncGenerator<FoundMail> {
	try {
		const found = await stat(path);
		if (found.isDirectory()) yield* inFolder(path);
		else if (!found.isFile()) yield { file: path, error: 'This is no file and no folder' };
		else for await (const raw of mailsIn(path, found.size)) yield { file: path, raw };
	} catch (error) {
		yield { file: path, error: error instanceof Error ? error.message : String(error) };
	}
}

async function* inFolder(folder: string): AsyncGenerator<FoundMail> {
	const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
	if (names.length === 0) yield { file: folder, error: 'The folder is empty' };
	for (const name of names) yield* mailFiles(join(folder, name));
}

const MBOX_LINE = Buffer.from('From ');
const CHUNK_BYTES = 1024 * 1024;

/** An mbox file (RFC 4155) is cut at its `From ` lines; any other file is one mail. */
async function* mailsIn(path: string, size: number): AsyncGenerator<RawMail> {
	const starts = await mboxStarts(path, size);
	if (starts.length === 0) return yield mailInFile(path, size);
	for (const [index, { mail }] of starts.entries()) {
		const end = starts[index + 1]?.line ?? size;
		yield mailInFile(path, Math.max(0, end - mail), Math.min(mail, end));
	}
}

/** Where each `From ` line and the mail below it begin; nothing when the file is no mbox. */
async function mboxStarts(path: string, size: number): Promise<{ line: number; mail: number }[]> {
	const file = await open(path);
	try {
		const starts: { line: number; mail: number }[] = [];
		const lineEnd = async (line: number) => {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(1000), 0, 1000, line);
			const end = buffer.subarray(0, bytesRead).indexOf('\n');
			starts.push({ line, mail: end < 0 ? size : line + end + 1 });
		};
		const first = await file.read(Buffer.alloc(MBOX_LINE.length), 0, MBOX_LINE.length, 0);
		if (!first.buffer.equals(MBOX_LINE)) return [];
		await lineEnd(0);
		// Chunks overlap, so that a line on their border is found too.
		const overlap = 8;
		for (let at = 0; at < size; at += CHUNK_BYTES) {
			const { buffer, bytesRead } = await file.read(
				Buffer.alloc(CHUNK_BYTES + overlap),
				0,
				CHUNK_BYTES + overlap,
				at,
			);
			const text = buffer.subarray(0, bytesRead).toString('latin1');
			for (const match of text.matchAll(/\n\r?\nFrom /g)) {
				const line = at + match.index + match[0].length - MBOX_LINE.length;
				if (line > starts.at(-1)!.line) await lineEnd(line);
			}
		}
		return starts;
	} finally {
		await file.close();
	}
}
