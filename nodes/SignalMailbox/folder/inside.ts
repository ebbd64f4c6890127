import { mkdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import { MailboxError } from '../mailbox-error';

const isWithin = (root: string, path: string): boolean => path === root || path.startsWith(root + sep);

const outside = (folder: string): MailboxError =>
	new MailboxError(
		`The folder "${folder}" is outside the base folder of the credential`,
		'Give a folder below the base folder, without ".." and without a link that leads out of it.',
	);

/** The base folder itself, links resolved. Throws when it is not there. */
export async function baseFolder(path: string): Promise<string> {
	if (!isAbsolute(path)) {
		throw new MailboxError(
			`The base folder "${path}" is no full path`,
			'Fill in a path from the root, for example /data/mail, in the Signal Mail Folder credential.',
		);
	}
	try {
		return await realpath(path);
	} catch (error) {
		throw new MailboxError(
			`The base folder ${path} cannot be opened`,
			'Check in the Signal Mail Folder credential that it exists, and that the user that runs n8n may read it.',
			{ cause: error },
		);
	}
}

/** The full path of a folder below the base folder, whether it is there or not. */
export function pathInside(root: string, folder: string): string {
	const path = resolve(root, folder);
	if (!isWithin(root, path)) throw outside(folder);
	return path;
}

/** The full path of a folder that is there, with links resolved: also those may not lead out of the base folder. */
export async function folderInside(root: string, folder: string): Promise<string> {
	const path = pathInside(root, folder);
	let real: string;
	try {
		real = await realpath(path);
	} catch (error) {
		throw new MailboxError(
			`There is no folder "${folder}" in the base folder`,
			'Check the folder in this node, and the base folder in the Signal Mail Folder credential.',
			{ cause: error },
		);
	}
	if (!isWithin(root, real)) throw outside(folder);
	return real;
}

/** Makes a folder below the base folder when it is not there, and gives its full path. */
export async function makeFolderInside(root: string, folder: string): Promise<string> {
	const path = pathInside(root, folder);
	// What is there already decides where the rest would be made.
	for (let parent = path; ; parent = dirname(parent)) {
		const real = await realpath(parent).catch(() => undefined);
		if (real === undefined) continue;
		if (!isWithin(root, real)) throw outside(folder);
		break;
	}
	await mkdir(path, { recursive: true });
	return await folderInside(root, folder);
}
