import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PlanonApi } from '../../credentials/PlanonApi.credentials';
import { PlanonTrigger } from '../../nodes/Planon/PlanonTrigger.node';
import { RECORD_EVENTS, type RecordHappening } from '../../nodes/Planon/trigger/tracked-record';
import { startPlanonSimulator, type PlanonSimulator } from '../simulators/planon';
import { clientOf } from '../simulators/planon/for-tests';
import { pollNode } from '../support/engine';

const MINUTE = 60_000;

let simulator: PlanonSimulator;
/** How far the clock of Planon is from that of n8n; it only goes forward. */
let clock: number;
let frozen: Date | undefined;
let staticData: IDataObject;

const now = () => frozen ?? new Date(Date.now() + clock);

beforeEach(async () => {
	[clock, frozen, staticData] = [0, undefined, {}];
	simulator = await startPlanonSimulator({ now });
});
afterEach(() => simulator.stop());

type Item = RecordHappening & { changeId: string };

async function poll(
	parameters: INodeParameters = {},
	{ mode, credential = {} }: { mode?: 'manual'; credential?: object } = {},
): Promise<Item[]> {
	const data = { baseUrl: simulator.url, accessKey: simulator.accessKey, ...credential };
	const output = await pollNode({
		node: new PlanonTrigger(),
		credentials: { planonApi: { definition: new PlanonApi(), data } },
		parameters: { events: [...RECORD_EVENTS], ...parameters },
		staticData,
		mode,
	});
	return (output?.[0] ?? []).map(({ json }) => json as unknown as Item);
}

const complain = (FreeString1 = 'R-2026-000123') =>
	simulator.add('UsrComplaint', { Description: 'Kapotte stoel', FreeString1 });

const setState = async (Syscode: unknown, state: string, definition = 'UsrComplaint') =>
	await clientOf(simulator).changeState(definition, state, [
		{ field: 'Syscode', operator: 'eq', value: Syscode as number },
	]);

