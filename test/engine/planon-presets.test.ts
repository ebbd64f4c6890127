import { simulatorPerTest } from '../simulators/planon/for-tests';
import { signalFor } from '../support/signals';
import { planonRunner } from './support/planon';

const simulator = simulatorPerTest();
const run = planonRunner(simulator);

/** What an administrator maps once: orders have states of their own here. */
const credential = {
	referencePrefix: 'DC-',
	presetDifferences:
		'{"order": {"stateReported": "UsrOrderReported = 229", "stateInProgress": "UsrOrderAccepted = 230", "stateCompleted": "UsrOrderDone = 231", "stateCanceled": ""}, "complaint": {"historyDefinition": "UsrComplaintHistory"}}',
};
const items = [{ json: { signal: signalFor('<a@x>', { reference: 'R-2026-000123' }) as never } }];
const create = {
	operation: 'createOrGet',
	caseReference: '={{ $json.signal.reference }}',
	description: '={{ $json.signal.subject }}',
	comment: 'Al twee dagen',
	requestor: '9007199254740993',
	otherValues: '{"HighPriority": true}',
};
const on = { identifyBy: 'reference', identifier: 'R-2026-000123' };

describe.each(['complaint', 'order', 'request'])('the Planon node for a %s', (resource) => {
	const runOn = async (parameters: object, withItems = false) => {
		const { outputs, error } = await run(
			{ resource, ...parameters },
			{ credential, ...(withItems && { items }) },
		);
		expect(error).toBeUndefined();
		return outputs[0]!.map(({ json }) => json);
	};

	it('does every operation', async () => {
		expect(await runOn(create, true)).toMatchObject([
			{
				signal: { reference: 'R-2026-000123' },
				preset: resource,
				created: true,
				state: 'reported',
				requestor: '9007199254740993',
				reference: 'R-2026-000123',
				ticket: { system: 'planon', number: '1000001' },
				record: { FreeString1: 'DC-R-2026-000123', HighPriority: true },
			},
		]);
		expect(await runOn(create, true)).toMatchObject([{ created: false }]);
		expect(await runOn({ operation: 'get', ...on })).toMatchObject([{ number: '1000001' }]);
		expect(await runOn({ operation: 'setState', ...on, caseState: 'inProgress' })).toMatchObject([
			{ changed: true, state: 'inProgress' },
		]);
		expect(
			await runOn({ operation: 'addComment', ...on, commentText: 'Gebeld', author: 'DC' }),
		).toMatchObject([{ added: true, comment: expect.stringContaining('DC:\nGebeld') as string }]);
		expect(await runOn({ operation: 'getHistory', ...on })).toMatchObject([
			{ complete: resource === 'complaint', history: [{ at: '2026-11-02T09:00:00.000Z' }] },
		]);
		const period = { from: '2026-11-01', to: '2026-11-02' };
		expect(await runOn({ operation: 'getMany', ...period, states: ['inProgress'] })).toMatchObject([
			{ number: '1000001' },
		]);
		expect(await runOn({ operation: 'getMany', ...period, states: ['completed'] })).toEqual([]);
		expect(await runOn({ operation: 'getFigures', ...period })).toMatchObject([
			{ count: 1, open: 1, byState: [{ state: 'inProgress', count: 1 }], byMonth: [{ month: '2026-11' }] },
		]);
	});
});

describe('the Planon node for complaints', () => {
	it('counts the figures of one supplier', async () => {
		simulator().add('UsrComplaint', { ExternalTradesmanAddressRef: 2210, FreeString2: 'geluid' });
		simulator().add('UsrComplaint', { ExternalTradesmanAddressRef: 9999, FreeString2: 'warmte' });
		const { outputs, error } = await run({
			resource: 'complaint',
			operation: 'getFigures',
			from: '2026-11-01',
			to: '2026-11-30',
			party: '2210',
			categoryField: 'FreeString2',
		});
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{ json: { party: 2210, count: 1, byCategory: [{ category: 'geluid', count: 1 }] } },
		]);
	});

	it('gives the dates in the record as text where that is asked for', async () => {
		const RequestedUserEndDateTime = { date: '2026-12-01', time: '14:00:00' };
		simulator().add('UsrComplaint', { FreeString1: 'R-2026-000123', RequestedUserEndDateTime });
		const get = { resource: 'complaint', operation: 'get', ...on };
		expect((await run(get)).outputs[0]).toMatchObject([{ json: { record: { RequestedUserEndDateTime } } }]);
		const asText = await run({ ...get, options: { dateTimes: 'text' } });
		expect(asText.outputs[0]).toMatchObject([
			{ json: { record: { RequestedUserEndDateTime: '2026-12-01T14:00:00' } } },
		]);
	});

	it('goes to a state of Planon that is not mapped, by its name', async () => {
		await run({ resource: 'complaint', ...create }, { items });
		const { outputs } = await run({
			resource: 'complaint',
			operation: 'setState',
			...on,
			caseState: 'other',
			stateName: 'UsrCanceled',
		});
		expect(outputs[0]).toMatchObject([{ json: { changed: true, state: 'canceled' } }]);
	});

	it('says what is wrong with what was filled in', async () => {
		const figures = { resource: 'complaint', operation: 'getFigures', from: '2026-11-01' };
		const freeDays = await run({ ...figures, freeDays: 'kerst' });
		expect(freeDays.error!.message).toContain("'kerst' in Free Days is no date");
		const noBegin = await run({ ...figures, from: '={{ "" }}' });
		expect(noBegin.error!.message).toContain('Fill in From');
		const missing = await run({ resource: 'complaint', operation: 'get', ...on });
		expect(missing.error!.message).toContain("Planon has no complaint with reference 'R-2026-000123'");
		const wrong = await run(
			{ resource: 'complaint', operation: 'get', ...on },
			{ credential: { presetDifferences: '{"klacht": {}}' } },
		);
		expect(wrong.error!.message).toContain("has 'klacht'. Presets are");
	});
});
