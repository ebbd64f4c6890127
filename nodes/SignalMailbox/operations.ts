import { z } from 'zod/v4';
import {
	mailLocationSchema,
	referenceSchema,
	signalSchema,
	type MailLocation,
} from '../shared/domain/signal';
import type { Outbox } from '../shared/storage/outbox';
import { putAway, type PutAwayOutcome } from './imap/put-away';
import { MailboxError } from './mailbox-error';
import { ownMessageId } from './own-mail';
import { reply } from './send/reply';
import { sendOnce, type Delivery } from './send/send-once';
import type { MailboxSettings } from './settings';

/** Reads a node parameter of one item. */
export type ReadParameter = (name: string) => unknown;

const filled = (message: string) => z.string(message).trim().min(1, message);
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

const parameters = <T extends z.ZodObject>(schema: T, read: ReadParameter) =>
	schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, read(name)])));

/** The operations that send a mail, by the name the node shows. */
export const SENDING: Record<
	string,
	(outbox: Outbox, settings: MailboxSettings, read: ReadParameter) => Promise<Delivery>
> = {
	async reply(outbox, settings, read) {
		const { idempotencyKey, ...rest } = parameters(replySchema, read);
		return await reply({ ...rest, key: idempotencyKey, outbox, settings });
	},

	async send(outbox, settings, read) {
		const { to, subject, text, idempotencyKey, ...rest } = parameters(sendSchema, read);
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

/** A mail as the acknowledge operation names it. */
const putAwaySchema = mailLocationSchema.extend({
	folder: filled('Fill in the folder the mail is in'),
	uid: z.coerce.number('The UID of the mail is missing').int().positive('The UID of the mail is missing'),
	uidValidity: z.coerce.string().min(1, 'The UIDVALIDITY of the mail is missing'),
	moveTo: filled('Fill in the folder to move the mail to'),
});

/**
 * Puts the mails of all items away over as few connections as can be. Gives a function that tells,
 * by item, what became of its mail; it throws what went wrong with that one.
 */
export async function acknowledge(
	settings: MailboxSettings,
	items: readonly ReadParameter[],
): Promise<(itemIndex: number) => PutAwayOutcome> {
	const outcomes: (PutAwayOutcome | Error)[] = [];
	const targets = new Map<string, { index: number; mail: MailLocation }[]>();
	for (const [index, read] of items.entries()) {
		try {
			const { moveTo, ...mail } = parameters(putAwaySchema, read);
			const group = targets.get(moveTo) ?? [];
			targets.set(moveTo, [...group, { index, mail }]);
		} catch (error) {
			outcomes[index] = error as Error;
		}
	}
	for (const [target, group] of targets) {
		const mails = group.map(({ mail }) => mail);
		const done = await putAway(settings.imap, mails, target);
		for (const [at, { index }] of group.entries()) outcomes[index] = done[at]!;
	}
	return (itemIndex) => {
		const outcome = outcomes[itemIndex]!;
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
}
