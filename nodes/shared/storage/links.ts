import { z } from 'zod/v4';
import type { RegisterDatabase } from './database';

/** What a link is for. One for a customer opens nothing of a supplier. */
export const LINK_PURPOSES = [
	'satisfaction',
	'question',
	'supplier-status',
	'pdc-approval',
	'announcement-review',
	'pdc-answer',
] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export const newLinkSchema = z.object({
	purpose: z.enum(LINK_PURPOSES),
	/** What it is about, for example the reference of a signal. */
	subject: z.string().min(1),
	/** Who gets it: an address (as `addressKey` gives it) or a supplier. Null when nobody in particular. */
	party: z.string().min(1).nullable().default(null),
	/** ISO 8601. From then on it says that it has expired. */
	validUntil: z.iso.datetime({ offset: true }),
	/** Whether it may be used once only. */
	singleUse: z.boolean(),
	/** Anything that its page needs, as JSON. */
	data: z.record(z.string(), z.unknown()).default({}),
});
export type NewLink = z.input<typeof newLinkSchema>;

/** A link as it was issued. */
export interface Link {
	purpose: LinkPurpose;
	subject: string;
	party: string | null;
	data: Record<string, unknown>;
	singleUse: boolean;
	createdAt: string;
	validUntil: string;
	/** When it was used last; null when it was not. */
	usedAt: string | null;
}

/**
 * - `expired`, `used`: it was a link of ours, but does not count any more;
 * - `invalid`: it is none: mistyped, cut off, made up, for another purpose, or cleaned up.
 */
export type LinkRefusal = { state: 'expired' | 'used'; link: Link } | { state: 'invalid'; link: null };

/** What a link is good for now. */
export type LinkLook = { state: 'valid'; link: Link } | LinkRefusal;

/** What came of using a link: when it was valid, with what `work` gave. */
export type LinkUse<T> = { state: 'valid'; link: Link; result: T } | LinkRefusal;

/**
 * Links in our mails, that let somebody without an account do one thing. The register keeps a hash of each, so
 * that nobody who reads the register can use them.
 */
export interface Links {
	/** Makes a link. The token is in no log and cannot be asked for again; another link is as good. */
	issue(link: NewLink): Promise<{ token: string }>;
	/** Looks at a link, and changes nothing: mail scanners and previews open every link in a mail. */
	look(token: string, purpose: LinkPurpose): Promise<LinkLook>;
	/**
	 * Uses a link, for a form that was posted. `work` is in the same transaction: when it throws, the link is
	 * unused; of two that use a link for one time at once, one gets to `work`.
	 */
	use<T>(
		token: string,
		purpose: LinkPurpose,
		work: (link: Link, db: RegisterDatabase) => Promise<T>,
	): Promise<LinkUse<T>>;
}
