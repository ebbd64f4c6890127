import { createHash, timingSafeEqual } from 'node:crypto';

/** The header with the secret that TOPdesk and n8n share. */
export const SECRET_HEADER = 'x-regie-secret';
/** Shorter ones can be guessed. */
const SHORTEST_SECRET = 24;

/** What is wrong with a secret, for people; undefined when it will do. */
export const secretProblem = (secret: string): string | undefined =>
	secret.length < SHORTEST_SECRET
		? `The secret has ${secret.length} characters. Make one of at least ${SHORTEST_SECRET}.`
		: undefined;

/**
 * The secret of a credential. n8n also keeps a credential whose test failed, so it is looked at whenever it is used.
 * @throws Error when it can be guessed
 */
export function goodSecret(secret: unknown): string {
	const text = typeof secret === 'string' ? secret : '';
	const problem = secretProblem(text);
	if (problem) throw new Error(`${problem} It is in the credential TOPdesk Webhook API.`);
	return text;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Whether the secret is right, in the same time for every wrong one. */
export const isSecret = (given: unknown, right: string): boolean =>
	timingSafeEqual(digest(typeof given === 'string' ? given : ''), digest(right));
