import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from './codebook';

/** Moments are ISO 8601 with an offset; they are shown to people in Europe/Amsterdam. */
const moment = z.iso.datetime({ offset: true });

/** A signal's way through the organisation. `heropend` goes back to `in behandeling`. */
export const STATUSES = [
	'ontvangen',
	'te beoordelen',
	'doorgezet',
	'in behandeling',
	'opgelost',
	'afgesloten',
	'heropend',
] as const;
export const statusSchema = z.enum(STATUSES);
export type Status = z.infer<typeof statusSchema>;

/** `R-2026-000123`: the number people quote, unique over all years. */
export const referenceSchema = z.string().regex(/^R-\d{4}-\d{6,}$/, 'A reference looks like R-2026-000123');

/** Where the signal came from. `key` is what makes two deliveries of one mail the same signal. */
export const sourceSchema = z.object({
	kind: z.enum(['mail', 'form', 'import']),
	/** Unique over all sources, see `mailSourceKey`. */
	key: z.string().min(1),
	mailbox: z.string().nullable(),
	messageId: z.string().nullable(),
	uid: z.number().int().positive().nullable(),
	/** Kept as text: IMAP allows it to pass 2^31. */
	uidValidity: z.string().nullable(),
	/** Message-IDs of the conversation, oldest first (References, then In-Reply-To). */
	thread: z.array(z.string()),
	receivedAt: moment,
});
export type SignalSource = z.infer<typeof sourceSchema>;

export const customerSchema = z.object({
	name: z.string().nullable(),
	/** Lower case; null when the sender's address could not be read. */
	email: z.email().nullable(),
	organisation: z.string().nullable(),
});

export const attachmentSchema = z.object({
	name: z.string(),
	contentType: z.string(),
	/** Bytes. */
	size: z.number().int().nonnegative(),
	/** The item's binary property that holds it; null when it was left in the mailbox. */
	binaryKey: z.string().nullable(),
});

/** What kind of mail it is. Anything but `oversize` and `unparseable` means: do not answer. */
export const flagsSchema = z.object({
	autoReply: z.boolean(),
	bounce: z.boolean(),
	bulk: z.boolean(),
	/** Our own mail came back to us. */
	loop: z.boolean(),
	/** Too large to take in whole; the text was read, the attachments stayed in the mailbox. */
	oversize: z.boolean(),
	/** The mail could not be read; `text` then holds the start of its source. */
	unparseable: z.boolean(),
});
export type SignalFlags = z.infer<typeof flagsSchema>;

export const NO_FLAGS: SignalFlags = {
	autoReply: false,
	bounce: false,
	bulk: false,
	loop: false,
	oversize: false,
	unparseable: false,
};

const confidence = z.number().min(0).max(1);

export const classificationSchema = z.object({
	category: z.enum(CATEGORIES),
	/** Side categories that are clearly in the text too. */
	also: z.array(z.enum(CATEGORIES)),
	supplier: z.enum(SUPPLIERS),
	urgency: z.enum(URGENCIES),
	sentiment: z.enum(SENTIMENTS),
	/** Estimated chance, per field, that a person would say the same. */
	confidence: z.object({
		category: confidence,
		supplier: confidence,
		urgency: confidence,
		sentiment: confidence,
	}),
	/** True when a person must look: one of the deciding fields is below its threshold. */
	review: z.boolean(),
	/** Why, in words for that person. */
	reviewReasons: z.array(z.string()).default([]),
	/** `model`, `rule:<name>` (for example an auto-reply header), or `person:<name>`. */
	decidedBy: z.string(),
	/** The words that decided, strongest first. */
	evidence: z.array(z.object({ field: z.string(), term: z.string(), weight: z.number() })),
	modelVersion: z.string(),
});
export type Classification = z.infer<typeof classificationSchema>;

export const ticketSchema = z.object({
	/** `topdesk`, `planon` or `email`. */
	system: z.enum(['topdesk', 'planon', 'email']),
	supplier: z.enum(SUPPLIERS),
	/** The number people quote at the supplier, for example `I 2611 004`. */
	number: z.string().min(1),
	/** The supplier system's own key. */
	id: z.string().nullable(),
	createdAt: moment,
});
export type Ticket = z.infer<typeof ticketSchema>;

export const actionSchema = z.object({
	at: moment,
	/** What was done: `geregistreerd`, `ticket`, `mail`, `status`, `fout`, `notitie`. */
	kind: z.string().min(1),
	/** Who did it: a person or a workflow. */
	actor: z.string().min(1),
	text: z.string(),
});
export type SignalAction = z.infer<typeof actionSchema>;

export const privacyFindingSchema = z.object({ kind: z.string(), text: z.string() });

/** A signal: one mail, form or imported line of one customer. Every node takes and returns it under `signal`. */
export const signalSchema = z.object({
	/** UUID version 5 of the source key: the same mail always gives the same id. */
	id: z.uuid(),
	/** Null until the register has given one out. */
	reference: referenceSchema.nullable(),
	source: sourceSchema,
	customer: customerSchema,
	subject: z.string(),
	/** Only what the customer wrote now. */
	text: z.string(),
	/** The earlier messages below it. */
	quotedText: z.string(),
	/** ISO 639-1, or null when unknown. */
	language: z.string().nullable(),
	attachments: z.array(attachmentSchema),
	flags: flagsSchema,
	classification: classificationSchema.nullable(),
	privacy: z.array(privacyFindingSchema),
	status: statusSchema,
	tickets: z.array(ticketSchema),
	actions: z.array(actionSchema),
});
export type Signal = z.infer<typeof signalSchema>;

/** Where the mail lies that an item stands for. Beside the signal, because two copies of a mail are one signal. */
export const mailLocationSchema = z.object({
	folder: z.string().min(1),
	uid: z.number().int().positive(),
	uidValidity: z.string().min(1),
});
export type MailLocation = z.infer<typeof mailLocationSchema>;
