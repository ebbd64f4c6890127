import { addressKey } from '../../shared/domain/address';
import type { Signal } from '../../shared/domain/signal';
import type { Correspondence } from '../../shared/storage/correspondence';
import { isAutomaticAddress } from '../../shared/domain/automatic-address';
import { replySubject } from './letter';
import { sendOnce, type Delivery, type SendOnce } from './send-once';

/** Why nobody should get an answer to this signal; undefined when the customer should. */
function whyNoAnswer(signal: Signal, ownAddresses: readonly string[]): Delivery['reason'] | undefined {
	const { autoReply, bounce, bulk, loop } = signal.flags;
	if (autoReply || bounce || bulk || loop) return 'automatic-sender';
	const address = signal.customer.email;
	if (!address) return 'no-address';
	const own = ownAddresses.map(addressKey).includes(addressKey(address));
	return own || isAutomaticAddress(address) ? 'automatic-sender' : undefined;
}

export interface Reply extends Omit<SendOnce, 'letter'> {
	signal: Signal;
	text: string;
	correspondence: Correspondence;
}

/**
 * Answers the customer of a signal, at most once for its key: below the newest mail that the customer wrote about
 * it, so that mail programs show the answer where the customer is reading.
 */
export async function reply({ signal, text, correspondence, ...send }: Reply): Promise<Delivery> {
	const { from, ownAddresses } = send.sender;
	const reason = whyNoAnswer(signal, ownAddresses);
	if (reason) return { outcome: 'skipped', reason, messageId: null };
	return await sendOnce({
		...send,
		letter: {
			kind: 'auto-replied',
			from,
			to: [signal.customer.email!],
			subject: replySubject(signal.subject, signal.reference),
			text,
			thread: await threadOf(signal, correspondence),
			reference: signal.reference,
			files: [],
		},
	});
}

/** The whole conversation, oldest first; the last one is the mail that is answered. */
async function threadOf({ source, customer, reference }: Signal, known: Correspondence): Promise<string[]> {
	const first = source.messageId ? [...source.thread, source.messageId] : source.thread;
	const newest = reference && (await known.newestFrom(customer.email!, reference));
	if (!newest) return first;
	const before = [...first, ...newest.thread].filter((id) => id !== newest.messageId);
	return [...before, newest.messageId];
}
