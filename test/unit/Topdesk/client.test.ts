import { topdeskBaseUrl } from '../../../nodes/Topdesk/api/base-url';
import { topdeskError } from '../../../nodes/Topdesk/api/errors';
import { fiqlAnd, fiqlText } from '../../../nodes/Topdesk/api/fiql';
import { clientOf, simulatorPerTest } from '../../simulators/topdesk/for-tests';

const simulator = simulatorPerTest();

describe('TopdeskClient', () => {
	it('creates an incident and gets it by its id and by its number with spaces', async () => {
		const { client } = clientOf(simulator());
		const incident = await client.createIncident({
			briefDescription: 'Laptop start niet op',
			category: { name: 'Werkplek' },
			subcategory: { name: 'Laptop' },
		});
		expect(incident).toMatchObject({ number: 'I 2611 001', category: { name: 'Werkplek' }, closed: false });
		expect(await client.getIncident(incident.number)).toEqual(incident);
		expect(await client.getIncident(incident.id)).toEqual(incident);
	});

	it('lists over all pages, by the status and not by the length of a page', async () => {
		const { client } = clientOf(simulator());
		expect(await client.listIncidents()).toEqual([]);
		for (let n = 1; n <= 5; n++) await client.createIncident({ briefDescription: `Melding ${n}` });
		const all = await client.listIncidents({ sort: 'number:desc', pageSize: 2, parallel: 1 });
		expect(all.map(({ number }) => number)).toEqual([
			'I 2611 005',
			'I 2611 004',
			'I 2611 003',
			'I 2611 002',
			'I 2611 001',
		]);
		const pages = simulator()
			.requests()
			.filter((line) => line === 'GET /tas/api/incidents');
		expect(pages).toHaveLength(1 + 3);
	});

	it('stops at the limit', async () => {
		const { client } = clientOf(simulator());
		for (let n = 1; n <= 3; n++) await client.createIncident({ briefDescription: `Melding ${n}` });
		expect(await client.listIncidents({ limit: 2 })).toHaveLength(2);
	});

	it('updates only the given fields and adds a note to the progress trail', async () => {
		const { client } = clientOf(simulator());
		const { id } = await client.createIncident({ briefDescription: 'Wifi valt weg' });
		const updated = await client.updateIncident(id, {
			processingStatus: { name: 'In behandeling' },
			action: 'Monteur onderweg',
		});
		expect(updated).toMatchObject({
			briefDescription: 'Wifi valt weg',
			processingStatus: { name: 'In behandeling' },
		});
	});

	it('waits as long as Retry-After says before it creates', async () => {
		const { client, waits } = clientOf(simulator());
		simulator().misbehave({ match: { method: 'POST' }, times: 1, how: '429', retryAfter: 2 });
		await client.createIncident({ briefDescription: 'Geduld' });
		expect(waits).toEqual([2000]);
		expect(simulator().incidents()).toHaveLength(1);
	});

	it('reads again after a server error, and gives up with what to do', async () => {
		const { client } = clientOf(simulator());
		simulator().misbehave({ match: { path: '/incidents' }, times: 1, how: '5xx' });
		expect(await client.listIncidents()).toEqual([]);

		simulator().misbehave({ match: { path: '/incidents' }, times: 9, how: '5xx' });
		await expect(client.listIncidents()).rejects.toMatchObject({
			message: 'TOPdesk broke down while trying to list incidents (status 503)',
			failure: 'temporarily-unavailable',
		});
	});

	it('says that the credential is wrong', async () => {
		const { client } = clientOf(simulator(), 'verkeerd');
		await expect(client.version()).rejects.toMatchObject({
			status: 401,
			failure: 'credential-invalid',
			hint: expect.stringContaining('application password'),
		});
	});

	it('says that an archived incident cannot be changed', async () => {
		const { client, send } = clientOf(simulator());
		const { id } = await client.createIncident({ briefDescription: 'Oud' });
		await send({ method: 'PUT', url: `${simulator().url}/tas/api/incidents/id/${id}/archive` });
		await expect(client.updateIncident(id, { action: 'Nog iets' })).rejects.toMatchObject({
			status: 403,
			hint: expect.stringContaining('archive'),
		});
	});

	it('says that an incident does not exist', async () => {
		const { client } = clientOf(simulator());
		await expect(client.getIncident('I 9999 999')).rejects.toMatchObject({
			failure: 'not-found',
			message: expect.stringContaining('get incident I 9999 999'),
		});
	});

	it('refuses what TOPdesk would refuse before sending it', async () => {
		const { client } = clientOf(simulator());
		const tooMuch = [
			{ briefDescription: 'x'.repeat(81) },
			{ externalNumber: 'x'.repeat(61) },
			{ category: { id: '7c1a5e0e-0000-4000-a000-000000000000', name: 'Werkplek' } },
			{ callerLookup: {} },
			{ callerLookup: { email: 'a@b.example' }, caller: { dynamicName: 'A' } },
			{ status: 'FirstLine' as 'firstLine' },
		];
		for (const body of tooMuch) await expect(client.createIncident(body)).rejects.toThrow();
		await expect(client.updateIncident('I 2611 001', {})).rejects.toThrow();
		expect(simulator().requests()).toEqual([]);
	});

	it('lists the choices of the environment', async () => {
		const { client } = clientOf(simulator());
		const names = (await client.lookup('category')).map(({ name }) => name);
		expect(names).toEqual(['Werkplek', 'Software', 'Netwerk', 'Dienstverlening']);
		expect((await client.operatorGroups()).map(({ name }) => name)).toEqual([
			'Servicedesk',
			'Werkplekbeheer',
		]);
		expect(await client.version()).toBe('4.2.6');
	});
});

