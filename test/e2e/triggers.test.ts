import { join } from 'node:path';
import axios from 'axios';
import fastify, { type FastifyInstance } from 'fastify';
import { startPlanonSimulator, type PlanonSimulator } from '../simulators/planon';
import { clientOf as planonClient } from '../simulators/planon/for-tests';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { clientOf as topdeskClient } from '../simulators/topdesk/for-tests';
import { Administrator } from '../support/administrator';
import { eventually } from '../support/eventually';
import { startN8n, type N8nServer } from '../support/n8n-server';
import { temporaryFolder } from '../support/temp-folder';
import { TRIGGER_WORKFLOW, triggerWorkflow, WEBHOOK_ID } from './support/trigger-workflow';

jest.setTimeout(15 * 60_000);

const SECRET = 'een-geheim-dat-niemand-raadt';

interface Told {
	changeId: string;
	event: string;
	reference: string;
	ticket: { system: string };
	to?: string;
	entry?: { text: string };
}

describe('the triggers of TOPdesk and Planon in n8n', () => {
	const folder = temporaryFolder();
	let topdesk: TopdeskSimulator;
	let planon: PlanonSimulator;
	let listener: FastifyInstance;
	let n8n: N8nServer;
	const told: Told[] = [];

	beforeAll(async () => {
		topdesk = await startTopdeskSimulator();
		planon = await startPlanonSimulator();
		listener = fastify({ forceCloseConnections: true });
		listener.post('/', async ({ body }) => {
			told.push(body as Told);
			return {};
		});
		const credentials = {
			topdeskApi: {
				id: 'regieTopdesk01',
				name: 'TOPdesk',
				type: 'topdeskApi',
				data: { baseUrl: topdesk.url, username: topdesk.user, applicationPassword: topdesk.password },
			},
			topdeskWebhookApi: {
				id: 'regieTopdesk02',
				name: 'TOPdesk webhook',
				type: 'topdeskWebhookApi',
				data: { secret: SECRET },
			},
			planonApi: {
				id: 'regiePlanon0001',
				name: 'Planon',
				type: 'planonApi',
				data: { baseUrl: planon.url, basePath: '/sdk/system/rest/v2', accessKey: planon.accessKey },
			},
		};
		const url = await listener.listen({ port: 0, host: '127.0.0.1' });
		n8n = await startN8n({
			userFolder: join(folder, 'n8n'),
			credentials,
			workflowsDir: triggerWorkflow(folder, url, credentials),
			publish: [],
		});
		// When it is published, both triggers have looked: from here on what happens is new to them.
		await new Administrator(n8n.api, TRIGGER_WORKFLOW).publish();
	});
	afterAll(async () => {
		await n8n?.stop();
		await Promise.all([topdesk.stop(), planon.stop(), listener.close()]);
	});

	const inWords = () =>
		told
			.map(({ event, ticket, reference, to, entry }) =>
				[ticket.system, event, reference, to ?? entry?.text].filter(Boolean).join(' '),
			)
			.sort();
	const until = async (count: number) =>
		await eventually(() => told.length >= count, {
			withinMs: 4 * 60_000,
			otherwise: `only this came: ${inWords().join(', ')}\n${n8n.output().slice(-3000)}`,
		});
	const call = async (incident: string, secret: string) =>
		await axios.post(
			`${n8n.url}/webhook/${WEBHOOK_ID}/topdesk`,
			{ incident, event: 'updated' },
			{ headers: { 'X-Regie-Secret': secret }, validateStatus: () => true, proxy: false },
		);

	it('tell each thing once, also when n8n is killed in between', async () => {
		const { client } = topdeskClient(topdesk);
		const incident = await client.createIncident({
			briefDescription: 'Laptop start niet op',
			externalNumber: 'R-2026-000001',
			caller: { dynamicName: 'Jan de Vries' },
		});
		const complaint = planon.add('UsrComplaint', {
			Description: 'Kapotte stoel',
			FreeString1: 'R-2026-000002',
		});
		const first = ['planon created R-2026-000002', 'topdesk created R-2026-000001'];
		await until(first.length);
		expect(inWords()).toEqual(first);

		await n8n.kill('SIGKILL');
		await client.updateIncident(incident.number, {
			processingStatus: { name: 'In behandeling' },
			action: 'Monteur komt morgen.',
		});
		topdesk.reply(incident.number, 'Het is nog steeds kapot.');
		await planonClient(planon).changeState('UsrComplaint', 'UsrInProgress', [
			{ field: 'Syscode', operator: 'eq', value: complaint.Syscode as number },
		]);
		await n8n.restart();
		const second = [
			...first,
			'planon stateChanged R-2026-000002 UsrInProgress',
			'topdesk callerReplied R-2026-000001 Het is nog steeds kapot.',
			'topdesk memoAdded R-2026-000001 Monteur komt morgen.',
			'topdesk statusChanged R-2026-000001 In behandeling',
		].sort();
		await until(second.length);
		expect(inWords()).toEqual(second);

		const wrong = await call(incident.number, 'een-geheim-dat-iemand-raadt!');
		expect([wrong.status, wrong.data]).toEqual([401, '']);
		expect((await call(incident.number, SECRET)).status).toBe(202);
		// Both have polled again before this one is seen.
		await client.createIncident({ briefDescription: 'Muis kapot', externalNumber: 'R-2026-000003' });
		planon.add('UsrComplaint', { FreeString1: 'R-2026-000004' });
		const third = [
			...second,
			'topdesk updated R-2026-000001',
			'topdesk created R-2026-000003',
			'planon created R-2026-000004',
		].sort();
		await until(third.length);
		expect(inWords()).toEqual(third);
		expect(new Set(told.map(({ changeId }) => changeId)).size).toBe(third.length);
	});
});
