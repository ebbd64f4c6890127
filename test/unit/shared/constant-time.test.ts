import { randomBytes } from 'node:crypto';
import type * as Crypto from 'node:crypto';
import { newLinkToken, readLinkToken, sameHash } from '../../../nodes/shared/storage/link-token';
import { isSecret } from '../../../nodes/Topdesk/trigger/webhook-secret';

const key = randomBytes(32);
const { token, hash } = newLinkToken(key, 'question');

const compared = jest.fn();
jest.mock('node:crypto', () => {
	const crypto = jest.requireActual<typeof Crypto>('node:crypto');
	return {
		...crypto,
		timingSafeEqual: (one: Buffer, other: Buffer) => {
			compared();
			return crypto.timingSafeEqual(one, other);
		},
	};
});

/** How long a comparison takes cannot be measured here: that it is left to `timingSafeEqual` can be seen. */
describe('a comparison that must tell nothing by its time', () => {
	beforeEach(() => compared.mockClear());

	it.each<[string, (right: boolean) => boolean]>([
		['the secret of a webhook', (right) => isSecret(right ? 'geheim' : 'geheum', 'geheim')],
		['a signature', (right) => readLinkToken(key, right ? 'question' : 'satisfaction', token) !== null],
		['a hash', (right) => sameHash(right ? hash : `${hash.slice(1)}-`, hash)],
	])('leaves %s to timingSafeEqual', (_, compare) => {
		expect([compare(true), compare(false)]).toEqual([true, false]);
		expect(compared).toHaveBeenCalledTimes(2);
	});
});
