import { referenceSchema, STATUSES, type Signal } from '../../shared/domain/signal';
import type { Register } from '../../shared/storage/register';
import { isFromPerson } from '../../shared/storage/satisfaction/candidates';
import { shorten } from '../../shared/text/shorten';

const OPEN = STATUSES.filter((status) => status !== 'afgesloten');
const MAX_CHARACTERS = 120;

/**
 * Open signals whose customer can be asked something, newest first, as lines of a list in a form: by a reference, or by
 * words from the signal, the customer or the mails about it.
 * @param limit of signals to look through
 */
export async function findChoices(register: Register, typed: string, limit: number): Promise<string[]> {
	const contains = typed.trim();
	if (contains === '') return [];
	const found = await register.search({ contains, status: [...OPEN], limit });
	const wanted = referenceIn(contains);
	return found
		.filter((signal) => signal.customer.email && isFromPerson(signal))
		.filter(({ reference }) => wanted === null || reference === wanted)
		.map(choiceOf);
}

/** The reference that a line of the list starts with, or that was typed; null when there is none. */
export function referenceIn(text: string): string | null {
	const [first = ''] = text.trim().split(' ', 1);
	const { success, data } = referenceSchema.safeParse(first.toUpperCase());
	return success ? data : null;
}

/** n8n fills in the list in a template of its form: what means something there is left out of what customers wrote. */
const choiceOf = ({ reference, customer, subject }: Signal): string =>
	shorten(
		[reference, customer.name ?? customer.email, subject || 'zonder onderwerp']
			.join(' - ')
			.replace(/[$<>{}\\]/g, ' ')
			.replace(/\s+/g, ' '),
		MAX_CHARACTERS,
	);
