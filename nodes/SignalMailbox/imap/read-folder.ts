import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { explainImapError, openFolder, searchUids } from './connection';
import { describeListed, fetchMail } from './fetch-mail';
import type { FetchedMail } from '../fetched-mail';
import type { ImapSettings } from './connection';

/**
 * What one poll leaves for the next. It only spreads attention fairly: every mail stays in the folder
 * until it is put away, so losing this loses nothing.
 */
export interface PollState {
	uidValidity?: string;
	/** The next poll starts after this mail. */
	lastUid?: number;
	/** Mails that could not be read, by UID. */
	failures?: Record<string, { times: number; reason: string }>;
}

export interface FolderToRead {
	folder: string;
	maxMails: number;
	/** Milliseconds since 1970; after it no further mail is started. */
	deadline: number;
	/** Called for every mail, in order; when it throws, the mail counts as not read. */
	take: (mail: FetchedMail, uidValidity: string) => Promise<void>;
	/** Told about every mail that could not be read. */
	warn: (message: string) => void;
}

/** Above this much mail in one poll the rest waits for the next one, so that memory stays small. */
const MAX_POLL_BYTES = 100 * 1024 * 1024;
/** After this many failures a mail is shown as it is, unread, so that somebody gets to know. */
const GIVE_UP_AFTER = 3;

/**
 * Shows the mails in a folder one by one, each time going on after the last one and starting over
 * at the end. A mail that cannot be read does not stop the others. Changes `state` in place.
 */
export async function readFolder(
	client: ImapFlow,
	settings: ImapSettings,
	state: PollState,
	{ folder, take, warn, ...limits }: FolderToRead,
): Promise<void> {
	const uidValidity = (await openFolder(client, folder, true)).uidValidity.toString();
	if (state.uidValidity !== uidValidity) Object.assign(state, { uidValidity, lastUid: 0, failures: {} });
	const failures = (state.failures ??= {});
	let bytes = 0;
	let taken = 0;
	for (const listed of await listMails(client, state.lastUid ?? 0, limits.maxMails)) {
		if (Date.now() > limits.deadline || bytes > MAX_POLL_BYTES) return;
		const { uid } = listed;
		const failed = failures[uid];
		state.lastUid = uid;
		try {
			const mail =
				failed && failed.times >= GIVE_UP_AFTER
					? unreadable(listed, failed.reason)
					: await fetchMail(client, listed);
			if (mail) await take(mail, uidValidity);
			if (mail?.content.kind !== 'unreadable') delete failures[uid];
			if (mail?.content.kind === 'raw') bytes += mail.content.raw.size;
			taken++;
		} catch (error) {
			const reason = messageOf(explainImapError(error, settings));
			failures[uid] = { times: (failed?.times ?? 0) + 1, reason };
			warn(`Mail ${uid} in ${folder} could not be read: ${reason}`);
			// The connection is lost: what was read goes on, the rest comes with the next poll.
			if (!client.usable && taken === 0) throw error;
			if (!client.usable) return;
		}
	}
}

const unreadable = (listed: FetchMessageObject, reason: string): FetchedMail => ({
	...describeListed(listed),
	content: { kind: 'unreadable', reason },
});

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The mails to show now: oldest first, from the one after `lastUid` on, and round to the start. */
async function listMails(client: ImapFlow, lastUid: number, limit: number): Promise<FetchMessageObject[]> {
	const uids = await searchUids(client, { deleted: false });
	const turn = [...uids.filter((uid) => uid > lastUid), ...uids.filter((uid) => uid <= lastUid)];
	if (turn.length === 0) return [];
	const chosen = turn.slice(0, limit);
	const query = { uid: true, size: true, internalDate: true };
	const listed = await client.fetchAll(chosen.join(','), query, { uid: true });
	const byUid = new Map(listed.map((mail) => [mail.uid, mail]));
	return chosen.flatMap((uid) => byUid.get(uid) ?? []);
}
