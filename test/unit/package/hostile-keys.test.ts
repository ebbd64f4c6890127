import { parse as parseCsv } from 'csv-parse/sync';
import { readAnswerJson } from '../../../nodes/Planon/api/json';
import { signalSchema } from '../../../nodes/shared/domain/signal';
import { readJsonObject } from '../../../nodes/shared/json-object';
import { signalFor } from '../../support/signals';

const HOSTILE =
	'{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "name": "x"}';

const pollutedOf = (value: object): unknown => (value as { polluted?: unknown }).polluted;

describe('a key that JavaScript has a meaning for', () => {
	afterEach(() => expect(pollutedOf({})).toBeUndefined());

	it.each([
		['an answer of Planon', () => readAnswerJson(HOSTILE) as object],
		['a JSON body', () => JSON.parse(HOSTILE) as object],
		[
			'the heading of a CSV file',
			() => parseCsv('__proto__,name\npolluted,x\n', { columns: true })[0] as object,
		],
	])('is a key like any other in %s', (_, read) => {
		const value = read();
		expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
		expect(pollutedOf(value)).toBeUndefined();
		expect(value).toMatchObject({ name: 'x' });
	});

	it('is refused in a JSON field of a node', () => {
		expect(() => readJsonObject(HOSTILE, 'Fields', '{"name": "x"}')).toThrow('Fields is not a JSON object');
	});

	it('does not get into a signal', () => {
		const signal = { ...signalFor('<1@x>'), ...(JSON.parse(HOSTILE) as object) };
		expect(pollutedOf(signalSchema.parse(signal))).toBeUndefined();
	});
});
