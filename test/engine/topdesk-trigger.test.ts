import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TopdeskApi } from '../../credentials/TopdeskApi.credentials';
import { TopdeskTrigger } from '../../nodes/Topdesk/TopdeskTrigger.node';
import { INCIDENT_EVENTS, type IncidentHappening } from '../../nodes/Topdesk/trigger/events';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { clientOf } from '../simulators/topdesk/for-tests';
import { pollNode } from '../support/engine';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let simulator: TopdeskSimulator;
/** How far the clock of TOPdesk is from that of n8n; it only goes forward. */
let clock = 0;
/** Where it stands still. */
let frozen: Date | undefined;
let staticData: IDataObject;

beforeEach(async () => {
	clock = 0;
	frozen = undefined;
	staticData = {};
	simulator = await startTopdeskSimulator({ now: () => frozen ?? new Date(Date.now() + clock) });
});
afterEach(() => simulator.stop());

const topdesk = () => clientOf(simulator).client;

type Item = IncidentHappening & { changeId: string };

async function poll(
	parameters: INodeParameters = {},
	{ mode, password = simulator.password }: { mode?: 'manual'; password?: string } = {},
): Promise<Item[]> {
	const output = await pollNode({
		node: new TopdeskTrigger(),
		credentials: {
			topdeskApi: {
				definition: new TopdeskApi(),
				data: { baseUrl: simulator.url, username: simulator.user, applicationPassword: password },
			},
		},
		parameters: { events: [...INCIDENT_EVENTS], ...parameters },
		staticData,
		mode,
	});
	return (output?.[0] ?? []).map(({ json }) => json as unknown as Item);
}

const told = async (parameters?: INodeParameters) => (await poll(parameters)).map(({ event }) => event);

const create = async (externalNumber = 'R-2026-000123') =>
	await topdesk().createIncident({
		briefDescription: 'Laptop start niet op',
		externalNumber,
		caller: { dynamicName: 'Jan de Vries' },
	});

