import type { BatchRequest } from '../../../nodes/Planon/api/batch';
import type { PlanonOptions } from '../../../nodes/Planon/api/client';
import { clientOf, simulatorPerTest } from '../../simulators/planon/for-tests';
import { DEFAULT_DEFINITIONS } from '../../simulators/planon/store';

const WARNING = { code: 'PN_H00427', description: 'There is a request like this one already' };
const simulator = simulatorPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrWarned: { ...DEFAULT_DEFINITIONS.UsrRequest!, warning: WARNING },
	},
});

const request = (path: string, body: BatchRequest['body'], readOnly = false): BatchRequest => ({
	path,
	body,
	readOnly,
	asked: { what: path, definition: path.split('/')[1]! },
});
const add = (Description: string, definition = 'UsrRequest') =>
	request(`execute/${definition}/BomAdd`, { values: { Description } });
const batch = (requests: BatchRequest[], options: PlanonOptions = {}) =>
	clientOf(simulator(), options).batch(requests);
const batches = () =>
	simulator()
		.requests()
		.filter((path) => path === 'batch').length;

describe('a batch', () => {
	it('splits itself by twenty, and gives each outcome at its own place', async () => {
		const names = Array.from({ length: 45 }, (_, index) => `Melding ${index}`);
		const outcomes = await batch(names.map((name) => add(name)));
		expect(outcomes).toMatchObject(names.map((Description) => ({ records: [{ Description }] })));
		expect(batches()).toBe(3);
		expect(
			simulator()
				.records('UsrRequest')
				.map(({ Description }) => Description),
		).toEqual(names);
	});

	it('lets one fail by itself', async () => {
		const outcomes = await batch([
			add('Lift'),
			request('execute/UsrRequest/BomAdd', { values: { Kleur: 'rood' } }),
			add('Deur'),
		]);
		expect(outcomes).toMatchObject([
			{ records: [{ Description: 'Lift' }] },
			{ error: { message: expect.stringContaining('Field Kleur is not part of UsrRequest') as string } },
			{ records: [{ Description: 'Deur' }] },
		]);
	});

	it('keeps a range with the same name twice', async () => {
		for (const name of ['Lift', 'Deur', 'Lamp']) simulator().add('UsrRequest', { Description: name });
		const filter = [
			{ field: 'Syscode', operator: 'ge' as const, value: 2 },
			{ field: 'Syscode', operator: 'le' as const, value: 2 },
		];
		const [outcome] = await batch([request('read/UsrRequest', { filter }, true)], { batchUrl: 'path' });
		expect(outcome).toMatchObject({ records: [{ Description: 'Deur' }] });
	});

	it('answers the warnings that it may, and only those requests go again', async () => {
		const options = { answerWarnings: 'chosen', warningCodes: [WARNING.code] } as const;
		const outcomes = await batch([add('Lift'), add('Deur', 'UsrWarned')], options);
		expect(outcomes).toMatchObject([
			{ records: [{}], answered: [] },
			{ records: [{}], answered: [WARNING] },
		]);
		expect(batches()).toBe(2);
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it('says of each which warning it may not answer', async () => {
		const outcomes = await batch([add('Lift', 'UsrWarned'), add('Deur')]);
		expect(outcomes[0]).toMatchObject({
			error: { message: expect.stringContaining(`${WARNING.code}: ${WARNING.description}`) as string },
		});
		expect(outcomes[1]).toMatchObject({ records: [{ Description: 'Deur' }] });
	});

	it('does not send writes again when the answer is lost, and says so for each of them', async () => {
		simulator().misbehave({ match: { path: '/batch' }, times: 1, how: 'cut-after-write' });
		const outcomes = await batch(Array.from({ length: 21 }, (_, index) => add(String(index))));
		expect(outcomes.slice(0, 20)).toEqual(
			Array.from({ length: 20 }, () => ({
				error: expect.objectContaining({ name: 'NoAnswerError', doubtful: true }) as Error,
			})),
		);
		expect(outcomes[20]).toMatchObject({ records: [{ Description: '20' }] });
		expect(simulator().records('UsrRequest')).toHaveLength(21);
	});

	it('sends reads again after a server error', async () => {
		simulator().misbehave({ match: { path: '/batch' }, times: 1, how: '5xx' });
		expect(await batch([request('read/UsrRequest', { filter: [] }, true)])).toEqual([
			{ records: [], answered: [] },
		]);
	});

	it('of nothing asks nothing', async () => {
		expect(await batch([])).toEqual([]);
		expect(simulator().requests()).toEqual([]);
	});
});
