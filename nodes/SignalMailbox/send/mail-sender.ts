import { MailboxError } from '../mailbox-error';
import type { MailboxIdentity, MailboxSettings } from '../settings';
import { withHandOver, type HandOver } from './hand-over';
import { sendingSettingsSchema, type SendingSettings } from './sending-settings';

/** The way out for mail of a mailbox: who sends, how it looks, and how it is handed over. */
export interface MailSender extends MailboxIdentity {
	sending: SendingSettings;
	/** Bytes of attachments that a mail can take along, together. */
	mostFileBytes: number;
	/** Runs `work`, which hands over any number of mails, and always cleans up. */
	withHandOver<T>(work: (handOver: HandOver) => Promise<T>): Promise<T>;
}

/** Sends over SMTP. Throws a `ZodError` when the credential says wrongly how mail looks. */
export function smtpSender({ smtp, from, ownAddresses }: MailboxSettings, credential: unknown): MailSender {
	if (!from.address.includes('@')) {
		throw new MailboxError(
			`"${from.address}" is no address to send mail from`,
			'Fill in the From Address in the Signal Mailbox credential.',
		);
	}
	return {
		from,
		ownAddresses,
		sending: sendingSettingsSchema.parse(credential),
		// A mail server does not say what it takes before it is asked.
		mostFileBytes: Infinity,
		withHandOver: async (work) => await withHandOver(smtp, work),
	};
}
