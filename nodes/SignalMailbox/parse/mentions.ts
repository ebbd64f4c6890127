import { referenceSchema } from '../../shared/domain/signal';
import type { ParsedMail } from './mail-source';

const REFERENCE = /\bR-\d{4}-\d{6,12}\b/gi;
/** Headers that say where a mail was sent to, also after it passed an alias. */
const RECEIVERS = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'resent-to'];

/** Our references in the subject, then those in a plus-address (`dienstencentrum+R-2026-000123@…`). */
export function mentionsOf({ subject, headers }: ParsedMail): string[] {
	const plusParts = RECEIVERS.flatMap((name) => headers.mailboxes(name)).flatMap(({ address }) =>
		address.slice(0, address.lastIndexOf('@')).split('+').slice(1),
	);
	const found = [subject, ...plusParts].flatMap((text) => text.match(REFERENCE) ?? []);
	const references = found.map((reference) => reference.toUpperCase());
	return [...new Set(references)].filter((reference) => referenceSchema.safeParse(reference).success);
}
