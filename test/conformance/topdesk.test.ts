import { withRetry } from '../../nodes/shared/http/http-client';
import type { Transport } from '../../nodes/shared/http/transport';
import { TopdeskClient } from '../../nodes/Topdesk/api/client';
import { LOOKUPS, type LookupName } from '../../nodes/Topdesk/api/lookups';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { clientOf, STILL } from '../simulators/topdesk/for-tests';
import { axiosTransport } from '../support/axios-transport';
import { startPrism, type Prism } from './prism';
import { casesFor } from './requests';

const SPECS = process.env.TOPDESK_SPECS ?? '';
/** Without the published OpenAPI files, which are not part of this project, there is nothing to hold it against. */
const describeWithSpecs = SPECS ? describe : describe.skip;

describeWithSpecs('against the published TOPdesk API', () => {
	let incident: Prism;
	let general: Prism;
	let supporting: Prism;
	let simulator: TopdeskSimulator;

	beforeAll(async () => {
		incident = await startPrism(SPECS, /^topdesk-incident-.*\.openapi\.json$/);
		general = await startPrism(SPECS, /^topdesk-general-.*\.openapi\.json$/);
		supporting = await startPrism(SPECS, /^topdesk-supporting-files-.*\.openapi\.json$/);
		simulator = await startTopdeskSimulator({ now: STILL });
	}, 120_000);
	afterAll(async () => {
		await Promise.all([incident, general, supporting, simulator].map((server) => server.stop()));
	});

	/** The published files leave /tas/api out and are one server each. */
	const published: Transport = async (request) => {
		const path = new URL(request.url).pathname.replace('/tas/api', '');
		const server = path.startsWith('/incidents')
			? incident
			: path.startsWith('/operatorgroups')
				? supporting
				: general;
		return await axiosTransport()({ ...request, url: server.url + path });
	};

	it('the simulator takes and refuses what the published API takes and refuses', async () => {
		const known = await clientOf(simulator).client.createIncident({ briefDescription: 'Bekend' });
		const own = axiosTransport({ auth: { username: simulator.user, password: simulator.password } });
		const verdict = async (
			transport: Transport,
			...[, , method, path, rest]: ReturnType<typeof casesFor>[number]
		) => {
			const { status } = await transport({ method, url: `${simulator.url}/tas/api${path}`, ...rest });
			// 406: Prism took the request, but the file has no example of the answer to give.
			return status < 300 || status === 406 ? 'takes' : status < 500 ? 'refuses' : `breaks with ${status}`;
		};
		const seen = [];
		const expected = [];
		for (const request of casesFor(known)) {
			const [what, allowed] = request;
			const wanted = allowed ? 'takes' : 'refuses';
			expected.push({ what, published: wanted, simulator: wanted });
			seen.push({
				what,
				published: await verdict(published, ...request),
				simulator: await verdict(own, ...request),
			});
		}
		expect(seen).toEqual(expected);
	}, 60_000);

	it('every operation of the client is allowed, and its answer read', async () => {
		const client = new TopdeskClient(withRetry(published), 'http://published.example');
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
		for (const name of Object.keys(LOOKUPS) as LookupName[]) {
			expect(await client.lookup(name)).toEqual([expect.objectContaining({ id: expect.any(String) })]);
		}
	}, 60_000);
});
