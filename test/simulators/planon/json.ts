import { isInteger, isSafeNumber, parse, stringify } from 'lossless-json';

/** Big integers as bigint, as the Java of Planon holds them in a long. */
const numberOrBigint = (digits: string) =>
	isInteger(digits) && !isSafeNumber(digits) ? BigInt(digits) : Number(digits);

export const readJson = (text: string): unknown =>
	parse(text, null, { parseNumber: numberOrBigint, onDuplicateKey: ({ newValue }) => newValue });

export const writeJson = (value: unknown): string => stringify(value) ?? 'null';
