import { openFolder, searchUids, withMailbox, type ImapSettings } from '../imap/connection';

/** What waits in a folder. */
export interface Backlog {
	mails: number;
	/** When the oldest of them came in; null when there is none, or the server does not say. */
	oldest: Date | null;
}

/** Counts the mails in a folder without reading any. Throws when the mailbox cannot be reached. */
export async function readBacklog(settings: ImapSettings, folder: string): Promise<Backlog> {
	return await withMailbox(settings, async (client) => {
		await openFolder(client, folder, true);
		const uids = await searchUids(client, { deleted: false });
		if (uids.length === 0) return { mails: 0, oldest: null };
		let oldest: Date | null = null;
		const range = `${uids[0]}:${uids.at(-1)}`;
		for await (const { internalDate } of client.fetch(
			range,
			{ uid: true, internalDate: true },
			{ uid: true },
		)) {
			const date = internalDate ? new Date(internalDate) : null;
			if (date && (oldest === null || date < oldest)) oldest = date;
		}
		return { mails: uids.length, oldest };
	});
}
