import { findAddresses } from './detect/address';
import { findBirthDates } from './detect/birth-date';
import { HIDDEN } from './detect/bounded';
import { findBsns } from './detect/bsn';
import { findEmailAddresses } from './detect/email';
import { findHealthWords } from './detect/health';
import { findIbans } from './detect/iban';
import { findNames } from './detect/name';
import { findPhoneNumbers } from './detect/phone';
import { PERSONAL_DATA_KINDS, type PersonalDataFinding, type PersonalDataKind, type Span } from './finding';

export interface PersonalDataOptions {
	/** Names to look for, such as that of the customer. Other names are not found. */
	names?: readonly string[];
}

/** `[BSN]`, or with a number when it can be undone: `[BSN 1]`. */
export const PLACEHOLDER = new RegExp(
	String.raw`\[(?:${PERSONAL_DATA_KINDS.join('|').toUpperCase()})(?: \d{1,9})?\]`,
	'g',
);

type Find = (text: string, options: PersonalDataOptions) => Span[];

const FIND: Record<PersonalDataKind, Find> = {
	bsn: findBsns,
	iban: findIbans,
	'e-mailadres': findEmailAddresses,
	telefoonnummer: findPhoneNumbers,
	geboortedatum: findBirthDates,
	adres: findAddresses,
	gezondheid: findHealthWords,
	naam: (text, { names = [] }) => findNames(text, names),
};

const rank = (kind: PersonalDataKind): number => PERSONAL_DATA_KINDS.indexOf(kind);

/** What overlaps becomes one: no end of the one may be left when the other is masked. */
function withoutOverlap(spans: (Span & { kind: PersonalDataKind })[]): typeof spans {
	const apart: typeof spans = [];
	for (const span of spans.sort(
		(one, other) => one.start - other.start || rank(one.kind) - rank(other.kind),
	)) {
		const last = apart.at(-1);
		if (!last || span.start >= last.end) apart.push({ ...span });
		else {
			last.end = Math.max(last.end, span.end);
			if (rank(span.kind) < rank(last.kind)) last.kind = span.kind;
		}
	}
	return apart;
}

/**
 * Finds personal data, in order and without overlap. Placeholders of a text that is masked already are left alone.
 * Takes time in proportion to the length of the text, whatever is in it.
 *
 * Not everything that points at a person has a form: names (unless given), descriptions and room numbers stay.
 */
export function findPersonalData(text: string, options: PersonalDataOptions = {}): PersonalDataFinding[] {
	const visible = text.replace(PLACEHOLDER, (placeholder) => HIDDEN.repeat(placeholder.length));
	const spans = PERSONAL_DATA_KINDS.flatMap((kind) =>
		FIND[kind](visible, options).map((span) => ({ ...span, kind })),
	);
	return withoutOverlap(spans).map(({ kind, start, end }) => ({
		kind,
		start,
		end,
		text: text.slice(start, end),
	}));
}
