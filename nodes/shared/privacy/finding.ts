/**
 * What is looked for, in Dutch because people read it in masked text. When two overlap, the first in this list
 * gives its name to both.
 */
export const PERSONAL_DATA_KINDS = [
	'bsn',
	'iban',
	'e-mailadres',
	'telefoonnummer',
	'geboortedatum',
	'adres',
	'gezondheid',
	'naam',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** A piece of a text, from `start` up to but not including `end`, in UTF-16 units as JavaScript counts. */
export interface Span {
	start: number;
	end: number;
}

/** A personal datum in a text. */
export interface PersonalDataFinding extends Span {
	kind: PersonalDataKind;
	/** As it stands in the text. */
	text: string;
}
