import { z } from 'zod/v4';
import { SUPPLIERS, type Supplier } from '../shared/domain/codebook';
import { bareSubject } from '../shared/text/mail-text';
import { foldText } from '../shared/text/tokens';
import type { Reason } from './score';

/** What people here call a supplier, or one of its services. */
export const supplierAliasesSchema = z.array(
	z.object({
		alias: z.string().trim().min(2, 'an alias has at least two characters'),
		supplier: z.enum(SUPPLIERS).exclude(['onbekend']),
	}),
);
export type SupplierAlias = z.infer<typeof supplierAliasesSchema>[number];

/** One and a half times the distance between a yes and a no of the model: much, but not more than all other words. */
const VOTE = 1.5;

const isPartOfWord = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

/** Whether an alias stands in a text as a word of its own; both are folded. */
function mentions(text: string, alias: string): boolean {
	for (let at = text.indexOf(alias); at >= 0; at = text.indexOf(alias, at + alias.length)) {
		if (!isPartOfWord(text.charAt(at - 1)) && !isPartOfWord(text.charAt(at + alias.length))) return true;
	}
	return false;
}

/** What speaks for a supplier from outside the model. */
export type Vote = Reason & { label: Supplier };

/** The aliases that a mail mentions, each as a vote for its supplier; capitals and accents make no difference. */
export function aliasVotes(
	mail: { subject: string; text: string },
	aliases: readonly SupplierAlias[] = [],
): Vote[] {
	if (aliases.length === 0) return [];
	const text = foldText(`${bareSubject(mail.subject).subject}\n${mail.text}`);
	return aliases
		.filter(({ alias }) => mentions(text, foldText(alias)))
		.map(({ alias, supplier }) => ({ field: 'supplier', label: supplier, term: alias, weight: VOTE }));
}
