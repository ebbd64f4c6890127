import { addressKey, organisationDomain } from '../domain/address';
import type { FollowUp } from '../domain/follow-up';
import type { Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { signalOfThread } from './mail-ids';
import { keptFor } from './signal-lookup';
import type { SignalRow } from './signal-rows';

/** A subject with more numbers than this is no answer but a list. */
const MAX_MENTIONS = 10;

/** The signal that a mail is about, and how that is known. */
export interface Belonging {
	row: SignalRow;
	evidence: FollowUp['evidence'];
	knownSender: boolean;
}

/**
 * Finds the signal that a mail is about (decision 0010). The conversation decides first: it names a
 * Message-ID that only somebody who had that mail knows. A reference in the subject or plus-address
 * counts only from a party to that signal: anybody can write down a number. The parties to a duplicate are its own.
 * Gives the references it names that did not count, too.
 */
export async function belonging(
	db: RegisterDatabase,
	mail: Signal,
): Promise<{ to: Belonging | null; ignored: string[] }> {
	const mentions = [...new Set(mail.source.mentions)].slice(0, MAX_MENTIONS);
	const id = await signalOfThread(db, conversationOf(mail));
	const inThread = id && (await signalWhere(db, 'id', id));
	if (inThread) {
		const knownSender = await isFromParty(db, inThread, mail);
		return { to: { row: await keptFor(db, inThread), evidence: 'thread', knownSender }, ignored: [] };
	}
	for (const reference of mentions) {
		const row = await signalWhere(db, 'reference', reference);
		if (row && (await isFromParty(db, row, mail))) {
			return { to: { row: await keptFor(db, row), evidence: 'mention', knownSender: true }, ignored: [] };
		}
	}
	return { to: null, ignored: mentions };
}

/** The Message-IDs that the mail is about, the strongest last. */
export function conversationOf({ source, flags }: Signal): string[] {
	const { thread, messageId, bounce } = source;
	if (bounce?.originalMessageId) return [...thread, bounce.originalMessageId];
	// Our own mail that came back is no answer to itself, but it is about the same signal.
	return flags.loop && messageId ? [...thread, messageId] : thread;
}

/**
 * Whether the mail comes from a party to the signal. Of a forwarded mail that is who forwarded it: whom
 * it names as the customer is what the forwarder says. Of a bounce it is whom our mail did not reach.
 */
async function isFromParty(db: RegisterDatabase, row: SignalRow, mail: Signal): Promise<boolean> {
	const { bounce, forwardedBy } = mail.source;
	for (const email of bounce?.recipients ?? [forwardedBy?.email ?? mail.customer.email]) {
		if (await isParty(db, row, email)) return true;
	}
	return false;
}

/**
 * Whether an address, or somebody else of its organisation, has to do with the signal already: the
 * customer, who answered before, and whom we wrote to about it.
 */
async function isParty(db: RegisterDatabase, row: SignalRow, email: string | null): Promise<boolean> {
	if (!email) return false;
	const followed = await db
		.selectFrom('follow_ups')
		.select('sender as address')
		.where('signal_id', '=', row.id)
		.execute();
	const written = await db
		.selectFrom('outbox_recipients')
		.innerJoin('outbox', 'outbox.key', 'outbox_recipients.key')
		.select('outbox_recipients.address')
		.where('outbox.reference', '=', row.reference)
		.execute();
	const parties = [row.customer_email, ...[...followed, ...written].map(({ address }) => address)].flatMap(
		(address) => (address ? [addressKey(address)] : []),
	);
	const domain = organisationDomain(email);
	return parties.some(
		(party) => party === addressKey(email) || (domain !== null && organisationDomain(party) === domain),
	);
}

const signalWhere = async (db: RegisterDatabase, column: 'id' | 'reference', value: string) =>
	await db.selectFrom('signals').selectAll().where(column, '=', value).executeTakeFirst();
