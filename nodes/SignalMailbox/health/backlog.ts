import type { MailSource } from '../source/mail-source';

/** What waits in a folder. */
export interface Backlog {
	mails: number;
	/** When the oldest of them came in; null when there is none, or the source does not say. */
	oldest: Date | null;
}

/**
 * Counts the mails that wait in a folder without reading any. Throws when the mailbox cannot be reached.
 * @param skipKeyword mail with this keyword or category was put away
 */
export async function readBacklog(
	source: MailSource,
	folder: string,
	skipKeyword: string | undefined,
): Promise<Backlog> {
	return await source.open(
		async (mailbox) => {
			const waiting = await mailbox.list(folder, {});
			return { mails: waiting.length, oldest: await mailbox.oldest(folder, waiting) };
		},
		{ skipKeyword },
	);
}
