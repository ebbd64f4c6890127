import type { INodeProperties } from 'n8n-workflow';
import { listSearch } from '../../../nodes/Topdesk/list-search';
import { loadOptions } from '../../../nodes/Topdesk/load-options';
import { keyFrom } from '../../../nodes/Topdesk/api/incident-key';
import { topdeskError } from '../../../nodes/Topdesk/api/errors';
import { operationOf, RESOURCES } from '../../../nodes/Topdesk/resources';
import { propertiesOf } from '../../../nodes/shared/n8n/resources';
import { writeBody } from '../../../nodes/Topdesk/resources/write-body';
import { withoutLocators } from '../../../nodes/Topdesk/read-parameter';
import { runOperation } from '../../conformance/operations';
import { clientOf, simulatorPerTest } from '../../simulators/topdesk/for-tests';

const simulator = simulatorPerTest();
const run = (resource: string, operation: string, parameters: Record<string, unknown> = {}) =>
	runOperation(clientOf(simulator()).client, { resource, operation, parameters });

describe('what people fill in', () => {
	it.each([
		['incident', 'get', 'Fill in the number or the ID of the incident'],
		['incident', 'addNote', 'Fill in a note'],
		['supplier', 'get', 'Fill in the ID of a supplier'],
		['change', 'create', 'Fill in a brief description'],
		['person', 'create', 'Choose the branch of the person'],
		['operationalActivity', 'create', 'Fill in when it starts'],
		['knowledgeItem', 'create', 'Fill in a title'],
		['email', 'send', 'Fill in the email address it is sent from'],
		['webhook', 'trigger', 'The name of a webhook has'],
		['apiRequest', 'send', 'Fill in a path of TOPdesk'],
	])('is missed where it is not there: %s %s', async (resource, operation, message) => {
		await expect(run(resource, operation)).rejects.toThrow(message);
		expect(simulator().requests()).toEqual([]);
	});

	it.each([
		[' I 2611 004 ', 'I 2611 004'],
		[
			'https://x.topdesk.net/tas/secure/incident?unid=7C1A5E0E111140009000000000000001',
			'7c1a5e0e-1111-4000-9000-000000000001',
		],
		[
			'https://x.topdesk.net/tas/secure/incident?action=lookup&lookup=naam&lookupValue=I%202611%20004',
			'I 2611 004',
		],
	])('%s is the card %s', (typed, key) => {
		expect(keyFrom(typed)).toBe(key);
	});

	it('is refused when an address says nothing of the card', () => {
		expect(() => keyFrom('https://x.topdesk.net/tas/secure/mango')).toThrow('copy its number');
	});

	it('becomes what TOPdesk takes', () => {
		const fields = {
			...{ operator: 'a', category: 'Werkplek', note: ' x ', empty: '', onHold: false },
			when: '2026-11-02T10:00:00',
			optionalFields1: {
				field: [
					{ name: 'number1', value: '3' },
					{ name: 'boolean1', value: 'False' },
					{ name: 'text1', value: '' },
				],
			},
			optionalFields2: { field: [] },
			otherFields: '{"costs": 3}',
		};
		const shapes = {
			operator: 'id',
			category: 'idOrName',
			when: 'moment',
			optionalFields1: 'optionalFields',
			optionalFields2: 'optionalFields',
		} as const;
		expect(writeBody(fields, shapes, { timezone: 'Europe/Amsterdam' })).toEqual({
			...{ operator: { id: 'a' }, category: { name: 'Werkplek' }, note: 'x', onHold: false },
			when: '2026-11-02T09:00:00.000+0000',
			optionalFields1: { number1: 3, boolean1: false, text1: null },
			costs: 3,
		});
		const wrong = { optionalFields1: { field: [{ name: 'number1', value: 'drie' }] } };
		expect(() => writeBody(wrong, shapes, { timezone: 'utc' })).toThrow('number1 is a number');
	});

	it('is the same from a list, an expression or inside a collection', () => {
		const locator = { __rl: true, mode: 'list', value: 'a' };
		expect(withoutLocators({ one: locator, more: [locator], plain: 'b' })).toEqual({
			one: 'a',
			more: ['a'],
			plain: 'b',
		});
	});
});

describe('the node', () => {
	const properties = propertiesOf(RESOURCES, 'incident');

	it('shows every resource and operation once, in alphabetical order', () => {
		for (const { name, options } of properties) {
			if (name !== 'resource' && name !== 'operation') continue;
			const names = options!.map((option) => option.name);
			expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other, 'en')));
		}
	});

	it('has each field of an operation once, and a method for every choice', () => {
		const methods = { ...loadOptions, ...listSearch };
		const check = (fields: INodeProperties[], where: string) => {
			const names = fields.map(({ name }) => name);
			expect({ where, names }).toEqual({ where, names: [...new Set(names)] });
			for (const { name, type, typeOptions, modes, options } of fields) {
				const wanted = [
					typeOptions?.loadOptionsMethod,
					...(modes ?? []).map((mode) => mode.typeOptions?.searchListMethod),
				].filter((method) => method !== undefined);
				for (const method of wanted) expect(Object.keys(methods)).toContain(method);
				if (type === 'collection') check(options as INodeProperties[], `${where} ${name}`);
			}
		};
		for (const { value, operations } of RESOURCES) {
			for (const operation of operations) check(operation.fields, `${value} ${operation.value}`);
		}
	});

	it('says which operation it does not have', () => {
		expect(() => operationOf('incident', 'explode')).toThrow("no operation 'explode' for 'incident'");
	});
});

describe('errors of TOPdesk', () => {
	const said = (status: number, body: unknown) =>
		topdeskError({ status, headers: {}, body }, 'do it').message;
	it('are read from newer services too', () => {
		expect(said(400, { message: 'Wrong' })).toBe('TOPdesk refuses to do it: Wrong');
		expect(said(400, 'Name is required')).toBe('TOPdesk refuses to do it: Name is required');
		expect(said(409, undefined)).toContain('somebody else is changing it');
		expect(said(413, '<html>')).toContain('it is too large');
	});
});
