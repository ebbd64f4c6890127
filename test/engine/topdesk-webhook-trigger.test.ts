import type { IDataObject } from 'n8n-workflow';
import { TopdeskApi } from '../../credentials/TopdeskApi.credentials';
import { TopdeskWebhookApi } from '../../credentials/TopdeskWebhookApi.credentials';
import { TopdeskWebhookTrigger } from '../../nodes/Topdesk/TopdeskWebhookTrigger.node';
import { testWebhookSecret } from '../../nodes/Topdesk/trigger/test-webhook-secret';
import { clientOf, simulatorPerTest } from '../simulators/topdesk/for-tests';
import { activateWebhook, callWebhook } from '../support/engine';

const simulator = simulatorPerTest();
const SECRET = 'een-geheim-dat-niemand-raadt';

function trigger(secret = SECRET) {
	const { url, user, password } = simulator();
	return {
		node: new TopdeskWebhookTrigger(),
		credentials: {
			topdeskApi: {
				definition: new TopdeskApi(),
				data: { baseUrl: url, username: user, applicationPassword: password },
			},
			topdeskWebhookApi: { definition: new TopdeskWebhookApi(), data: { secret } },
		},
		parameters: { events: ['closed', 'memoAdded', 'updated'] },
	};
}

const call = (body: IDataObject, headers: Record<string, string> = { 'x-regie-secret': SECRET }) =>
	callWebhook({ ...trigger(), headers, body });

const create = async () =>
	await clientOf(simulator()).client.createIncident({
		briefDescription: 'Laptop start niet op',
		externalNumber: 'R-2026-000123',
	});

describe('the TOPdesk webhook trigger', () => {
	it('starts with what TOPdesk itself says of the incident', async () => {
		const { number, id } = await create();
		const { items, status } = await call({ incident: number, event: 'updated', status: 'verzonnen' });
		expect(status).toBeUndefined();
		expect(items).toMatchObject([
			{
				json: {
					event: 'updated',
					reference: 'R-2026-000123',
					ticket: { system: 'topdesk', number, id },
					incident: { briefDescription: 'Laptop start niet op' },
				},
			},
		]);
	});

	it('gives the same change id for a call that is made again', async () => {
		const { id, number } = await create();
		await clientOf(simulator()).client.updateIncident(number, { action: 'Opgelost', closed: true });
		for (const event of ['closed', 'memoAdded', 'updated']) {
			const [one, two] = [await call({ incident: id, event }), await call({ incident: id, event })];
			expect(one.items).toHaveLength(1);
			expect(two.items).toEqual(one.items);
		}
	});

	it('leaves a call that is not true, or that nobody asked for', async () => {
		const { number } = await create();
		expect(await call({ incident: number, event: 'closed' })).toEqual({ items: null, status: 202 });
		expect(await call({ incident: number, event: 'created' })).toEqual({ items: null, status: 202 });
	});

	it.each([
		['no secret', {}],
		['a wrong secret', { 'x-regie-secret': 'een-geheim-dat-iemand-raadt!' }],
		['an empty secret', { 'x-regie-secret': '' }],
		['a part of the secret', { 'x-regie-secret': SECRET.slice(0, -1) }],
	])('refuses a call with %s, without saying why and without asking TOPdesk', async (_with, headers) => {
		const { number } = await create();
		const before = simulator().requests().length;
		const answer = await call({ incident: number }, headers as Record<string, string>);
		expect(answer).toEqual({ items: null, status: 401 });
		expect(simulator().requests()).toHaveLength(before);
	});

	it('says to TOPdesk what is wrong with a call', async () => {
		expect(await call({})).toMatchObject({
			status: 400,
			body: { message: expect.stringContaining('incident') },
		});
		expect(await call({ incident: 'I 2611 001', event: 'ontploft' })).toMatchObject({ status: 400 });
		expect(await call({ incident: 'I 2611 999' })).toMatchObject({ status: 404 });
		expect(await call({ incident: 'I 1', text: 'x'.repeat(10_001) })).toMatchObject({ status: 413 });
		const { number } = await create();
		await simulator().stop();
		expect(await call({ incident: number })).toMatchObject({ status: 502 });
	});

	it('has no use for a short secret: not in the test, and not where somebody kept it all the same', async () => {
		const test = async (secret: string) =>
			await testWebhookSecret.call({} as never, { data: { secret } } as never);
		expect(await test(SECRET)).toMatchObject({ status: 'OK' });
		await expect(activateWebhook(trigger())).resolves.toBeUndefined();

		const short = 'a'.repeat(23);
		const problem = 'The secret has 23 characters. Make one of at least 24.';
		expect(await test(short)).toEqual({ status: 'Error', message: problem });
		await expect(activateWebhook(trigger(short))).rejects.toThrow(problem);
		const { number } = await create();
		const before = simulator().requests().length;
		const right = { headers: { 'x-regie-secret': short }, body: { incident: number } };
		await expect(callWebhook({ ...trigger(short), ...right })).rejects.toThrow(problem);
		expect(simulator().requests()).toHaveLength(before);
	});

	it('has no use for an empty secret', async () => {
		await expect(activateWebhook(trigger(''))).rejects.toThrow('The secret has 0 characters');
		const nothing = { headers: { 'x-regie-secret': '' }, body: {} };
		await expect(callWebhook({ ...trigger(''), ...nothing })).rejects.toThrow('The secret has 0 characters');
	});
});
