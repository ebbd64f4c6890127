import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Span } from '../finding';
import { isOtherNumber, spanOf } from './bounded';

const GAP = String.raw`[ \u00a0.-]?`;
/**
 * The ways people write a number here: +31 6 12345678, 0031-70-1234567, 06-12345678, 06 12 34 56 78,
 * (070) 370 79 11, 070/3707911. Not dates: after the area code stand no more dashes.
 */
const CANDIDATE = new RegExp(
	[
		String.raw`\+\d(?:${GAP}(?:\(0\)${GAP})?\d){7,14}`,
		String.raw`(?<![\p{L}\p{N}_])00[1-9](?:${GAP}(?:\(0\)${GAP})?\d){7,14}`,
		String.raw`(?<![\p{L}\p{N}_])06${GAP}[1-9](?:${GAP}\d){7}`,
		String.raw`(?:\(0[1-9]\d{1,2}\)|(?<![\p{L}\p{N}_])0[1-9]\d{1,2})(?:[ \u00a0/-]| [-/] )?[1-9](?:[ \u00a0.]?\d){5,6}`,
	]
		.map((way) => `${way}(?![\\p{L}\\p{N}_])`)
		.join('|'),
	'gu',
);
/** Of a number with its zero in front. */
const DUTCH_DIGITS = 10;
/** Lines that belong to organisations. */
const SERVICE_NUMBER = /^(?:0800|090[069])/;

/** Telephone numbers that exist in the numbering plan of their country; without a country that is the Netherlands. */
export function findPhoneNumbers(text: string): Span[] {
	return [...text.matchAll(CANDIDATE)]
		.filter((match) => {
			const number = match[0].replace('(0)', '');
			const digits = number.replace(/\D/g, '');
			const isDutch = /^\(?0[1-9]/.test(number);
			if (isDutch && (digits.length !== DUTCH_DIGITS || SERVICE_NUMBER.test(digits))) return false;
			if (isOtherNumber(text, match.index)) return false;
			return parsePhoneNumberFromString(number, 'NL')?.isValid() ?? false;
		})
		.map((match) => spanOf(match));
}
