/** The mailbox or the mail server cannot do what was asked. `hint` says what to do about it. */
export class MailboxError extends Error {
	override readonly name = 'MailboxError';

	constructor(
		message: string,
		readonly hint: string,
		options?: { cause?: unknown },
	) {
		super(message, options);
	}
}
