import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import type { Span } from '../finding';
import { bounded } from './bounded';

const COUNTRIES = getCountrySpecifications();
/** Country, check digits, and the rest with a separator before any character; the longest IBAN has 34 characters. */
const CANDIDATE = bounded(String.raw`[A-Z]{2}\d{2}(?:[ .\u00a0-]?[A-Z0-9]){8,30}`);

/** The first characters of a candidate that make an IBAN of its country's length; null when there are too few. */
function ofLength(candidate: string, length: number): string | null {
	let seen = 0;
	for (let at = 0; at < candidate.length; at++) {
		if (/[A-Z0-9]/i.test(candidate[at]!)) seen++;
		if (seen === length) return candidate.slice(0, at + 1);
	}
	return null;
}

/** Account numbers of any country (ISO 13616) with the right length and check digits (mod 97). */
export function findIbans(text: string): Span[] {
	const found: Span[] = [];
	CANDIDATE.lastIndex = 0;
	for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
		const length = COUNTRIES[match[0].slice(0, 2).toUpperCase()]?.chars;
		const iban = length ? ofLength(match[0], length) : null;
		const next = text.charAt(match.index + (iban?.length ?? 0));
		const isIban =
			iban && !/[\p{L}\p{N}_]/u.test(next) && isValidIBAN(iban.replace(/[^A-Z0-9]/gi, '').toUpperCase());
		if (isIban) found.push({ start: match.index, end: match.index + iban.length });
		// A candidate may run on into the words behind it, and another may begin in those.
		CANDIDATE.lastIndex = isIban ? match.index + iban.length : match.index + 1;
	}
	return found;
}
