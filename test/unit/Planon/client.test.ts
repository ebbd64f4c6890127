import fc from 'fast-check';
import { createRecord } from '../../../nodes/Planon/record/create-record';
import { bodyJson } from '../../../nodes/Planon/api/body';
import { filterJson, OPERATORS, type Condition } from '../../../nodes/Planon/api/filter';
import { planonApiUrl } from '../../../nodes/Planon/api/base-url';
import { clientOf, simulatorPerTest } from '../../simulators/planon/for-tests';
import { propertiesAt } from '../../simulators/planon/json-with-duplicates';
import { DEFAULT_DEFINITIONS } from '../../simulators/planon/store';

const WARNING = { code: 'PN_H00427', description: 'There is a request like this one already' };

const simulator = simulatorPerTest({
	definitions: {
		...DEFAULT_DEFINITIONS,
		UsrWarned: { ...DEFAULT_DEFINITIONS.UsrRequest!, warning: WARNING },
	},
});

const add = (values: Record<string, unknown>) =>
	clientOf(simulator()).execute('UsrRequest', 'BomAdd', { values });

const equals = (field: string, value: Condition['value']): Condition => ({ field, operator: 'eq', value });

describe('the body of a call', () => {
	it('writes a field of a range twice, as Planon documents it', () => {
		const range: Condition[] = [
			{ field: 'Syscode', operator: 'ge', value: 1 },
			{ field: 'Syscode', operator: 'le', value: 100 },
		];
		expect(filterJson(range)).toBe('{"Syscode":{"ge":1},"Syscode":{"le":100}}');
	});

	it('is JSON that says what was meant, whatever is in the fields', () => {
		const condition = fc.record({
			field: fc.string(),
			operator: fc.constantFrom(...OPERATORS),
			value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
		});
		fc.assert(
			fc.property(fc.array(condition), (conditions) => {
				const text = bodyJson({ filter: conditions, values: { a: 1 }, accept: ['x'] });
				expect(propertiesAt(text, 'filter')).toEqual(
					conditions.map(({ field, operator, value }) => [field, { [operator]: value }]),
				);
				expect(JSON.parse(text)).toMatchObject({
					values: { a: 1 },
					answers: { warnings: [{ code: 'x' }] },
				});
			}),
			{ seed: 20261124 },
		);
	});
});

describe('the address', () => {
	it.each([
		['https://x.planoncloud.com', '/sdk/system/rest/v2'],
		['https://x.planoncloud.com/', 'sdk/system/rest/v2/'],
		['https://x.planoncloud.com/home/BP?x=1', '/sdk/system/rest/v2'],
	])('is found from %s and %s', (baseUrl, basePath) => {
		expect(planonApiUrl(baseUrl, basePath)).toBe('https://x.planoncloud.com/sdk/system/rest/v2');
	});

	it('is refused when it is none', () => {
		expect(() => planonApiUrl('x.planoncloud.com', '/sdk')).toThrow('is not the address of Planon');
	});
});

describe('records', () => {
	it('are added, read by a range, changed and brought into another state', async () => {
		for (const Description of ['Lift', 'Deur', 'Lamp']) await add({ Description });
		const client = clientOf(simulator());
		const range: Condition[] = [
			{ field: 'Syscode', operator: 'ge', value: 2 },
			{ field: 'Syscode', operator: 'le', value: 3 },
		];
		expect(await client.read('UsrRequest', range)).toMatchObject([
			{ Description: 'Deur', RefBOStateUserDefined: 'UsrReported' },
			{ Description: 'Lamp' },
		]);
		expect(await client.read('UsrRequest', [])).toHaveLength(3);
		await client.execute('UsrRequest', 'BomSave', {
			filter: [equals('Syscode', 2)],
			values: { HighPriority: true },
		});
		await client.changeState('UsrRequest', 'UsrCompleted', [equals('Syscode', 2)]);
		expect(simulator().records('UsrRequest')[1]).toMatchObject({
			HighPriority: true,
			RefBOStateUserDefined: 'UsrCompleted',
		});
	});

	it('are not all brought into another state for want of a filter', async () => {
		await expect(clientOf(simulator()).changeState('UsrRequest', 'UsrCompleted', [])).rejects.toThrow(
			'without a filter this would concern every record',
		);
		expect(simulator().requests()).toEqual([]);
	});

	it('are read again after a server error, and are not added again', async () => {
		simulator().misbehave({ match: { path: '/read/' }, times: 2, how: '5xx' });
		await expect(clientOf(simulator()).read('UsrRequest', [])).resolves.toEqual([]);
		simulator().misbehave({ match: { path: '/execute/' }, times: 1, how: '5xx' });
		await expect(add({ Description: 'Lift' })).rejects.toMatchObject({ status: 503 });
		expect(simulator().records('UsrRequest')).toEqual([]);
	});

	it('are added after a pause when Planon asks to wait', async () => {
		simulator().misbehave({ match: { path: '/execute/' }, times: 1, how: '429', retryAfter: 1 });
		await expect(add({ Description: 'Lift' })).resolves.toMatchObject({ records: [{ Description: 'Lift' }] });
	});
});

