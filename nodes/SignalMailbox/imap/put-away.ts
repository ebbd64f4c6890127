import type { ImapFlow } from 'imapflow';
import type { MailLocation } from '../../shared/domain/signal';
import { MailboxError } from '../mailbox-error';
import { explainImapError, openFolder, searchUids, withMailbox, type ImapSettings } from './connection';

/** `already-gone`: it was not in the folder any more, because an earlier run put it away or somebody took it. */
export type PutAwayOutcome = 'moved' | 'already-gone';

/**
 * Moves mails out of their folders, over one connection. Doing it again does no harm.
 * Gives, in the order of `mails`, what became of each: an error concerns that mail only.
 * Throws when the mailbox cannot be reached or `target` cannot be made.
 */
export async function putAway(
	settings: ImapSettings,
	mails: readonly MailLocation[],
	target: string,
): Promise<(PutAwayOutcome | Error)[]> {
	return await withMailbox(settings, async (client) => {
		const outcomes = new Map<MailLocation, PutAwayOutcome | Error>();
		await makeFolder(client, target);
		for (const folder of new Set(mails.map((mail) => mail.folder))) {
			const group = mails.filter((mail) => mail.folder === folder);
			try {
				const done = await putAwayFrom(client, folder, group, target);
				for (const mail of group) outcomes.set(mail, done(mail));
			} catch (error) {
				if (!client.usable) throw error;
				const reason = explainImapError(error, settings) as Error;
				for (const mail of group) outcomes.set(mail, reason);
			}
		}
		return mails.map((mail) => outcomes.get(mail)!);
	});
}

async function makeFolder(client: ImapFlow, path: string): Promise<void> {
	const folders = await client.list();
	if (!folders.some((folder) => folder.path === path)) await client.mailboxCreate(path);
}

async function putAwayFrom(
	client: ImapFlow,
	folder: string,
	mails: readonly MailLocation[],
	target: string,
): Promise<(mail: MailLocation) => PutAwayOutcome | Error> {
	if (folder === target) {
		throw new MailboxError(
			`The mail is in "${target}" already, so moving it there changes nothing`,
			'Choose another folder in Move To, for example Verwerkt.',
		);
	}
	const uidValidity = (await openFolder(client, folder, false)).uidValidity.toString();
	const current = new Set(mails.filter((mail) => mail.uidValidity === uidValidity).map(({ uid }) => uid));
	// Asked for first: a server accepts a move of mails that are not there without a word.
	const found = current.size > 0 ? await searchUids(client, { uid: [...current].join(',') }) : [];
	const present = new Set(found.filter((uid) => current.has(uid)));
	if (present.size > 0 && !(await client.messageMove([...present], target, { uid: true }))) {
		throw new MailboxError(
			`The mail server would not move mail from "${folder}" to "${target}"`,
			'Check that the user of the mailbox may write in both folders.',
		);
	}
	return (mail) => {
		if (mail.uidValidity !== uidValidity) return renumbered(folder);
		return present.has(mail.uid) ? 'moved' : 'already-gone';
	};
}

const renumbered = (folder: string): MailboxError =>
	new MailboxError(
		`The mail server has renumbered folder "${folder}" since this mail was read, so nothing was moved`,
		'Nothing is lost: the trigger shows the mail again with its new number, and the register knows it.',
	);
