import type { ImapFlow } from 'imapflow';

/**
 * When the oldest of these mails in the open folder came in: the one with the lowest UID need not be it, for
 * a mail that was moved here keeps its date.
 */
export async function oldestOf(client: ImapFlow, uids: readonly number[]): Promise<Date | null> {
	if (uids.length === 0) return null;
	const wanted = new Set(uids);
	const sorted = [...wanted].sort((a, b) => a - b);
	// A list of thousands of single UIDs is longer than servers take.
	const range = `${sorted[0]}:${sorted.at(-1)}`;
	let oldest: Date | null = null;
	for await (const { uid, internalDate } of client.fetch(range, { internalDate: true }, { uid: true })) {
		if (!wanted.has(uid) || !internalDate) continue;
		const date = new Date(internalDate);
		if (oldest === null || date < oldest) oldest = date;
	}
	return oldest;
}
