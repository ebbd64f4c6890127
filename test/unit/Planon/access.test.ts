import { keyExpiry } from '../../../nodes/Planon/access/key-expiry';
import { fetchToken } from '../../../nodes/Planon/access/token';
import { axiosTransport } from '../../support/axios-transport';
import { simulatorPerTest } from '../../simulators/planon/for-tests';

const simulator = simulatorPerTest();

describe('the date on which an access key expires', () => {
	const settings = {
		authentication: 'accessKey',
		accessKeyExpiresOn: '2026-12-01',
		warnDaysAhead: 30,
		timeZone: 'Europe/Amsterdam',
	} as const;
	it.each([
		['2026-10-01T12:00:00Z', 61, false, null],
		['2026-11-01T12:00:00Z', 30, false, 'expires on 2026-12-01, in 30 days'],
		['2026-11-30T12:00:00Z', 1, false, 'in 1 day.'],
		['2026-12-01T22:59:00Z', 0, false, 'until the end of today'],
		['2026-12-01T23:01:00Z', -1, true, 'expired on 2026-12-01'],
	])('at %s', (now, daysLeft, expired, warning) => {
		const found = keyExpiry(settings, new Date(now));
		expect(found).toMatchObject({ daysLeft, expired });
		if (warning === null) expect(found.warning).toBeNull();
		else expect(found.warning).toContain(warning);
	});

	it('is not missed for client credentials, or when nobody filled it in', () => {
		const nothing = { expiresOn: null, daysLeft: null, expired: false, warning: null };
		expect(keyExpiry({ ...settings, authentication: 'clientCredentials' }, new Date())).toEqual(nothing);
		expect(keyExpiry({ ...settings, accessKeyExpiresOn: '' }, new Date())).toEqual(nothing);
	});
});

describe('a token', () => {
	const token = (changes: object = {}) => {
		const { id, secret, tokenUrl } = simulator().client;
		return fetchToken(axiosTransport(), {
			clientId: id,
			clientSecret: secret,
			tokenUrl,
			scope: '',
			...changes,
		});
	};

	it('is given to the right client', async () => {
		expect(await token()).toMatch(/^[\da-f-]{36}$/);
		expect(simulator().tokens()).toBe(1);
	});

	it('is refused with the reason', async () => {
		await expect(token({ clientSecret: 'fout' })).rejects.toMatchObject({
			message: 'Planon gives no token to this client: Invalid client or Invalid client credentials',
			failure: 'credential-invalid',
		});
		await expect(token({ tokenUrl: `${simulator().url}/elders` })).rejects.toMatchObject({
			hint: expect.stringContaining('Token URL') as string,
		});
		await expect(token({ tokenUrl: 'company-sso' })).rejects.toThrow('is not the address');
		simulator().misbehave({ match: { path: '/token' }, times: 1, how: '5xx' });
		await expect(token()).rejects.toThrow('token server broke down');
	});
});
