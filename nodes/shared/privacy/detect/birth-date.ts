import type { Span } from '../finding';
import { HIDDEN } from './bounded';

const MONTHS =
	'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec';
const DATE = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:[-/.](?:0?[1-9]|1[0-2])[-/.]|[ \u00a0](?:${MONTHS})\.?[ \u00a0]?)(?:(?:19|20)\d{2}|\d{2})|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
/** What may stand between the word and the date, such as "te Den Haag op"; no other number. */
const BETWEEN = String.raw`[^\p{N}${HIDDEN}]{1,40}?`;
const BORN = new RegExp(
	String.raw`(?<![\p{L}\p{N}_])(?:geboorte ?dat(?:um|a)|geb\.?(?: ?dat(?:um|\.)?)?|geboren|date of birth|dob|born)${BETWEEN}(${DATE})(?![\p{L}\p{N}_])`,
	'dgiu',
);

/** Dates of birth: only where a word says that they are, for a mail is full of dates. */
export function findBirthDates(text: string): Span[] {
	return [...text.matchAll(BORN)].map((match) => {
		const [start, end] = match.indices![1]!;
		return { start, end };
	});
}
