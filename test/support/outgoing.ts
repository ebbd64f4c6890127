import type { OutgoingMail, SendLimits } from '../../nodes/shared/storage/outbox';

/** Limits that no test reaches by accident. */
export const AMPLE: SendLimits = { perAddress: 100, perHour: 1_000, perDay: 1_000 };

/** An outgoing mail with this key, to vary on. */
export function outgoingMail(
	key: string,
	changes: Partial<OutgoingMail> & { to?: string[] } = {},
): OutgoingMail {
	const { to = ['jan@x.example'], ...rest } = changes;
	return {
		key,
		reference: 'R-2026-000001',
		subject: 'Re: Laptop',
		messageId: `<${key}@regie>`,
		envelope: { from: 'dc@dc.example', to },
		source: Buffer.from(`Subject: ${key}\r\n\r\nHallo`),
		...rest,
	};
}
