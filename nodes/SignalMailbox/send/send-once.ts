import type { Outbox } from '../../shared/storage/outbox';
import type { MailboxSettings } from '../settings';
import { DoubtfulHandOverError, handOver, type Envelope } from './hand-over';
import { composeLetter, type Letter } from './letter';

/**
 * - `sent`: the mail server took it now;
 * - `already-sent`: it went out in an earlier run;
 * - `doubtful`: it may have gone out in an earlier run that broke off: a person decides;
 * - `limited`: the receiver has had the number of mails for a day;
 * - `skipped`: it must not be sent, see `reason`.
 */
export type DeliveryOutcome = 'sent' | 'already-sent' | 'doubtful' | 'limited' | 'skipped';

export interface Delivery {
	outcome: DeliveryOutcome;
	/** Null unless skipped. */
	reason: 'automatic-sender' | 'no-address' | null;
	/** Null when there is no letter. */
	messageId: string | null;
}

export interface SendOnce {
	outbox: Outbox;
	settings: MailboxSettings;
	letter: Letter;
	/** The same key never goes out twice. */
	key: string;
	reference: string | null;
	maxPerDay: number;
	/** Replaced by tests. */
	deliver?: typeof handOver;
}

/**
 * Sends a mail at most once for its key: it is written down before it goes, and what is not certain
 * is not repeated. Throws when the mail was certainly not sent, or when that is in doubt now.
 */
export async function sendOnce(send: SendOnce): Promise<Delivery> {
	const { outbox, settings, letter, key, deliver = handOver } = send;
	const { messageId, subject } = letter;
	const recipient = letter.to.join(', ').toLowerCase();
	const mail = { key, reference: send.reference, recipient, subject, messageId };
	const verdict = await outbox.reserve(mail, send.maxPerDay);
	if (verdict === 'sent') return { outcome: 'already-sent', reason: null, messageId };
	if (verdict !== 'send') return { outcome: verdict, reason: null, messageId };

	const message = await composeLetter(letter);
	const envelope: Envelope = { from: letter.from.address, to: letter.to };
	try {
		await deliver(settings.smtp, envelope, message, () => outbox.handingOver(key));
	} catch (error) {
		// In doubt it stays as handed over: the next run then finds that out and tells.
		if (!(error instanceof DoubtfulHandOverError)) {
			await outbox.failed(key, error instanceof Error ? error.message : String(error));
		}
		throw error;
	}
	await outbox.sent(key);
	return { outcome: 'sent', reason: null, messageId };
}
