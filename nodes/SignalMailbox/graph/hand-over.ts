import { isDoubtful } from '../../shared/http/create-once';
import { MailboxError } from '../mailbox-error';
import { DoubtfulHandOverError, type HandOver } from '../send/hand-over';
import type { MailSender } from '../send/mail-sender';
import { sendingSettingsSchema } from '../send/sending-settings';
import type { GraphClient, GraphSettings } from './client';
import { graphError } from './errors';

/** A request to Graph is 4 MB at most, and the mail goes in Base64. Bytes. */
const MOST_MAIL_BYTES = 3_000_000;
/** In a mail files are in Base64 too, beside its text and its headers. Bytes. */
const MOST_FILE_BYTES = 2_000_000;

/** Sends by Microsoft Graph. Throws a `ZodError` when the credential says wrongly how mail looks. */
export const graphSender = (
	client: GraphClient,
	{ from, ownAddresses }: GraphSettings,
	credential: unknown,
): MailSender => ({
	from,
	ownAddresses,
	sending: sendingSettingsSchema.parse(credential),
	mostFileBytes: MOST_FILE_BYTES,
	withHandOver: async (work) => await work(handOverToGraph(client)),
});

/**
 * Hands mails to Exchange Online. The receivers are those in the header of the mail: `sendMail` takes no
 * envelope. Nor does it tell about receivers: a wrong one comes back as a bounce, so `onRefused` is never called.
 */
export const handOverToGraph =
	(client: GraphClient): HandOver =>
	async (_envelope, message, onHandingOver) => {
		if (message.length > MOST_MAIL_BYTES) throw tooLarge(message.length);
		await onHandingOver();
		try {
			const headers = { 'content-type': 'text/plain' };
			const answer = await client.change('POST', '/sendMail', message.toString('base64'), headers);
			if (answer.status !== 202) throw graphError(answer, 'send the mail');
		} catch (error) {
			throw isDoubtful(error) ? new DoubtfulHandOverError(client.host, error) : error;
		}
	};

const tooLarge = (bytes: number): MailboxError =>
	new MailboxError(
		`The mail is ${(bytes / 1e6).toFixed(1)} MB, and Microsoft Graph takes 3 MB at most`,
		'Make the text or the attachments smaller, or choose IMAP and SMTP With OAuth2 as Source.',
	);