describe('errors of TOPdesk', () => {
	const withBody = (body: unknown) => topdeskError({ status: 400, headers: {}, body }, 'do it').message;

	it('are read in both shapes', () => {
		expect(withBody([{ message: 'This is wrong' }, { message: 'That too' }])).toBe(
			'TOPdesk refuses to do it: This is wrong; That too',
		);
		expect(
			withBody({
				errors: [{ errorCode: 'value_overflow', appliesTo: ['body'], errorMessage: 'Too long' }],
			}),
		).toBe('TOPdesk refuses to do it: Too long');
		expect(withBody({ errors: [{ errorCode: 'value_overflow', appliesTo: ['body', 'request'] }] })).toBe(
			'TOPdesk refuses to do it: request: value_overflow',
		);
	});

	it('are reported by their status when the body is empty or a web page', () => {
		for (const body of [undefined, '<html>Bad Request</html>', {}, []]) {
			expect(withBody(body)).toBe('TOPdesk refuses to do it (status 400)');
		}
	});
});

describe('the address of TOPdesk', () => {
	it.each([
		['https://company.topdesk.net', 'https://company.topdesk.net'],
		['https://company.topdesk.net/', 'https://company.topdesk.net'],
		['  https://company.topdesk.net/tas ', 'https://company.topdesk.net'],
		['https://company.topdesk.net/tas/api/', 'https://company.topdesk.net'],
		['https://company.topdesk.net/tas/secure/mango/window/1?x=1', 'https://company.topdesk.net'],
		['http://127.0.0.1:8080/topdesk/tas/', 'http://127.0.0.1:8080/topdesk'],
	])('is taken from %s', (typed, address) => {
		expect(topdeskBaseUrl(typed)).toBe(address);
	});

	it.each(['company.topdesk.net', '', 'ftp://company.topdesk.net'])('is not read from %p', (typed) => {
		expect(() => topdeskBaseUrl(typed)).toThrow('Fill it in as https://company.topdesk.net');
	});
});

describe('search queries', () => {
	it('quote a value with the quote that it does not contain', () => {
		expect(fiqlText('R-2026-000123')).toBe("'R-2026-000123'");
		expect(fiqlText("foto's")).toBe('"foto\'s"');
		expect(() => fiqlText(`'"`)).toThrow('both kinds of quotes');
	});

	it('keep an or inside its own condition', () => {
		expect(fiqlAnd(['a==1', ' ', 'b==1,c==1'])).toBe('(a==1);(b==1,c==1)');
		expect(fiqlAnd(['a==1'])).toBe('a==1');
		expect(fiqlAnd([])).toBe('');
	});
});
