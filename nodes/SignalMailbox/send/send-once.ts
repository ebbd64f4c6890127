import type { Limit } from '../../shared/storage/outbox';
import { MailboxError } from '../mailbox-error';
import { newMessageId } from '../own-mail';
import { DoubtfulHandOverError, type Envelope, type HandOver } from './hand-over';
import type { SendingOutbox } from './last-resort-outbox';
import { composeLetter, type Letter } from './letter';
import type { MailSender } from './mail-sender';

/**
 * - `sent`: the mail server took it now;
 * - `already-sent`: it went out in an earlier run;
 * - `doubtful`: it may have gone out in an earlier run that broke off: a person decides;
 * - `dropped`: a person decided that it must not go;
 * - `limited`: a limit was reached, see `reason`;
 * - `skipped`: it must not be sent, see `reason`.
 */
export type DeliveryOutcome = 'sent' | 'already-sent' | 'doubtful' | 'dropped' | 'limited' | 'skipped';

export interface Delivery {
	outcome: DeliveryOutcome;
	/** Null unless skipped or limited. */
	reason: 'automatic-sender' | 'no-address' | Limit | null;
	/** Null when there is no letter. */
	messageId: string | null;
}

/** What every mail is sent with. */
export interface Post {
	outbox: SendingOutbox;
	sender: MailSender;
	handOver: HandOver;
}

export interface SendOnce extends Post {
	letter: Letter;
	/** The same key never goes out twice. */
	key: string;
	/** How many mails an address gets in 24 hours. */
	maxPerDay: number;
}

/**
 * Sends a mail at most once for its key: it is written down before it goes, and what is not certain
 * is not repeated. Throws when the mail was certainly not sent, or when that is in doubt now.
 */
export async function sendOnce(send: SendOnce): Promise<Delivery> {
	const { outbox, letter, key } = send;
	const { sending } = send.sender;
	const { reference, subject } = letter;
	const messageId = (await outbox.messageIdOf(key)) ?? newMessageId(letter.from.address);
	const envelope: Envelope = { from: letter.from.address, to: letter.to };
	const source = await composeLetter(letter, messageId, sending);
	const mail = { key, reference, subject, messageId, envelope, source };
	const verdict = await outbox.reserve(mail, { perAddress: send.maxPerDay, ...sending.limits });
	if (verdict.decision === 'limited') {
		if (verdict.limit !== 'perAddress') throw heldBack(letter, verdict.reason);
		return { outcome: 'limited', reason: verdict.limit, messageId };
	}
	if (verdict.decision === 'sent') return { outcome: 'already-sent', reason: null, messageId };
	if (verdict.decision !== 'send') return { outcome: verdict.decision, reason: null, messageId };
	await deliver(send, { key, envelope, source });
	return { outcome: 'sent', reason: null, messageId };
}

/** Hands a mail that may go to the mail server, and writes down what came of it. */
export async function deliver(
	{ outbox, handOver }: Pick<Post, 'outbox' | 'handOver'>,
	{ key, envelope, source }: { key: string; envelope: Envelope; source: Buffer },
): Promise<void> {
	let offered = false;
	let refused: string[] = [];
	try {
		const onHandingOver = async () => {
			await outbox.handingOver(key);
			offered = true;
		};
		await handOver(envelope, source, onHandingOver, (to) => (refused = to));
	} catch (error) {
		// In doubt it stays as handed over: the next run then finds that out and tells.
		if (offered && !(error instanceof DoubtfulHandOverError)) {
			await outbox.failed(key, error instanceof Error ? error.message : String(error));
		}
		throw error;
	}
	await outbox.sent(key, refused);
}

const heldBack = (letter: Letter, reason: string): MailboxError =>
	new MailboxError(
		`The mail to ${letter.to.join(', ')} was held back: ${reason}`,
		'A later run sends it. Find out why there is so much mail, or raise the limit in the Signal Mailbox credential.',
	);
