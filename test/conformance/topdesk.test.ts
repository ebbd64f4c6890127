import { ApiError } from '../../nodes/shared/http/api-error';
import { withRetry } from '../../nodes/shared/http/http-client';
import type { Transport } from '../../nodes/shared/http/transport';
import { TopdeskClient } from '../../nodes/Topdesk/api/client';
import { SEARCHES, type Search } from '../../nodes/Topdesk/searches';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { clientOf, STILL } from '../simulators/topdesk/for-tests';
import { axiosTransport } from '../support/axios-transport';
import { makeKnown, operationCases, runOperation, type OperationCase } from './operations';
import { NOT_PUBLISHED, startPublished, type Published } from './published';
import { casesFor } from './requests';

const SPECS = process.env.TOPDESK_SPECS ?? '';
/** Without the published OpenAPI files, which are not part of this project, there is nothing to hold it against. */
const describeWithSpecs = SPECS ? describe : describe.skip;

/** 406: Prism took the request, but the file has no example of the answer to give. */
const taken = (status: number) => status < 300 || status === 406;

describeWithSpecs('against the published TOPdesk API', () => {
	let published: Published;
	let simulator: TopdeskSimulator;

	beforeAll(async () => {
		published = await startPublished(SPECS);
		simulator = await startTopdeskSimulator({ now: STILL });
	}, 120_000);
	afterAll(async () => {
		await Promise.all([published.stop(), simulator.stop()]);
	});

	it('the simulator takes and refuses what the published API takes and refuses', async () => {
		const known = await clientOf(simulator).client.createIncident({ briefDescription: 'Bekend' });
		const own = axiosTransport({ auth: { username: simulator.user, password: simulator.password } });
		const verdict = async (
			transport: Transport,
			...[, , method, path, rest]: ReturnType<typeof casesFor>[number]
		) => {
			const { status } = await transport({ method, url: `${simulator.url}/tas/api${path}`, ...rest });
			return taken(status) ? 'takes' : status < 500 ? 'refuses' : `breaks with ${status}`;
		};
		const seen = [];
		const expected = [];
		for (const request of casesFor(known)) {
			const [what, allowed] = request;
			const wanted = allowed ? 'takes' : 'refuses';
			expected.push({ what, published: wanted, simulator: wanted });
			seen.push({
				what,
				published: await verdict(published.transport, ...request),
				simulator: await verdict(own, ...request),
			});
		}
		expect(seen).toEqual(expected);
	}, 60_000);

	it('every operation of the node is allowed, and refused where the simulator refuses it', async () => {
		const own = axiosTransport({ auth: { username: simulator.user, password: simulator.password } });
		const plannedStartDate = '2027-02-01T09:00:00+0000';
		const planned = { plannedStartDate, plannedImplementationDate: plannedStartDate };
		simulator.planChange({ briefDescription: 'Onderhoud', ...planned });
		const known = await makeKnown(new TopdeskClient(withRetry(own), simulator.url));
		const seen: object[] = [];
		const expected: object[] = [];
		for (const one of operationCases(known)) {
			const wanted = one.allowed ? 'takes' : 'refuses';
			const which = `${one.resource} ${one.operation} ${JSON.stringify(one.parameters)}`;
			const byFile = await verdictOn(published.transport, one, 'http://published.example');
			expected.push({ which, published: byFile === 'has no file' ? byFile : wanted, simulator: wanted });
			seen.push({ which, published: byFile, simulator: await verdictOn(own, one, simulator.url) });
		}
		expect(seen).toEqual(expected);
	}, 120_000);

	it('every search of the choices in the node is allowed, and answered by the simulator', async () => {
		const own = axiosTransport({ auth: { username: simulator.user, password: simulator.password } });
		const group = '7c1a5e0e-1111-4000-a000-000000000000';
		for (const [method, search] of Object.entries<Search>(SEARCHES)) {
			const statuses: number[] = [];
			const noted: Transport = async (request) => {
				const answer = await published.transport(request);
				statuses.push(answer.status);
				return answer;
			};
			const client = new TopdeskClient(withRetry(noted), 'http://published.example');
			// Where the examples are not what the search reads, or never end, the requests were still taken.
			await search(client, "O'Brien", group).catch(() => undefined);
			expect({ method, statuses, taken: statuses.length > 0 && statuses.every(taken) }).toMatchObject({
				method,
				taken: true,
			});
			const answers = await search(new TopdeskClient(withRetry(own), simulator.url), "O'Brien", group);
			expect({ method, answers }).toEqual({ method, answers: [] });
		}
	}, 60_000);

	it('every operation of the client is allowed, and its answer read', async () => {
		const client = new TopdeskClient(withRetry(published.transport), 'http://published.example');
		const id = '7c1a5e0e-1111-4000-a000-000000000000';
		const body = {
			briefDescription: 'Laptop start niet op',
			request: 'Regel 1<br>Regel 2',
			externalNumber: 'R-2026-000123',
			category: { name: 'Werkplek' },
			operatorGroup: { id },
			targetDate: '2026-11-03T16:00:00.000+0000',
		};
		const anIncident = { id: expect.any(String), number: expect.any(String) };
		expect(await client.version()).toEqual(expect.any(String));
		expect(
			await client.createIncident({ ...body, callerLookup: { email: 'j.devries@minvenj.example' } }),
		).toMatchObject(anIncident);
		expect(
			await client.createIncident({ ...body, caller: { dynamicName: 'Jan', email: 'jan@elders.example' } }),
		).toMatchObject(anIncident);
		expect(await client.getIncident(id)).toMatchObject(anIncident);
		expect(await client.getIncident('I 2611 001')).toMatchObject(anIncident);
		expect(await client.updateIncident(id, { action: 'Gebeld', closed: true })).toMatchObject(anIncident);
		expect(await client.updateIncident('I 2611 001', { onHold: true })).toMatchObject(anIncident);
		expect(await client.listIncidents({ query: 'closed==false', sort: 'id:asc', all: true })).toHaveLength(1);
		expect(await client.findByExternalNumber('R-2026-000123')).toMatchObject(anIncident);
		expect(await client.operatorGroups()).toEqual([{ id: expect.any(String), name: expect.any(String) }]);
	}, 60_000);
});

/** What becomes of the requests of an operation. Its answer can be an example that does not fit its own schema. */
async function verdictOn(transport: Transport, one: OperationCase, url: string): Promise<string> {
	const refusals: string[] = [];
	const statuses: number[] = [];
	const noted: Transport = async (request) => {
		const answer = await transport(request);
		statuses.push(answer.status);
		if (!taken(answer.status)) refusals.push(`${answer.status} ${JSON.stringify(answer.body)}`);
		return answer;
	};
	const send = withRetry(noted, { attempts: 1, firstDelayMs: 0, maxDelayMs: 0 });
	try {
		await runOperation(new TopdeskClient(send, url), one);
	} catch (error) {
		if (!(error instanceof ApiError)) return `fails: ${String(error)}`;
	}
	if (statuses.includes(NOT_PUBLISHED)) return 'has no file';
	if (refusals.length === 0) return statuses.length > 0 ? 'takes' : 'asks nothing';
	const refused = statuses.every((status) => taken(status) || (status >= 400 && status < 500));
	return refused && !one.allowed ? 'refuses' : `answers ${refusals.join(', ')}`;
}