describe('the TOPdesk trigger', () => {
	it('starts from now, and then tells what happens to an incident, each thing once', async () => {
		const old = await create('R-2026-000001');
		expect(await poll()).toEqual([]);

		clock += MINUTE;
		const { number, id } = await create();
		expect(await poll()).toEqual([
			expect.objectContaining({
				event: 'created',
				changeId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
				reference: 'R-2026-000123',
				ticket: { system: 'topdesk', number, id },
				incident: expect.objectContaining({ briefDescription: 'Laptop start niet op' }) as object,
			}),
		]);
		expect(await poll()).toEqual([]);

		clock += MINUTE;
		await topdesk().updateIncident(old.number, { processingStatus: { name: 'In behandeling' } });
		expect(await poll()).toEqual([
			expect.objectContaining({ event: 'updated' }),
			expect.objectContaining({ event: 'statusChanged', from: 'Aangemeld', to: 'In behandeling' }),
		]);

		clock += MINUTE;
		const { client } = clientOf(simulator);
		const [group] = await client.operatorGroups();
		await client.updateIncident(number, { operatorGroup: { id: group!.id } });
		expect(await poll()).toEqual([
			expect.objectContaining({ event: 'updated' }),
			expect.objectContaining({ event: 'groupChanged', from: null, to: 'Servicedesk' }),
		]);
		expect(await poll()).toEqual([]);
	});

	it('leaves what n8n keeps as it is while nothing happens', async () => {
		await poll();
		await create();
		await poll();
		// Once more, to look twice at what it gave.
		await poll();
		const kept = structuredClone(staticData);
		const asked = simulator.requests().length;
		expect(await poll()).toEqual([]);
		expect(staticData).toEqual(kept);
		expect(simulator.requests().slice(asked)).toEqual(['GET /tas/api/incidents']);
	});

	it('tells what the caller and an operator wrote, and when it was closed and archived', async () => {
		const { number, id } = await create();
		await poll();
		clock += MINUTE;
		simulator.reply(number, 'Het is nog steeds kapot.');
		await topdesk().updateIncident(number, {
			action: 'Monteur komt morgen.',
			actionInvisibleForCaller: true,
		});
		const written = await poll({ events: ['callerReplied', 'memoAdded'] });
		expect(written.map(({ event, entry }) => ({ event, ...entry }))).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					event: 'callerReplied',
					text: 'Het is nog steeds kapot.',
					by: 'caller',
					name: 'Jan de Vries',
				}),
				expect.objectContaining({
					event: 'memoAdded',
					text: 'Monteur komt morgen.',
					by: 'operator',
					invisibleForCaller: true,
				}),
			]),
		);
		expect(written).toHaveLength(2);

		clock += MINUTE;
		await topdesk().updateIncident(number, { completed: true, closed: true });
		expect((await told()).sort()).toEqual(['closed', 'completed', 'updated']);
		clock += MINUTE;
		const { send } = clientOf(simulator);
		await send({ method: 'PUT', url: `${simulator.url}/tas/api/incidents/id/${id}/archive`, body: {} });
		expect(await told()).toEqual(['updated', 'archived']);
		expect(await told()).toEqual([]);
	});

	it('finds a memo that was written in the second in which it had just looked', async () => {
		const { number } = await create();
		await poll();
		frozen = new Date(Date.now() + MINUTE);
		await topdesk().updateIncident(number, { action: 'Eerste' });
		expect(await told({ events: ['memoAdded'] })).toEqual(['memoAdded']);
		await topdesk().updateIncident(number, { action: 'Tweede' });
		expect((await poll({ events: ['memoAdded'] })).map(({ entry }) => entry!.text)).toEqual(['Tweede']);
		expect(await poll({ events: ['memoAdded'] })).toEqual([]);
	});

	it.each([
		['behind', -3 * MINUTE],
		['ahead', 3 * MINUTE],
	])('works with a TOPdesk whose clock is %s', async (_where, difference) => {
		clock = difference;
		await create('R-2026-000001');
		expect(await poll()).toEqual([]);
		await create('R-2026-000002');
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-2026-000002']);
		clock += 10 * MINUTE;
		await create('R-2026-000003');
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-2026-000003']);
		expect(await poll()).toEqual([]);
	});

	it('looks back when asked, and gives many with the same moment over several polls', async () => {
		frozen = new Date();
		const made = [];
		for (let number = 1; number <= 12; number++) made.push((await create(`R-${number}`)).number);
		const parameters = { events: ['created'], options: { lookBackHours: 1, maxChanges: 5 } };
		const polls = [
			await poll(parameters),
			await poll(parameters),
			await poll(parameters),
			await poll(parameters),
		];
		expect(polls.map(({ length }) => length)).toEqual([5, 5, 2, 0]);
		expect(
			polls
				.flat()
				.map(({ ticket }) => ticket.number)
				.sort(),
		).toEqual(made.sort());
	});

	it('follows only what fits the filters', async () => {
		await poll();
		await topdesk().createIncident({ briefDescription: 'Laptop', caller: { dynamicName: 'Jan' } });
		await create('R-2026-000002');
		const filters = { onlyWithExternalNumber: true, query: "briefDescription=sw='Laptop'" };
		expect((await poll({ filters })).map(({ reference }) => reference)).toEqual(['R-2026-000002']);
		const [group] = await topdesk().operatorGroups();
		await topdesk().createIncident({ briefDescription: 'Muis', operatorGroup: { id: group!.id } });
		const ofGroup = await poll({ filters: { operatorGroup: group!.id } });
		expect(ofGroup.map(({ incident }) => incident.briefDescription)).toEqual(['Muis']);
	});

	it('gives every field when it must not simplify', async () => {
		await poll({ simplify: false });
		await create();
		const [raw] = await poll({ simplify: false });
		expect(raw!.incident).toHaveProperty('attachments');
	});

	it('loses nothing when TOPdesk breaks down, cuts connections or asks to wait', async () => {
		await poll();
		await create();
		const incidents = { path: '/incidents' };
		simulator.misbehave({ match: incidents, times: 1, how: '429', retryAfter: 3600 });
		await expect(poll()).rejects.toMatchObject({
			message: 'TOPdesk gets too many requests and asks to wait',
			failure: { cause: 'rate-limited', retryAfterMs: 3_600_000 },
		});
		simulator.misbehave({ match: { path: /incidents$/ }, times: 1, how: '5xx' });
		simulator.misbehave({ match: { path: 'progresstrail' }, times: 1, how: 'cut-before' });
		expect(await told()).toEqual(['created']);
		expect(await told()).toEqual([]);
	});

	it('gives what it has when the progress trail fails halfway, and the rest the next time', async () => {
		await poll();
		for (const reference of ['R-1', 'R-2', 'R-3']) {
			await create(reference);
			clock += 2 * SECOND;
		}
		const second = simulator.incidents()[1]!;
		simulator.misbehave({ match: { path: second.id }, times: 1, how: '429', retryAfter: 3600 });
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-1']);
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-2', 'R-3']);
	});

	it('gives the same change id when n8n goes on with what it saved earlier', async () => {
		await poll();
		const saved = structuredClone(staticData);
		await create();
		const first = await poll();
		staticData = saved;
		expect(await poll()).toEqual(first);
		expect(first).toHaveLength(1);
	});

	it('gives nothing twice when two polls overlap', async () => {
		await poll();
		await create();
		simulator.misbehave({ match: { path: 'progresstrail' }, times: 2, how: 'latency', ms: 50 });
		const both = await Promise.all([poll(), poll()]);
		expect(both.flat().map(({ event }) => event)).toEqual(['created']);
		expect(await poll()).toEqual([]);
	});

	it('cannot be activated with a wrong password, and says what is wrong', async () => {
		await expect(poll({}, { password: 'fout' })).rejects.toMatchObject({
			message: 'TOPdesk does not accept the operator login and application password',
			failure: { cause: 'credential-invalid' },
		});
		expect(staticData).toEqual({});
	});

	it('shows the last change in a test from the editor, and leaves where it is', async () => {
		await expect(poll({}, { mode: 'manual' })).rejects.toThrow('There is no recent change to test with');
		await create();
		const shown = await poll({ events: ['updated'] }, { mode: 'manual' });
		expect(shown).toMatchObject([{ event: 'updated', reference: 'R-2026-000123' }]);
		expect(staticData).toEqual({});
	});
});
