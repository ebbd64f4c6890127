import type { INodeProperties } from 'n8n-workflow';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../../../shared/domain/codebook';
import { STATUSES } from '../../../shared/domain/signal';
import { LIMIT_FIELDS, limitOf, optionsOf, REFERENCE, referenceOf } from '../fields';
import { toMoment } from '../moment';
import type { Operation } from '../operation';

/** Gives `signal`. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a signal',
	description: 'Get a signal by its reference',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Signaal opgehaald' },
	fields: [REFERENCE],
	async run({ register, read, saw }) {
		const signal = await register.get(referenceOf(read));
		saw([signal]);
		return { add: { signal } };
	},
};

/** An item `{followUp}` for each mail about the signal. */
export const getFollowUps: Operation = {
	value: 'getFollowUps',
	name: 'Get Follow-Ups',
	action: 'Get the follow ups of a signal',
	description: 'Get the mails about a signal that came after its own, in full',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Reacties opgehaald' },
	fields: [REFERENCE],
	async run({ register, read, saw }) {
		const reference = referenceOf(read);
		const followUps = await register.followUps(reference);
		saw([{ reference }]);
		return { items: followUps.map((followUp) => ({ followUp })) };
	},
};

const FILTERS: INodeProperties[] = [
	{
		displayName: 'After',
		name: 'after',
		type: 'string',
		default: '',
		placeholder: 'R-2026-000123',
		description: 'The reference of the last signal of the page before, to go on after it',
	},
	{
		displayName: 'Category',
		name: 'category',
		type: 'multiOptions',
		options: optionsOf(CATEGORIES),
		default: [],
	},
	{
		displayName: 'Contains',
		name: 'contains',
		type: 'string',
		default: '',
		placeholder: 'lamp vergaderzaal',
		description:
			'Words that must all be in the signal or in the mails that followed it, in any form: lamp finds lampen. Write verlicht* for all words that start so. References, ticket numbers and customers are found too.',
	},
	{
		displayName: 'Customer Email',
		name: 'customerEmail',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
	},
	{
		displayName: 'Handler',
		name: 'handler',
		type: 'string',
		default: '',
		description: 'Name or email address of who handles it, as Assign wrote it',
	},
	{ displayName: 'Registered From', name: 'registeredFrom', type: 'dateTime', default: '' },
	{
		displayName: 'Registered Until',
		name: 'registeredUntil',
		type: 'dateTime',
		default: '',
		description: 'Up to, not including, this moment',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'multiOptions',
		options: optionsOf(STATUSES),
		default: [],
	},
	{
		displayName: 'Supplier',
		name: 'supplier',
		type: 'multiOptions',
		options: optionsOf(SUPPLIERS),
		default: [],
	},
	{
		displayName: 'Urgency',
		name: 'urgency',
		type: 'multiOptions',
		options: optionsOf(URGENCIES),
		default: [],
	},
];

/** An item `{signal}` for each one that answers to the filters, newest first. */
export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many signals',
	description: 'Search the register',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Signalen gezocht' },
	fields: [
		...LIMIT_FIELDS,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: FILTERS,
		},
	],
	async run({ register, read, saw }) {
		const criteria = criteriaFrom(read('filters', {}) as Record<string, unknown>);
		if (!read('returnAll')) {
			const page = await register.search({ ...criteria, limit: limitOf(read) });
			saw(page);
			return { items: page.map((signal) => ({ signal })) };
		}
		const items: object[] = [];
		for await (const signal of register.each(criteria)) {
			saw([signal]);
			items.push({ signal });
		}
		return { items };
	},
};

/** Criteria as the node has them: empty filters are no filters. */
function criteriaFrom(filters: Record<string, unknown>): Record<string, unknown> {
	const filled = Object.entries(filters).filter(
		([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(
		filled.map(([name, value]) => [name, name.startsWith('registered') ? toMoment(value) : value]),
	);
}
