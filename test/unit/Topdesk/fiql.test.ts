import fc from 'fast-check';
import { fiqlAnd, fiqlCondition, fiqlOr, fiqlText, type Condition } from '../../../nodes/Topdesk/api/fiql';
import { conditionsFrom } from '../../../nodes/Topdesk/resources/conditions';
import { fiql } from '../../simulators/topdesk/fiql';

const ZONE = 'Europe/Amsterdam';
const write = (condition: Partial<Condition>) =>
	fiqlCondition({ field: 'briefDescription', comparison: 'equals', type: 'text', ...condition }, ZONE);

/** Texts as customers write them, and as somebody with bad intentions would. */
const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 40 }),
	fc.string({ unit: fc.constantFrom("'", '"', ';', ',', '(', ')', '=', '\\', ' ', 'a', '!'), maxLength: 20 }),
	fc.constantFrom("x';closed==true;a=='", 'x",number!=null,a=="', "') , (closed==true", 'null', '\\'),
);
const writable = anyText.filter(
	(text) => !(text.includes("'") && text.includes('"')) && !text.endsWith('\\'),
);

describe('a text in a search', () => {
	it('is always one value, whatever it says', () => {
		fc.assert(
			fc.property(writable, (text) => {
				const holds = fiql(fiqlAnd([write({ value: text }), 'closed==false']));
				expect(holds({ briefDescription: text, closed: false })).toBe(true);
				expect(holds({ briefDescription: text, closed: true })).toBe(false);
				expect(holds({ briefDescription: `${text}x`, closed: false })).toBe(false);
			}),
			{ numRuns: 2000 },
		);
	});

	it('cannot escape its quotes either where a backslash would be read as an escape', () => {
		fc.assert(
			fc.property(writable, (text) => {
				const quoted = fiqlText(text);
				const quote = quoted[0]!;
				const closing = /^(?:\\.|[^\\])*?$/su.exec(quoted.slice(1, -1));
				expect(closing).not.toBeNull();
				expect(quoted.slice(1, -1)).not.toContain(quote);
				expect(quoted.at(-2)).not.toBe('\\');
			}),
		);
	});

	it('is refused where TOPdesk has no way to write it, with what to do', () => {
		expect(() => fiqlText(`'"`)).toThrow('Leave one kind out');
		expect(() => fiqlText('C:\\')).toThrow('ends in a backslash');
	});

	it('is never part of another value in a list', () => {
		fc.assert(
			fc.property(
				fc.array(
					writable.filter((text) => text.trim() === text && text !== ''),
					{ minLength: 1, maxLength: 4 },
				),
				(texts) => {
					const holds = fiql(write({ comparison: 'in', value: texts }));
					for (const text of texts) expect(holds({ briefDescription: text })).toBe(true);
					expect(holds({ briefDescription: `${texts.join('')}~` })).toBe(false);
				},
			),
		);
	});
});

describe('a condition', () => {
	it.each<[Partial<Condition>, string]>([
		[{ value: "foto's" }, 'briefDescription=="foto\'s"'],
		[{ field: 'closed', value: 'True', type: 'boolean' }, 'closed==true'],
		[{ field: 'costs', comparison: 'greater', value: ' 12.50 ', type: 'number' }, 'costs=gt=12.5'],
		[
			{ field: 'creationDate', comparison: 'greaterOrEqual', value: '2026-11-02T10:00:00', type: 'date' },
			'creationDate=ge=2026-11-02T09:00:00Z',
		],
		[{ field: 'category.name', comparison: 'notIn', value: 'A, B' }, "category.name=out=('A','B')"],
		[{ comparison: 'empty', value: 'whatever' }, 'briefDescription==null'],
	])('%j is %s', (condition, written) => {
		expect(write(condition)).toBe(written);
	});

	it.each([
		[{ field: "a=='x';b" }, 'is not the name of a field'],
		[{ value: 'veel', type: 'number' as const }, "'veel' is not a number"],
		[{ value: '', type: 'number' as const }, "'' is not a number"],
		[{ value: 'ja', type: 'boolean' as const }, "'ja' is not true or false"],
		[{ value: 'morgen', type: 'date' as const }, "'morgen' is not a date"],
		[{ value: ' , ', comparison: 'in' as const }, 'Give at least one value'],
	])('%j is refused', (condition, message) => {
		expect(() => write(condition)).toThrow(message);
	});
});

describe('the conditions of the node', () => {
	const fields = {
		closed: { label: 'Closed', type: 'boolean' },
		number: { label: 'Number', type: 'text' },
	} as const;
	const condition = [
		{ field: 'number', comparison: 'startsWith', value: 'I' },
		{ field: 'closed', value: 'false' },
		{ field: 'other', other: 'optionalFields1.number1', type: 'number', comparison: 'less', value: 3 },
	];

	it('must all hold, or one of them, and always beside the own search', () => {
		expect(conditionsFrom({ conditions: { condition } }, fields, ZONE)).toEqual([
			"(number=sw='I');(closed==false);(optionalFields1.number1=lt=3)",
		]);
		const either = { conditions: { condition: condition.slice(0, 2) }, combine: 'or', query: 'a==1,b==1' };
		expect(fiqlAnd(conditionsFrom(either, fields, ZONE))).toBe(
			"((number=sw='I'),(closed==false));(a==1,b==1)",
		);
		expect(conditionsFrom({}, fields, ZONE)).toEqual([]);
		expect(fiqlOr([])).toBe('');
	});
});
