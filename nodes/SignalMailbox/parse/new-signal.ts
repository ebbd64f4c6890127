import { signalId } from '../../shared/domain/source-key';
import { NO_FLAGS, type Signal } from '../../shared/domain/signal';
import type { FetchedMail } from '../fetched-mail';
import type { ParsedMail } from './mail-source';
import type { MailboxContext } from './to-signal';

/** When the server received it, else when the mail says it was received or written, else now. */
function receivedAt(mail: FetchedMail, parsed?: ParsedMail): string {
	const stamps = [parsed?.headers.get('received').split(';').at(-1), parsed?.headers.get('date')];
	const dates = [mail.receivedAt, ...stamps.map((stamp) => new Date((stamp ?? '').trim()))];
	const valid = dates.find((date) => date && date.getTime() > 0 && date.getFullYear() < 10_000);
	return (valid ?? new Date()).toISOString();
}

/** A signal of this mail in which nothing was filled in yet but where it came from. */
export function newSignal(
	mail: FetchedMail,
	key: string,
	{ mailbox, uidValidity }: MailboxContext,
	parsed?: ParsedMail,
): Signal {
	return {
		id: signalId(key),
		reference: null,
		source: {
			kind: 'mail',
			key,
			mailbox,
			messageId: null,
			uid: mail.uid,
			uidValidity,
			thread: [],
			mentions: [],
			forwardedBy: null,
			bounce: null,
			receivedAt: receivedAt(mail, parsed),
		},
		customer: { name: null, email: null, organisation: null },
		subject: '',
		text: '',
		signature: '',
		quotedText: '',
		language: null,
		attachments: [],
		flags: NO_FLAGS,
		classification: null,
		privacy: [],
		status: 'ontvangen',
		tickets: [],
		actions: [],
	};
}
