import { addressKey } from '../../shared/domain/address';
import type { Signal } from '../../shared/domain/signal';
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
}

/** Answers the customer of a signal in the conversation, at most once for its key. */
export async function reply({ signal, text, ...send }: Reply): Promise<Delivery> {
	const { from, ownAddresses } = send.sender;
	const reason = whyNoAnswer(signal, ownAddresses);
	if (reason) return { outcome: 'skipped', reason, messageId: null };
	const { thread, messageId } = signal.source;
	return await sendOnce({
		...send,
		letter: {
			kind: 'auto-replied',
			from,
			to: [signal.customer.email!],
			subject: replySubject(signal.subject, signal.reference),
			text,
			thread: messageId ? [...thread, messageId] : thread,
			reference: signal.reference,
			files: [],
		},
	});
}
