import addressParser from 'nodemailer/lib/addressparser';
import { z } from 'zod/v4';
import type { Correspondence } from '../../shared/storage/correspondence';
import { referenceSchema, signalSchema, type Signal } from '../../shared/domain/signal';
import { filled, parsed, type ReadParameter } from '../parameters';
import { forward, type ReadFile } from './forward';
import { headerText } from './headers';
import type { LetterFile } from './letter';
import { sendNotice } from './notice';
import { READY_TEXTS, type ReadyText } from './ready-texts';
import { reply } from './reply';
import type { Delivery, Post } from './send-once';
import type { SendingSettings } from './sending-settings';
import { fillTemplate } from './template';

const key = filled('Fill in the idempotency key: without it a repeated run would send the mail twice');
const perDay = z.number().int().min(1);
const signal = z.preprocess(
	(value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
	signalSchema,
);

/** What a mail about a signal says: text as it is, a template, or one of the ready texts. */
const contentSchema = z.discriminatedUnion('content', [
	z.object({ content: z.literal('text'), text: filled('Fill in the text') }),
	z.object({ content: z.literal('template'), template: filled('Fill in the template') }),
	z.object({ content: z.enum(Object.keys(READY_TEXTS) as [ReadyText, ...ReadyText[]]) }),
]);

function contentOf(read: ReadParameter, about: Signal, { signedBy }: SendingSettings): string {
	const content = read('content');
	const chosen = contentSchema.parse({
		content,
		...(content === 'text' && { text: read('text') }),
		...(content === 'template' && { template: read('template') }),
	});
	if (chosen.content === 'text') return chosen.text;
	const template = chosen.content === 'template' ? chosen.template : READY_TEXTS[chosen.content];
	return fillTemplate(template, about, signedBy);
}

/** One or more addresses, also as `Jan de Vries <jan@x.nl>`, as the addresses alone. */
const addressList = z
	.string('Fill in who gets the mail')
	.transform((list) =>
		addressParser(list, { flatten: true }).map(({ address, name }) => (address || name).toLowerCase()),
	)
	.pipe(z.array(z.email('This is no e-mail address')).min(1, 'Fill in who gets the mail'));

const replySchema = z.object({ signal, idempotencyKey: key, maxPerDay: perDay });

const sendSchema = z.object({
	to: addressList,
	subject: filled('Fill in the subject'),
	text: filled('Fill in the text'),
	html: z.string().trim().nullable(),
	/** Binary properties. */
	attachments: z
		.string()
		.nullable()
		.transform((names) =>
			(names ?? '')
				.split(',')
				.map((name) => name.trim())
				.filter(Boolean),
		),
	reference: z
		.string()
		.trim()
		.transform((reference) => reference || null)
		.pipe(referenceSchema.nullable()),
	idempotencyKey: key,
	maxPerDay: perDay,
});

const forwardSchema = z.object({
	to: addressList,
	signal,
	include: z.enum(['inline', 'original']),
	/** Not shown, and so not read, when the text goes along. */
	originalProperty: z.string().trim().nullable(),
	maxFilesMb: z.number().min(0).max(100),
	idempotencyKey: key,
	maxPerDay: perDay,
});

const BYTES_PER_MB = 1024 * 1024;

/** One item's way to send a mail. */
export interface Sending {
	post: Post;
	/** Throws when the register could not be opened. */
	correspondence: () => Correspondence;
	read: ReadParameter;
	readFile: ReadFile;
	/** The file in a binary property of the item, with its name. @throws when the item has none of that name */
	takeFile: (property: string) => Promise<LetterFile>;
}

/** The operations that send a mail for an item, by the name the node shows. */
export const SENDING: Record<string, (sending: Sending) => Promise<Delivery>> = {
	async reply({ post, read, correspondence }) {
		const { idempotencyKey, ...rest } = parsed(replySchema, read);
		const text = contentOf(read, rest.signal, post.sender.sending);
		return await reply({ ...post, ...rest, text, correspondence: correspondence(), key: idempotencyKey });
	},

	async send({ post, read, takeFile }) {
		const { idempotencyKey, subject, attachments, ...rest } = parsed(sendSchema, read);
		const files = await Promise.all(attachments.map(takeFile));
		return await sendNotice({ ...post, ...rest, files, subject: headerText(subject), key: idempotencyKey });
	},

	async forward({ post, read, readFile }) {
		const { idempotencyKey, maxFilesMb, ...rest } = parsed(forwardSchema, read);
		const text = contentOf(read, rest.signal, post.sender.sending);
		const maxFileBytes = Math.min(maxFilesMb * BYTES_PER_MB, post.sender.mostFileBytes);
		const originalProperty = rest.originalProperty || 'source';
		return await forward({
			...post,
			...rest,
			originalProperty,
			text,
			maxFileBytes,
			readFile,
			key: idempotencyKey,
		});
	},
};