describe('the Planon trigger', () => {
	it('starts from now, and then tells what happens to a complaint, each thing once', async () => {
		const old = complain('R-2026-000001');
		expect(await poll()).toEqual([]);

		clock += MINUTE;
		const { OrderNumber, Syscode } = complain();
		expect(await poll()).toEqual([
			expect.objectContaining({
				event: 'created',
				changeId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
				reference: 'R-2026-000123',
				ticket: { system: 'planon', number: OrderNumber, id: String(Syscode) },
				record: expect.objectContaining({ Description: 'Kapotte stoel' }) as object,
				state: 'reported',
			}),
		]);
		expect(await poll()).toEqual([]);

		clock += MINUTE;
		await setState(old.Syscode, 'UsrInProgress');
		expect(await poll()).toMatchObject([
			{ event: 'changed', reference: 'R-2026-000001' },
			{ event: 'stateChanged', from: 'UsrReported', to: 'UsrInProgress', state: 'inProgress' },
		]);
		expect(await poll()).toEqual([]);
	});

	it('follows any definition, in fields with other names', async () => {
		const parameters = {
			follow: 'definition',
			definition: 'UsrOrder',
			fields: { referenceField: 'FreeString2' },
		};
		await poll(parameters);
		const { Syscode } = simulator.add('UsrOrder', { FreeString2: 'R-2026-000123' });
		expect(await poll(parameters)).toMatchObject([
			{ event: 'created', reference: 'R-2026-000123', state: null },
		]);
		clock += MINUTE;
		await setState(Syscode, 'UsrOrderAccepted', 'UsrOrder');
		expect((await poll(parameters)).at(-1)).toMatchObject({ event: 'stateChanged', from: '229', to: '230' });
	});

	it('sees a second change within the same second', async () => {
		const { Syscode } = complain();
		await poll();
		frozen = new Date(Date.now() + MINUTE);
		await setState(Syscode, 'UsrInProgress');
		expect((await poll({ events: ['stateChanged'] })).map(({ to }) => to)).toEqual(['UsrInProgress']);
		await setState(Syscode, 'UsrCompleted');
		expect((await poll({ events: ['stateChanged'] })).map(({ to }) => to)).toEqual(['UsrCompleted']);
		expect(await poll()).toEqual([]);
	});

	it.each([
		['behind', -3 * MINUTE],
		['ahead', 3 * MINUTE],
	])('works with a Planon whose clock is %s', async (_where, difference) => {
		clock = difference;
		complain('R-2026-000001');
		expect(await poll()).toEqual([]);
		complain('R-2026-000002');
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-2026-000002']);
		clock += 10 * MINUTE;
		complain('R-2026-000003');
		expect((await poll()).map(({ reference }) => reference)).toEqual(['R-2026-000003']);
		expect(await poll()).toEqual([]);
	});

	it('misses nothing when Planon cuts its answers off without saying so', async () => {
		await simulator.stop();
		simulator = await startPlanonSimulator({ now, cutOffAfter: 10 });
		clock = -50 * MINUTE;
		for (let number = 1; number <= 40; number++) {
			complain(`R-${number}`);
			clock += MINUTE;
		}
		const parameters = {
			options: { lookBackHours: 1, mostInAnswer: 10, maxChanges: 15 },
			events: ['created'],
		};
		const polls = [];
		for (let round = 1; round <= 4; round++) polls.push(await poll(parameters));
		expect(polls.map(({ length }) => length)).toEqual([15, 15, 10, 0]);
		expect(new Set(polls.flat().map(({ reference }) => reference)).size).toBe(40);
	});

	it('follows only records with our reference when asked', async () => {
		await poll();
		complain('');
		complain('EXT-1');
		complain('REGIE-R-2026-000123');
		const credential = { referencePrefix: 'REGIE-' };
		const items = await poll({ onlyWithReference: true }, { credential });
		expect(items.map(({ reference }) => reference)).toEqual(['R-2026-000123']);
	});

	it('loses nothing when Planon breaks down, cuts connections or asks to wait', async () => {
		await poll();
		complain();
		const read = { path: '/read/' };
		simulator.misbehave({ match: read, times: 1, how: '429', retryAfter: 3600 });
		await expect(poll()).rejects.toMatchObject({
			message: 'Planon gets too many requests and asks to wait',
			failure: { cause: 'rate-limited', retryAfterMs: 3_600_000 },
		});
		simulator.misbehave({ match: read, times: 1, how: '5xx' });
		simulator.misbehave({ match: read, times: 1, how: 'cut-before' });
		expect((await poll()).map(({ event }) => event)).toEqual(['created']);
		expect(await poll()).toEqual([]);
	});

	it('gives the same change id when n8n goes on with what it saved earlier', async () => {
		await poll();
		const saved = structuredClone(staticData);
		complain();
		const first = await poll();
		staticData = saved;
		expect(await poll()).toEqual(first);
		expect(first).toHaveLength(1);
	});

	it('cannot be activated with a wrong access key or definition, and says what is wrong', async () => {
		await expect(poll({}, { credential: { accessKey: 'oud' } })).rejects.toMatchObject({
			message: 'Planon does not accept the access key',
			failure: { cause: 'credential-invalid' },
		});
		const parameters = { follow: 'definition', definition: 'UsrKlacht' };
		await expect(poll(parameters)).rejects.toThrow("Planon does not know the definition 'UsrKlacht'");
		expect(staticData).toEqual({});
	});

	it('shows the last change in a test from the editor, and leaves where it is', async () => {
		await expect(poll({}, { mode: 'manual' })).rejects.toThrow('There is no recent change to test with');
		complain();
		expect(await poll({ events: ['changed'] }, { mode: 'manual' })).toMatchObject([
			{ event: 'changed', reference: 'R-2026-000123' },
		]);
		expect(staticData).toEqual({});
	});
});
