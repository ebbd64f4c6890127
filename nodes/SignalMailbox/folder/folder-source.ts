import { constants, createReadStream, openSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { earliest } from '../source/earliest';
import type { Fetched, MailSource, OpenMailbox, WaitingMail } from '../source/mail-source';
import { baseFolder, folderInside } from './inside';
import { putAwayFiles } from './put-away';

/** The fields of the Signal Mail Folder credential. */
export const mailFolderSettingsSchema = z.object({
	baseFolder: z.string().trim().min(1, 'Fill in the base folder'),
});
export type MailFolderSettings = z.infer<typeof mailFolderSettingsSchema>;

/** A file that changed so short ago may still be being written. Milliseconds. */
const SETTLED_AFTER_MS = 2000;

/** A folder with .eml files, or a Maildir, below a base folder that nothing can lead out of. */
export function folderSource(settings: MailFolderSettings): MailSource {
	return {
		kind: 'folder',
		name: settings.baseFolder,
		ownAddresses: [],
		open: async (work) => await work(openFolder(await baseFolder(settings.baseFolder))),
	};
}

function openFolder(root: string): OpenMailbox {
	return {
		async list(folder) {
			const path = await folderInside(root, folder);
			const names = await mailFiles(path);
			const waiting = await Promise.all(names.map(async (file) => await describe(path, folder, file)));
			return waiting.filter((mail) => mail !== undefined);
		},

		async *fetch(folder, mails): AsyncGenerator<Fetched> {
			const path = await folderInside(root, folder);
			for (const mail of mails) yield { mail, outcome: await read(path, mail) };
		},

		// A position begins with when the file was written.
		oldest: async (_folder, mails) => earliest(mails.map(({ position }) => new Date(parseInt(position, 10)))),

		putAway: async (mails, mode) => await putAwayFiles(root, mails, mode),
	};
}

/** In a Maildir every file in new and cur is a mail; elsewhere those that are called so. */
async function mailFiles(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true });
	const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
	const maildir = ['new', 'cur'].filter((name) => folders.has(name));
	if (maildir.length < 2) {
		return entries
			.filter((entry) => entry.isFile() && /^[^.].*\.eml$/i.test(entry.name))
			.map(({ name }) => name);
	}
	const parts = await Promise.all(
		maildir.map(async (part) => {
			const files = await readdir(join(path, part), { withFileTypes: true });
			return files
				.filter((file) => file.isFile() && !file.name.startsWith('.'))
				.map(({ name }) => `${part}/${name}`);
		}),
	);
	return parts.flat();
}

/** Undefined while it is being written, or when it is gone. */
async function describe(path: string, folder: string, file: string): Promise<WaitingMail | undefined> {
	const found = await lstat(join(path, file)).catch(() => undefined);
	if (!found?.isFile() || Date.now() - found.mtimeMs < SETTLED_AFTER_MS) return undefined;
	const written = String(Math.floor(found.mtimeMs)).padStart(15, '0');
	return {
		key: `${file}:${written}:${found.size}`,
		position: `${written}:${file}`,
		location: { source: 'folder', folder, file },
	};
}

async function read(path: string, mail: WaitingMail): Promise<Fetched['outcome']> {
	if (mail.location.source !== 'folder') return 'gone';
	const file = join(path, mail.location.file);
	try {
		const { size, mtime } = await lstat(file);
		// Not through a link, even if it was put there since.
		const open = () =>
			createReadStream(file, { fd: openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW) });
		return { uid: null, receivedAt: mtime, content: { kind: 'raw', raw: { size, open } } };
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : (error as Error);
	}
}
