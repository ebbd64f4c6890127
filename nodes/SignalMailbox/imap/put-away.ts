import type { ImapFlow } from 'imapflow';
import type { MailLocation } from '../../shared/domain/signal';
import { MailboxError } from '../mailbox-error';
import type { PutAwayMode, PutAwayOutcome } from '../source/mail-source';
import { explainImapError, openFolder, searchUids, type ImapSettings } from './connection';
import { sequenceSet } from './sequence-set';

type ImapLocation = Extract<MailLocation, { source: 'imap' }>;

/** See `OpenMailbox.putAway`. */
export async function putAway(
	client: ImapFlow,
	settings: ImapSettings,
	mails: readonly MailLocation[],
	mode: PutAwayMode,
): Promise<(PutAwayOutcome | Error)[]> {
	const outcomes = new Map<MailLocation, PutAwayOutcome | Error>();
	const here = mails.filter((mail): mail is ImapLocation => mail.source === 'imap');
	if (mode.kind === 'move') await makeFolder(client, mode.target);
	for (const folder of new Set(here.map((mail) => mail.folder))) {
		const group = here.filter((mail) => mail.folder === folder);
		try {
			const done = await putAwayFrom(client, folder, group, mode);
			for (const mail of group) outcomes.set(mail, done(mail));
		} catch (error) {
			if (!client.usable) throw error;
			const reason = explainImapError(error, settings) as Error;
			for (const mail of group) outcomes.set(mail, reason);
		}
	}
	return mails.map((mail) => outcomes.get(mail)!);
}

async function makeFolder(client: ImapFlow, path: string): Promise<void> {
	const folders = await client.list();
	if (!folders.some((folder) => folder.path === path)) await client.mailboxCreate(path);
}

async function putAwayFrom(
	client: ImapFlow,
	folder: string,
	mails: readonly ImapLocation[],
	mode: PutAwayMode,
): Promise<(mail: ImapLocation) => PutAwayOutcome | Error> {
	if (mode.kind === 'move' && folder === mode.target) {
		throw new MailboxError(
			`The mail is in "${folder}" already, so moving it there changes nothing`,
			'Choose another folder in Move To, for example Verwerkt.',
		);
	}
	const uidValidity = (await openFolder(client, folder, false)).uidValidity.toString();
	const current = new Set(mails.filter((mail) => mail.uidValidity === uidValidity).map(({ uid }) => uid));
	// Asked for first: a server accepts a move of mails that are not there without a word.
	const wanted = { uid: sequenceSet([...current]), deleted: false };
	const found = current.size > 0 ? await searchUids(client, wanted) : [];
	const present = found.filter((uid) => current.has(uid));
	if (present.length > 0) {
		if (mode.kind === 'move') await move(client, folder, sequenceSet(present), mode.target);
		else await flag(client, folder, sequenceSet(present), mode.keyword);
	}
	const done = mode.kind === 'move' ? 'moved' : 'flagged';
	return (mail) => {
		if (mail.uidValidity !== uidValidity) return renumbered(folder);
		return present.includes(mail.uid) ? done : 'already-gone';
	};
}

/**
 * By MOVE (RFC 6851), else by a copy and removal of exactly these mails (UIDPLUS, RFC 4315). A server that has
 * neither can only remove everything that anybody marked as deleted, so there the mails stay marked.
 */
async function move(client: ImapFlow, folder: string, range: string, target: string): Promise<void> {
	const { capabilities } = client;
	const exact = ['MOVE', 'UIDPLUS'].some((name) => capabilities.has(name));
	const moved = exact
		? await client.messageMove(range, target, { uid: true })
		: (await client.messageCopy(range, target, { uid: true })) &&
			(await client.messageFlagsAdd(range, ['\\Deleted'], { uid: true, silent: true }));
	if (moved) return;
	// imapflow gives the same answer for a refusal and for a line that broke.
	if (!client.usable) throw connectionLost();
	throw new MailboxError(
		`The mail server would not move mail from "${folder}" to "${target}"`,
		'Check that the user of the mailbox may write in both folders.',
	);
}

async function flag(client: ImapFlow, folder: string, range: string, keyword: string): Promise<void> {
	if (await client.messageFlagsAdd(range, [keyword], { uid: true, silent: true })) return;
	if (!client.usable) throw connectionLost();
	throw new MailboxError(
		`The mail server does not take the keyword ${keyword} in folder "${folder}"`,
		'Choose another keyword, check that the user may write in this folder, or move handled mail instead.',
	);
}

const connectionLost = (): Error =>
	Object.assign(new Error('The connection was closed'), { code: 'EConnectionClosed' });

const renumbered = (folder: string): MailboxError =>
	new MailboxError(
		`The mail server has renumbered folder "${folder}" since this mail was read, so nothing was changed`,
		'Nothing is lost: the trigger shows the mail again with its new number, and the register knows it.',
	);
