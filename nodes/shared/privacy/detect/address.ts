import type { Span } from '../finding';
import { spanOf } from './bounded';

const POSTCODE = String.raw`[1-9]\d{3}[ \u00a0]?(?!SA|SD|SS)[A-Z]{2}`;
const HOUSE = String.raw`\d{1,5}(?:[ \u00a0-]?[A-Za-z]{1,2})?`;
const ADDRESS = new RegExp(
	String.raw`(?<![\p{L}\p{N}_])(?:${POSTCODE}[ ,\u00a0]{1,3}(?:nr\.? ?|huisnummer )?${HOUSE}|${HOUSE}[ ,\u00a0]{1,3}${POSTCODE})(?![\p{L}\p{N}_])`,
	'gu',
);

/** A postcode beside a house number: together they point at one home. */
export const findAddresses = (text: string): Span[] =>
	[...text.matchAll(ADDRESS)].map((match) => spanOf(match));
