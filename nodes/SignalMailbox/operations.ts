import { z } from 'zod/v4';
import { referenceSchema, signalSchema } from '../shared/domain/signal';
import type { Outbox } from '../shared/storage/outbox';
import { MailboxError } from './mailbox-error';
import { ownMessageId } from './own-mail';
import { filled, parsed, type ReadParameter } from './parameters';
import { reply } from './send/reply';
import { sendOnce, type Delivery } from './send/send-once';
import type { MailboxSettings } from './settings';

const key = filled('Fill in the idempotency key: without it a repeated run would send the mail twice');
const perDay = z.number().int().min(1);

const replySchema = z.object({
	signal: z.preprocess(
		(value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
		signalSchema,
	),
	text: filled('Fill in the text of the answer'),
	idempotencyKey: key,
	maxPerDay: perDay,
});

const addressList = z
	.string('Fill in who gets the mail')
	.transform((list) => list.split(/[,;]/).flatMap((part) => part.trim().toLowerCase() || []))
	.pipe(z.array(z.email('This is no e-mail address')).min(1, 'Fill in who gets the mail'));

const sendSchema = z.object({
	to: addressList,
	subject: filled('Fill in the subject'),
	text: filled('Fill in the text'),
	reference: z
		.string()
		.trim()
		.transform((reference) => reference || null)
		.pipe(referenceSchema.nullable()),
	idempotencyKey: key,
	maxPerDay: perDay,
});

/** The operations that send a mail, by the name the node shows. */
export const SENDING: Record<
	string,
	(outbox: Outbox, settings: MailboxSettings, read: ReadParameter) => Promise<Delivery>
> = {
	async reply(outbox, settings, read) {
		const { idempotencyKey, ...rest } = parsed(replySchema, read);
		return await reply({ ...rest, key: idempotencyKey, outbox, settings });
	},

	async send(outbox, settings, read) {
		const { to, subject, text, idempotencyKey, ...rest } = parsed(sendSchema, read);
		const { from } = settings;
		const delivery = await sendOnce({
			...rest,
			key: idempotencyKey,
			outbox,
			settings,
			letter: {
				kind: 'auto-generated',
				from,
				to,
				subject: subject.replace(/\s+/g, ' '),
				text,
				messageId: ownMessageId(idempotencyKey, from.address),
				thread: [],
			},
		});
		// A customer can do without one more answer, but a colleague or supplier acts on this mail.
		if (delivery.outcome === 'limited') {
			throw new MailboxError(
				`${to.join(', ')} has had ${rest.maxPerDay} mails in the last 24 hours, so this one was not sent`,
				'Find out why there are so many, or raise Maximum Per Address Per Day. A later run sends it.',
			);
		}
		return delivery;
	},
};
