import { constants } from 'node:fs';
import { copyFile, link, stat, unlink } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { MailLocation } from '../../shared/domain/signal';
import { MailboxError } from '../mailbox-error';
import type { PutAwayMode, PutAwayOutcome } from '../source/mail-source';
import { folderInside, makeFolderInside, pathInside } from './inside';

type FileLocation = Extract<MailLocation, { source: 'folder' }>;

/** A file name as the listing gives it: nothing that leads elsewhere. */
const FILE_NAME = /^(?:(?:new|cur)\/)?(?!\.)[^/\\\0]+$/;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** See `OpenMailbox.putAway`. */
export async function putAwayFiles(
	root: string,
	mails: readonly MailLocation[],
	mode: PutAwayMode,
): Promise<(PutAwayOutcome | Error)[]> {
	if (mode.kind === 'flag') {
		throw new MailboxError(
			'A file cannot be marked as handled',
			'Choose Moving It in Put Away By: the file then goes to another folder.',
		);
	}
	pathInside(root, mode.target);
	const outcomes: (PutAwayOutcome | Error)[] = [];
	for (const mail of mails) {
		try {
			outcomes.push(await moveFile(root, mail as FileLocation, mode.target));
		} catch (error) {
			outcomes.push(error as Error);
		}
	}
	return outcomes;
}

async function moveFile(root: string, mail: FileLocation, target: string): Promise<PutAwayOutcome> {
	if (!FILE_NAME.test(mail.file)) {
		throw new MailboxError(`"${mail.file}" is no file name`, 'Give the mail as the trigger gives it.');
	}
	const [name, subfolder] = mail.file.split('/').reverse() as [string, string?];
	const from = join(await folderInside(root, join(mail.folder, subfolder ?? '.')), name);
	// In a Maildir what was looked at lies in cur.
	const to = await makeFolderInside(root, subfolder ? join(target, 'cur') : target);
	if (to === dirname(from)) {
		throw new MailboxError(
			`The file is in "${target}" already, so moving it there changes nothing`,
			'Choose another folder in Move To, for example Verwerkt.',
		);
	}
	const { name: stem, ext } = parse(name);
	for (let attempt = 0; ; attempt++) {
		const outcome = await moveTo(from, join(to, attempt === 0 ? name : `${stem}-${attempt}${ext}`));
		if (outcome !== 'taken') return outcome;
	}
}

/** Never over another file: `taken` says that there is one with this name. */
async function moveTo(from: string, to: string): Promise<PutAwayOutcome | 'taken'> {
	try {
		await link(from, to);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return 'already-gone';
		if (codeOf(error) === 'EEXIST') {
			// An earlier run was killed between the two steps: the second is still to be done.
			if (!(await isSameFile(from, to))) return 'taken';
		} else if (['EPERM', 'ENOTSUP', 'EXDEV', 'EMLINK'].includes(codeOf(error) ?? '')) {
			// Not every disk can give a file two names.
			if (!(await copied(from, to))) return 'taken';
		} else throw error;
	}
	await unlink(from);
	return 'moved';
}

async function isSameFile(a: string, b: string): Promise<boolean> {
	const [one, other] = await Promise.all([stat(a), stat(b)]);
	return one.ino === other.ino && one.dev === other.dev;
}

async function copied(from: string, to: string): Promise<boolean> {
	try {
		await copyFile(from, to, constants.COPYFILE_EXCL);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	}
}
