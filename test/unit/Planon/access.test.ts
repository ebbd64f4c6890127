import type { ICredentialsDecrypted, ICredentialTestFunctions } from 'n8n-workflow';
import axios from 'axios';
import { keyExpiry } from '../../../nodes/Planon/access/key-expiry';
import { testPlanon } from '../../../nodes/Planon/access/test-credential';
import { fetchToken } from '../../../nodes/Planon/access/token';
import { axiosTransport } from '../../support/axios-transport';
import { simulatorPerTest } from '../../simulators/planon/for-tests';
import { startPlanonSimulator } from '../../simulators/planon';
import { DEFAULT_DEFINITIONS } from '../../simulators/planon/store';

const simulator = simulatorPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrSecret: { ...DEFAULT_DEFINITIONS.UsrRequest!, forbidden: true },
	},
});

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

/** The older way of making requests, which is all that n8n gives a credential test. */
const tester = {
	helpers: {
		request: async ({ uri, method, headers, body }: Record<string, never>) => {
			const answer = await axios.request<string>({
				url: uri,
				method,
				headers,
				data: body,
				validateStatus: () => true,
				responseType: 'text',
				transformResponse: (text: unknown) => text,
				proxy: false,
			});
			return { statusCode: answer.status, headers: answer.headers, body: answer.data };
		},
	},
} as unknown as ICredentialTestFunctions;

describe('the test of the credential', () => {
	const test = (changes: object = {}) => {
		const { url, accessKey } = simulator();
		const data = {
			baseUrl: url,
			basePath: '/sdk/system/rest/v2',
			accessKey,
			testDefinition: 'UsrRequest',
			...changes,
		};
		return testPlanon.call(tester, { data } as unknown as ICredentialsDecrypted);
	};
	const byClient = () => {
		const { id, secret, tokenUrl } = simulator().client;
		return { authentication: 'clientCredentials', clientId: id, clientSecret: secret, tokenUrl };
	};

	it('says that all is well, and until when the key works', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'Planon answers' });
		expect(await test({ accessKeyExpiresOn: '2099-01-01' })).toEqual({
			status: 'OK',
			message: 'Planon answers. The access key works until 2099-01-01',
		});
		expect(await test(byClient())).toMatchObject({ status: 'OK' });
	});

	it('warns of a key that will expire', async () => {
		const soon = new Date(Date.now() + 5 * 24 * 3600 * 1000).toISOString().slice(0, 10);
		const { status, message } = await test({ accessKeyExpiresOn: soon });
		expect(status).toBe('OK');
		expect(message).toContain(`expires on ${soon}`);
	});

	it.each([
		['a wrong key', { accessKey: 'oud' }, 'does not accept the access key'],
		['a key whose date is over', { accessKey: 'oud', accessKeyExpiresOn: '2020-01-01' }, 'has expired'],
		['a wrong base path', { basePath: '/sdk/system/rest/v9' }, 'Check the Base Path in the credential'],
		['a missing definition', { testDefinition: 'UsrKlacht' }, "does not know the definition 'UsrKlacht'"],
		['no rights', { testDefinition: 'UsrSecret' }, 'does not allow this user'],
		['no definition to test with', { testDefinition: '' }, 'Fill in the Definition to Test With'],
		['no address', { baseUrl: 'planon' }, 'is not the address of Planon'],
		[
			'a date that is none',
			{ accessKeyExpiresOn: 'maart' },
			'Write the date on which the access key expires',
		],
	])('tells apart %s', async (_what, changes, message) => {
		expect(await test(changes)).toEqual({
			status: 'Error',
			message: expect.stringContaining(message) as string,
		});
	});

	it('tells apart an expired key that Planon names, a wrong client, and a server that is not there', async () => {
		simulator().expireKey();
		expect((await test()).message).toContain('The access key of Planon has expired');
		expect((await test({ ...byClient(), clientSecret: 'x' })).message).toContain(
			'gives no token to this client',
		);
		await simulator().stop();
		expect((await test()).message).toContain('Cannot reach 127.0.0.1');
	});

	it('tells apart a missing licence', async () => {
		const unlicensed = await startPlanonSimulator({ withoutLicence: true });
		const { message } = await test({ baseUrl: unlicensed.url });
		await unlicensed.stop();
		expect(message).toContain('Planon has no licence to read UsrRequest');
	});

	it('goes to the base path of the tenant', async () => {
		const tenant = await startPlanonSimulator({ basePath: '/sdk/system/v1' });
		const outcome = await test({ baseUrl: tenant.url, basePath: 'sdk/system/v1/' });
		await tenant.stop();
		expect(outcome.status).toBe('OK');
	});
});
