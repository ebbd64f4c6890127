import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 random bits by which the register finds the link, and 128 that only who has the token knows. */
const ID_BYTES = 16;
const SECRET_BYTES = 16;
/** HMAC-SHA-256, cut to 128 bits (RFC 2104, 5). */
const SIGNATURE_BYTES = 16;

/** A token in its parts. */
export interface LinkToken {
	/** Under which the register keeps the link. */
	id: string;
	/** What the register keeps of the secret: SHA-256. */
	hash: string;
}

/** A token that is new, with its parts: 64 characters that every mail program leaves whole in a link. */
export function newLinkToken(key: Buffer, purpose: string): LinkToken & { token: string } {
	const random = randomBytes(ID_BYTES + SECRET_BYTES);
	const token = Buffer.concat([random, signature(key, purpose, random)]).toString('base64url');
	return { token, ...partsOf(random) };
}

/** The parts of a token that this register made for this purpose; null for anything else. */
export function readLinkToken(key: Buffer, purpose: string, token: string): LinkToken | null {
	if (!/^[\w-]{64}$/.test(token)) return null;
	const bytes = Buffer.from(token, 'base64url');
	const random = bytes.subarray(0, ID_BYTES + SECRET_BYTES);
	const given = bytes.subarray(ID_BYTES + SECRET_BYTES);
	return timingSafeEqual(given, signature(key, purpose, random)) ? partsOf(random) : null;
}

/** Whether two hashes are the same, in a time that says nothing about where they differ. */
export const sameHash = (one: string, other: string): boolean =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const signature = (key: Buffer, purpose: string, random: Buffer): Buffer =>
	createHmac('sha256', key).update(`${purpose}\0`).update(random).digest().subarray(0, SIGNATURE_BYTES);

const partsOf = (random: Buffer): LinkToken => ({
	id: random.subarray(0, ID_BYTES).toString('base64url'),
	hash: createHash('sha256').update(random.subarray(ID_BYTES)).digest('base64url'),
});
