import type { ImapFlow } from 'imapflow';
import type { FolderCursor, MailSource, OpenMailbox, WaitingMail, Fetched } from '../source/mail-source';
import { Spool } from '../parse/mime/spool';
import { removeLeftOvers } from '../temp-folder';
import { explainImapError, openFolder, searchUids, withMailbox, type ImapSettings } from './connection';
import { fetchMails } from './fetch-mails';
import { oldestOf } from './oldest';
import { putAway } from './put-away';

export interface ImapMailbox {
	imap: ImapSettings;
	/** The address of the mailbox. */
	name: string;
	ownAddresses: readonly string[];
}

/** A mailbox behind IMAP. */
export function imapSource({ imap, name, ownAddresses }: ImapMailbox): MailSource {
	return {
		kind: 'imap',
		name,
		ownAddresses,
		async open(work, { deadline, skipKeyword } = {}) {
			const spool = new Spool();
			await removeLeftOvers();
			try {
				return await withMailbox(
					imap,
					async (client) => await work(openMailbox(client, imap, spool, skipKeyword)),
					deadline,
				);
			} finally {
				await spool.dispose();
			}
		},
	};
}

function openMailbox(
	client: ImapFlow,
	settings: ImapSettings,
	spool: Spool,
	skipKeyword: string | undefined,
): OpenMailbox {
	return {
		async list(folder: string, _cursor: FolderCursor): Promise<WaitingMail[]> {
			const uidValidity = await numberingOf(client, folder);
			const unhandled = skipKeyword ? { unKeyword: skipKeyword } : {};
			const uids = await searchUids(client, { deleted: false, ...unhandled });
			return uids.map((uid) => ({
				key: `${uidValidity}:${uid}`,
				// A UID has ten digits at most.
				position: String(uid).padStart(10, '0'),
				location: { source: 'imap', folder, uid, uidValidity },
			}));
		},

		async *fetch(folder, mails): AsyncGenerator<Fetched> {
			const uidValidity = await numberingOf(client, folder);
			const current: { mail: WaitingMail; uid: number }[] = [];
			for (const mail of mails) {
				const { location } = mail;
				const valid = location.source === 'imap' && location.uidValidity === uidValidity;
				if (valid) current.push({ mail, uid: location.uid });
				else yield { mail, outcome: 'gone' };
			}
			if (current.length === 0) return;
			try {
				yield* fetchMails(client, settings, spool, current);
			} catch (error) {
				// A person may come to read it, as the reason why a mail could not be had.
				throw explainImapError(error, settings);
			}
		},

		async oldest(folder, mails) {
			await numberingOf(client, folder);
			const uids = mails.flatMap(({ location }) => (location.source === 'imap' ? [location.uid] : []));
			return await oldestOf(client, uids);
		},

		putAway: async (mails, mode) => await putAway(client, settings, mails, mode),
	};
}

/** Opens a folder to look in, unless that was done, and gives its UIDVALIDITY. */
async function numberingOf(client: ImapFlow, folder: string): Promise<string> {
	const { mailbox } = client;
	const isOpen = mailbox && mailbox.path === folder && mailbox.readOnly;
	const opened = isOpen ? mailbox : await openFolder(client, folder, true);
	return opened.uidValidity.toString();
}
