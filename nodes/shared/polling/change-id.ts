import { createHash } from 'node:crypto';

/** The parts as one text; what lies between two parts cannot be taken for a part of them. */
const joined = (parts: readonly unknown[]) => JSON.stringify(parts);

/** The same parts give the same id, in every run and on every server; other parts give another one. */
export const changeId = (...parts: readonly unknown[]): string =>
	createHash('sha256').update(joined(parts)).digest('hex').slice(0, 32);

/** 48 bits: among 50,000 that are kept, the chance that one more looks like one of them is 1 in 5,000,000,000. */
export const shortHash = (...parts: readonly unknown[]): string =>
	createHash('sha256').update(joined(parts)).digest('base64url').slice(0, SHORT_HASH_LENGTH);

export const SHORT_HASH_LENGTH = 8;
