import fc from 'fast-check';
import { asJson, exactNumber, readTypedJson, writeJson } from '../../../nodes/Planon/api/json';
import { filterMoment, momentOf, pairOf, withPairsAsText } from '../../../nodes/Planon/record/date-time';
import { filterFrom, valuesFrom } from '../../../nodes/Planon/record/parameters';
import { clientOf, simulatorPerTest } from '../../simulators/planon/for-tests';

const SEED = { seed: 20261124 };
const ZONE = 'Europe/Amsterdam';
const FIRST = 2n ** 53n + 1n;

describe('numbers', () => {
	const simulator = simulatorPerTest({ firstSyscode: FIRST });

	it('that JavaScript cannot hold come out with all of their digits, and find their record again', async () => {
		const client = clientOf(simulator());
		await client.execute('UsrRequest', 'BomAdd', { values: { Description: 'Lift' } });
		await client.execute('UsrRequest', 'BomAdd', { values: { Description: 'Deur' } });
		const all = await client.read('UsrRequest', []);
		expect(all.map(({ Syscode }) => Syscode)).toEqual(['9007199254740993', '9007199254740994']);
		const filled = {
			condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value: all[1]!.Syscode }],
		};
		const found = await client.read('UsrRequest', filterFrom(filled, '', ZONE));
		expect(found).toMatchObject([{ Description: 'Deur' }]);
	});

	it('keep their digits on the way out and back', () => {
		const digits = fc.oneof(
			fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }).map(String),
			fc
				.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat({ max: 999_999 }))
				.map(([a, b]) => `${a}.${b}1`),
		);
		fc.assert(
			fc.property(digits, (text) => {
				// Either the same digits as text, or a number that is written with the same value.
				const read = (asJson(`{"n":${text}}`) as { n: unknown }).n;
				expect(typeof read === 'string' ? read : Number(text)).toBe(read);
				expect(writeJson({ n: exactNumber(text) })).toBe(
					typeof read === 'string' ? `{"n":${text}}` : `{"n":${Number(text)}}`,
				);
				expect(writeJson(readTypedJson(`[${text}]`))).toBe(
					typeof read === 'string' ? `[${text}]` : `[${Number(text)}]`,
				);
			}),
			SEED,
		);
	});

	it.each(['', 'acht', '1,5', '0x10', '1e', '--1', '01'])('are not made of %j', (text) => {
		expect(exactNumber(text)).toBeUndefined();
	});
});

describe('dates and times', () => {
	it.each([
		['2026-12-01T14:00', { date: '2026-12-01', time: '14:00:00' }],
		['2026-12-01 14:00:30', { date: '2026-12-01', time: '14:00:30' }],
		['2026-12-01', { date: '2026-12-01', time: '00:00:00' }],
		['2026-12-01T13:00:00Z', { date: '2026-12-01', time: '14:00:00' }],
		['2026-07-01T13:00:00Z', { date: '2026-07-01', time: '15:00:00' }],
		['2026-12-01T23:30:00-05:00', { date: '2026-12-02', time: '05:30:00' }],
	])('of %s are the pair that the clock of Planon shows', (text, pair) => {
		expect(pairOf(text, ZONE)).toEqual(pair);
	});

	it('become text and pairs again without a change', () => {
		const moment = fc.date({
			min: new Date('2000-01-01T00:00:00Z'),
			max: new Date('2050-01-01T00:00:00Z'),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(moment, (date) => {
				const pair = pairOf(date.toISOString(), ZONE);
				const { At } = withPairsAsText({ At: pair });
				expect(pairOf(At as string, ZONE)).toEqual(pair);
			}),
			SEED,
		);
	});

	it('keep the time zone that Planon gave, and get that of the credential where it gave none', () => {
		expect(momentOf('2026-12-01T10:58:00Z', ZONE)?.toISO()).toBe('2026-12-01T10:58:00.000Z');
		expect(momentOf('2026-12-01T10:58:00+02:00', ZONE)?.toISO()).toBe('2026-12-01T10:58:00.000+02:00');
		expect(momentOf('2026-12-01T10:58:00', ZONE)?.toISO()).toBe('2026-12-01T10:58:00.000+01:00');
		expect(momentOf({ date: '2026-07-01', time: '10:58:00' }, ZONE)?.toISO()).toBe(
			'2026-07-01T10:58:00.000+02:00',
		);
		expect(momentOf({ date: '2026-07-01', time: null }, ZONE)?.toISODate()).toBe('2026-07-01');
		expect(momentOf(null, ZONE)).toBeNull();
	});

	it.each([
		['2026-12-01T13:00:00Z', '2026-12-01T13:00:00Z'],
		['2026-12-01T14:00:00+01:00', '2026-12-01T13:00:00Z'],
		['2026-12-01 14:00', '2026-12-01T14:00:00'],
		['2026-12-01', '2026-12-01T00:00:00'],
	])('in a filter, %s is the same moment', (text, written) => {
		expect(filterMoment(text)).toBe(written);
		const condition = [{ field: 'X', operator: 'ge', type: 'dateTime', value: text }];
		expect(filterFrom({ condition }, '', ZONE)).toEqual([{ field: 'X', operator: 'ge', value: written }]);
	});

	it('that are none are refused with how to write them', () => {
		expect(() => pairOf('morgen', ZONE)).toThrow("'morgen' is not a date and time");
	});

	it('leaves other objects in a record alone', () => {
		const record = { Address: { date: 'x', time: 'y', street: 'z' }, List: ['2026-12-01'] };
		expect(withPairsAsText(record)).toEqual(record);
	});
});

describe('values that were filled in', () => {
	it('are what their type says, and the JSON wins', () => {
		const fields = {
			field: [
				{ name: { __rl: true, mode: 'list', value: 'Description' }, type: 'text', value: '12' },
				{ name: 'PropertyRef', type: 'number', value: '9007199254740993' },
				{ name: 'HighPriority', type: 'boolean', value: 'TRUE' },
				{ name: 'SpaceRef', type: 'empty', value: 'ignored' },
				{ name: 'EndDateTime', type: 'dateTime', value: '2026-12-01T14:00' },
			],
		};
		expect(writeJson(valuesFrom(fields, '{"Description": "b", "Cost": 12345678901234567.89}', ZONE))).toBe(
			'{"Description":"b","PropertyRef":9007199254740993,"HighPriority":true,"SpaceRef":null,' +
				'"EndDateTime":{"date":"2026-12-01","time":"14:00:00"},"Cost":12345678901234567.89}',
		);
	});

	it('make a list for the operator in', () => {
		const filter = filterFrom(
			{ condition: [{ field: 'Syscode', operator: 'in', type: 'number', value: '1, 2' }] },
			'{}',
			ZONE,
		);
		expect(filter).toEqual([{ field: 'Syscode', operator: 'in', value: [1, 2] }]);
	});
});
