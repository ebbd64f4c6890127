import fc from 'fast-check';
import {
	filterJson,
	OPERATORS,
	RANGE_NOTATIONS,
	rawFilter,
	type Condition,
} from '../../../nodes/Planon/api/filter';
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
const client = (options: PlanonOptions = {}) => clientOf(simulator(), options);
const is = (field: string, value: Condition['value']): Condition => ({ field, operator: 'eq', value });

beforeEach(() => {
	for (const Description of ['Lift', 'Deur', 'Lamp']) simulator().add('UsrRequest', { Description });
});

describe('records', () => {
	it('are looked up by what Planon finds', async () => {
		expect(await client().lookUp('UsrRequest', '1000002')).toMatchObject([{ Description: 'Deur' }]);
		expect(await client().lookUp('UsrRequest', 'a/b c')).toEqual([]);
		await expect(client().lookUp('UsrRequest', ' ')).rejects.toThrow('Fill in what to look up');
	});

	it('are updated and deleted by a filter', async () => {
		const { records } = await client().update('UsrRequest', [is('Syscode', 2)], { Comment: 'klemt' });
		expect(records).toMatchObject([{ Description: 'Deur', Comment: 'klemt' }]);
		await client().delete('UsrRequest', [is('Description', 'Lift')]);
		expect(
			simulator()
				.records('UsrRequest')
				.map(({ Description }) => Description),
		).toEqual(['Deur', 'Lamp']);
	});

	it.each([
		['update', () => client().update('UsrRequest', [], { Comment: 'x' })],
		['delete', () => client().delete('UsrRequest', [])],
		['delete by an empty raw filter', () => client().delete('UsrRequest', [rawFilter(' { } ')])],
		['change state', () => client().changeState('UsrRequest', 'UsrCompleted', [])],
	])('are not all changed for want of a filter (%s)', async (_what, change) => {
		await expect(change()).rejects.toThrow('without a filter this would concern every record');
		expect(simulator().requests()).toEqual([]);
	});

	it('that are archived are only read where that is asked for', async () => {
		await client().execute('UsrRequest', 'BomArchive', { filter: [is('Syscode', 1)] });
		expect(await client().read('UsrRequest', [])).toHaveLength(2);
		expect(await client({ archiveMode: 'all' }).read('UsrRequest', [])).toHaveLength(3);
		expect(await client({ archiveMode: 'unarchived' }).read('UsrRequest', [])).toHaveLength(2);
	});

	it('come with or without fields that have no value, and with neutral dates as text', async () => {
		const EndDateTime = { date: '2026-12-01', time: '14:00:00' };
		simulator().add('UsrOrder', { RequestedUserEndDateTime: EndDateTime });
		const read = async (options: PlanonOptions) => (await client(options).read('UsrOrder', []))[0]!;
		expect(await read({})).toMatchObject({ Comment: null, RequestedUserEndDateTime: EndDateTime });
		expect(await read({ serializeNulls: false })).not.toHaveProperty('Comment');
		expect(await read({ neutralDateTimeAsString: true })).toMatchObject({
			RequestedUserEndDateTime: '2026-12-01T14:00:00',
		});
	});

	it('are not changed twice when the answer is lost', async () => {
		simulator().misbehave({ match: { path: '/update/' }, times: 1, how: '5xx-after-write' });
		await expect(client().update('UsrRequest', [is('Syscode', 1)], { Comment: 'x' })).rejects.toMatchObject({
			doubtful: true,
		});
		expect(simulator().requests()).toEqual(['update/UsrRequest']);
	});

	it('do not go to a state that Planon has no step to', async () => {
		simulator().add('UsrOrder', {});
		await expect(client().changeState('UsrOrder', 'UsrOrderDone', [is('Syscode', 4)])).rejects.toThrow(
			'PN_S00002: UsrOrder cannot go from UsrOrderReported to UsrOrderDone',
		);
	});
});

describe('a filter', () => {
	it('takes any text as a value, and never as another condition', () => {
		const hostile = fc.constantFrom('"}, "Syscode": {"ge": 0', '"', '\\\\"', '}', '__proto__', '\u2028');
		const words = fc.oneof(hostile, fc.string({ unit: 'binary' }));
		const conditions = fc.record({
			field: words,
			operator: fc.constantFrom(...OPERATORS),
			value: fc.oneof(words, fc.array(words)),
		});
		fc.assert(
			fc.property(conditions, fc.constantFrom(...RANGE_NOTATIONS), (condition, notation) => {
				const { field, operator, value } = condition;
				const read = Object.entries(JSON.parse(filterJson([condition], notation)) as object);
				expect(read).toEqual([[field, { [operator]: value }]]);
			}),
		);
	});

	const range: Condition[] = [
		{ field: 'Syscode', operator: 'ge', value: 2 },
		{ field: 'Description', operator: 'eq', value: 'Deur' },
		{ field: 'Syscode', operator: 'le', value: 3 },
	];

	it('writes a range as one object where that is the notation, and loses no condition', () => {
		expect(filterJson(range, 'object')).toBe('{"Syscode":{"ge":2,"le":3},"Description":{"eq":"Deur"}}');
		const twice: Condition[] = [is('A', 1), is('A', 2)];
		expect(filterJson(twice, 'object')).toBe('{"A":{"eq":1},"A":{"eq":2}}');
	});

	it('finds the same in both notations', async () => {
		for (const rangeNotation of ['duplicate', 'object'] as const) {
			expect(await client({ rangeNotation }).read('UsrRequest', range)).toMatchObject([{ Syscode: 2 }]);
		}
	});

	it('has a raw part that is sent as it was written, beside the conditions', async () => {
		const raw = rawFilter('{"Syscode": {"ge": 2}, "Syscode": {"le": 2}}');
		expect(await client().read('UsrRequest', [is('Description', 'Deur'), raw])).toHaveLength(1);
		expect(await client().read('UsrRequest', [is('Description', 'Lift'), raw])).toHaveLength(0);
	});

	it.each(['[1]', '{"a":', 'null', '"x"'])('has no raw part %s', (text) => {
		expect(() => rawFilter(text)).toThrow('Raw Filter is not a JSON object');
	});

	it('with an operator that Planon does not know is refused by Planon', async () => {
		const filter: Condition[] = [{ field: 'Syscode', operator: 'ne', value: 1 }];
		await expect(client().read('UsrRequest', filter)).rejects.toThrow('PN_O00001: Unknown operator ne');
	});
});

describe('warnings', () => {
	const add = (options: PlanonOptions) => client(options).execute('UsrWarned', 'BomAdd', { values: {} });

	it('are answered when their code was chosen, and what was answered is told', async () => {
		const chosen = { answerWarnings: 'chosen', warningCodes: ['PN_X', WARNING.code] } as const;
		expect(await add(chosen)).toMatchObject({ records: [{}], answered: [WARNING] });
		expect(simulator().records('UsrWarned')).toHaveLength(1);
	});

	it('stop the call when their code was not chosen', async () => {
		const other = { answerWarnings: 'chosen', warningCodes: ['PN_X'] } as const;
		await expect(add(other)).rejects.toThrow(`${WARNING.code}: ${WARNING.description}`);
		expect(simulator().records('UsrWarned')).toEqual([]);
	});
});
