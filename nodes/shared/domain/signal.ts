import { z } from 'zod/v4';
import { PERSONAL_DATA_KINDS } from '../privacy/finding';
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

/** What a mail server reported about a mail of ours that it could not deliver, or not yet (RFC 3464). */
export const bounceSchema = z.object({
	/** `delayed` while the mail server goes on trying. */
	action: z.enum(['failed', 'delayed']).default('failed'),
	/** Whom the mail did not reach, in lower case. */
	recipients: z.array(z.string()),
	/** Enhanced status code such as 5.1.1 (RFC 3463); null when it does not say. */
	status: z.string().nullable(),
	/** What the receiving server said. */
	diagnostic: z.string().nullable(),
	/** The mail of ours that it is about, with its angle brackets. */
	originalMessageId: z.string().nullable(),
});
export type Bounce = z.infer<typeof bounceSchema>;

/** A colleague who passed on what a customer wrote to them. */
export const forwardedBySchema = z.object({
	name: z.string().nullable(),
	email: z.email(),
	/** What the colleague wrote above it; it stands in `quotedText` too. */
	remark: z.string(),
});
export type ForwardedBy = z.infer<typeof forwardedBySchema>;

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
	/** Our references that the mail carries in its subject or in the plus-address it was sent to. */
	mentions: z.array(referenceSchema).default([]),
	/** Null unless a colleague forwarded it; `customer` is then who wrote first. */
	forwardedBy: forwardedBySchema.nullable().default(null),
	/** Null unless the mail is a bounce. */
	bounce: bounceSchema.nullable().default(null),
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
	/** The item's binary property that holds it; null when it is only in the source. */
	binaryKey: z.string().nullable(),
	/** An image that the mail shows in its text, such as a logo. */
	inline: z.boolean().default(false),
});

const FLAGS = ['autoReply', 'bounce', 'bulk', 'loop', 'oversize', 'unparseable'] as const;
export type Flag = (typeof FLAGS)[number];

/** Why a flag is set, in plain Dutch. */
export const flagReasonSchema = z.object({ flag: z.enum(FLAGS), reason: z.string() });
export type FlagReason = z.infer<typeof flagReasonSchema>;

/** What kind of mail it is. Anything but `oversize` and `unparseable` means: do not answer. */
export const flagsSchema = z.object({
	autoReply: z.boolean(),
	bounce: z.boolean(),
	bulk: z.boolean(),
	/** Our own mail came back to us. */
	loop: z.boolean(),
	/** Too large to take in whole; the text was read, the rest is only in the source. */
	oversize: z.boolean(),
	/** The mail could not be read; `text` then holds the start of its source. */
	unparseable: z.boolean(),
	/** At least one for every flag that is set; `unparseable` also names parts that could not be opened. */
	reasons: z.array(flagReasonSchema).default([]),
});
export type SignalFlags = z.infer<typeof flagsSchema>;

export const NO_FLAGS: SignalFlags = {
	autoReply: false,
	bounce: false,
	bulk: false,
	loop: false,
	oversize: false,
	unparseable: false,
	reasons: [],
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
	/**
	 * `model`, `rule:<name>` (for example an auto-reply header), `llm` (a chat model that was asked because the model
	 * was unsure), or `person:<name>`.
	 */
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
	/**
	 * What was done: `geregistreerd`, `ticket`, `mail`, `status`, `classificatie`, `toegewezen`, `dubbel`,
	 * `fout`, `notitie`; and what came in
	 * about the signal: `reactie`, `automatisch`, `onbestelbaar`.
	 */
	kind: z.string().min(1),
	/** Who did it: a person or a workflow. */
	actor: z.string().min(1),
	text: z.string(),
});
export type SignalAction = z.infer<typeof actionSchema>;

/** The parts of a signal that people wrote. */
export const WRITTEN_FIELDS = ['subject', 'text', 'signature', 'quotedText'] as const;

/** Where a personal datum stands, and not which: the signal holds it already, and a copy would have to be removed too. */
export const privacyFindingSchema = z.object({
	kind: z.enum(PERSONAL_DATA_KINDS),
	field: z.enum(WRITTEN_FIELDS),
	/** In UTF-16 units; `end` is the first one after it. */
	start: z.int().nonnegative(),
	end: z.int().positive(),
});
export type PrivacyFinding = z.infer<typeof privacyFindingSchema>;

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
	/** What a mail program or organisation put below it: device line, signature block, disclaimer. */
	signature: z.string().default(''),
	/** The earlier messages below it. */
	quotedText: z.string(),
	/** ISO 639-1, or null when unknown. */
	language: z.string().nullable(),
	attachments: z.array(attachmentSchema),
	flags: flagsSchema,
	classification: classificationSchema.nullable(),
	privacy: z.array(privacyFindingSchema),
	status: statusSchema,
	/** Who handles it, by name or address; left out when nobody was named. */
	handler: z.string().optional(),
	/** The signal that says the same and is handled instead; left out when it is no duplicate. */
	duplicateOf: referenceSchema.optional(),
	tickets: z.array(ticketSchema),
	actions: z.array(actionSchema),
});
export type Signal = z.infer<typeof signalSchema>;

/**
 * Where the mail lies that an item stands for, in the terms of the source it came from. Beside the signal,
 * because two copies of a mail are one signal.
 */
export const mailLocationSchema = z.discriminatedUnion('source', [
	z.object({
		source: z.literal('imap'),
		folder: z.string().min(1),
		uid: z.number().int().positive(),
		/** The numbering that the UID belongs to: a folder that was made anew has another. */
		uidValidity: z.string().min(1),
	}),
	z.object({
		source: z.literal('graph'),
		folder: z.string().min(1),
		/** Exchange's immutable id: it stays the same when the mail is moved within its mailbox. */
		id: z.string().min(1),
	}),
	z.object({
		source: z.literal('folder'),
		folder: z.string().min(1),
		/** Name of the file in that folder; `new/` or `cur/` before it in a Maildir. */
		file: z.string().min(1),
	}),
]);
export type MailLocation = z.infer<typeof mailLocationSchema>;
export type MailSourceKind = MailLocation['source'];