describe('creating a record once', () => {
	const create = (changes = {}) =>
		createRecord(clientOf(simulator()), {
			definition: 'UsrRequest',
			method: 'BomAdd',
			values: { Description: 'Lift staat stil' },
			referenceField: 'FreeString1',
			reference: 'R-2026-000123',
			numberField: 'OrderNumber',
			...changes,
		});

	it('gives a ticket as the register keeps it, and the same one the next time', async () => {
		const first = await create();
		expect(first).toMatchObject({
			created: true,
			ticket: { system: 'planon', number: '1000001', id: '1', createdAt: '2026-11-02T09:00:00.000Z' },
			record: { FreeString1: 'R-2026-000123', Description: 'Lift staat stil' },
		});
		expect(await create()).toMatchObject({ created: false, ticket: first.ticket });
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it.each(['cut-after-write', '5xx-after-write'] as const)(
		'finds the record back when the answer is lost (%s)',
		async (how) => {
			simulator().misbehave({ match: { path: '/execute/' }, times: 1, how });
			expect(await create()).toMatchObject({ created: true, ticket: { number: '1000001' } });
			expect(simulator().records('UsrRequest')).toHaveLength(1);
		},
	);

	it('fails, and succeeds the next time, when nothing was written', async () => {
		simulator().misbehave({ match: { path: '/execute/' }, times: 1, how: 'cut-before' });
		await expect(create()).rejects.toThrow('the connection was cut before an answer came');
		expect(await create()).toMatchObject({ created: true });
		expect(simulator().records('UsrRequest')).toHaveLength(1);
	});

	it('finds the one that was archived meanwhile', async () => {
		await create();
		await clientOf(simulator()).execute('UsrRequest', 'BomArchive', { filter: [equals('Syscode', 1)] });
		expect(await create()).toMatchObject({ created: false, ticket: { id: '1' } });
	});

	it('makes one each time without a reference field', async () => {
		const changes = { referenceField: null };
		await create(changes);
		await create(changes);
		expect(simulator().records('UsrRequest')).toHaveLength(2);
	});

	it('refuses a reference field without a reference', async () => {
		await expect(create({ reference: '' })).rejects.toThrow('Fill in the Reference');
	});

	it('quotes the Syscode when there is no number, and says so when there is neither', async () => {
		expect(await create({ numberField: 'Nummer' })).toMatchObject({ ticket: { number: '1', id: '1' } });
	});
});

describe('warnings', () => {
	const add = (answerWarnings: 'none' | 'all') =>
		clientOf(simulator(), { answerWarnings }).execute('UsrWarned', 'BomAdd', { values: {} });

	it('are shown, and nothing is written', async () => {
		await expect(add('none')).rejects.toMatchObject({
			message: `Planon asks something before it will run BomAdd on UsrWarned: ${WARNING.code}: ${WARNING.description}`,
			hint: expect.stringContaining('Answer Warnings') as string,
		});
		expect(simulator().records('UsrWarned')).toEqual([]);
	});

	it('are answered where that is switched on', async () => {
		await expect(add('all')).resolves.toMatchObject({ records: [{}], answered: [WARNING] });
		expect(simulator().records('UsrWarned')).toHaveLength(1);
	});
});

describe('what goes wrong', () => {
	const read = (definition: string, how = {}) => clientOf(simulator(), {}, how).read(definition, []);

	it.each([
		[
			'a wrong key',
			() => read('UsrRequest', { accessKey: 'oud' }),
			'Planon does not accept the access key',
			'Access keys expire',
		],
		[
			'a wrong version',
			() => read('UsrRequest', { basePath: '/sdk/system/rest/v9' }),
			'Planon has nothing at this address when asked to read UsrRequest',
			'Check the Base Path',
		],
		[
			'a missing definition',
			() => read('UsrKlacht'),
			"Planon does not know the definition 'UsrKlacht': PN_D00001: Unknown definition UsrKlacht",
			"what 'UsrKlacht' is called",
		],
		[
			'an unknown field',
			() => add({ Kleur: 'rood' }),
			'Planon refuses to run BomAdd on UsrRequest: PN_F00001: Field Kleur is not part of UsrRequest',
			'Correct what Planon names',
		],
		[
			'an unknown state',
			() =>
				clientOf(simulator())
					.changeState('UsrRequest', 'Klaar', [equals('Syscode', 1)])
					.then(() => add({ Description: 'x' }))
					.then(() => clientOf(simulator()).changeState('UsrRequest', 'Klaar', [equals('Syscode', 1)])),
			'Planon refuses to change the state of UsrRequest to Klaar: PN_S00001: Klaar is not a state of UsrRequest',
			'Correct what Planon names',
		],
	])('is explained for %s', async (_what, call, message, hint) => {
		await expect(call()).rejects.toMatchObject({
			message,
			hint: expect.stringContaining(hint) as string,
		});
	});

	it('is explained when a method finds more than one record', async () => {
		for (const Description of ['Lift', 'Deur']) await add({ Description });
		const save = clientOf(simulator()).execute('UsrRequest', 'BomSave', {
			filter: [equals('RefBOStateUserDefined', 'UsrReported')],
			values: { HighPriority: true },
		});
		await expect(save).rejects.toMatchObject({
			message: expect.stringContaining('one record at a time') as string,
			hint: expect.stringContaining('Make the filter narrower') as string,
		});
	});

	it('is said before anything is sent when a name cannot be right', async () => {
		await expect(read('')).rejects.toThrow('Fill in the definition');
		await expect(read('../x')).rejects.toThrow('has only letters');
		expect(simulator().requests()).toEqual([]);
	});
});
