import type { INodeProperties } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { CATEGORIES, SUPPLIERS } from '../../../shared/domain/codebook';
import { STATUSES } from '../../../shared/domain/signal';
import { LIMIT_FIELDS, limitOf, optionsOf, REFERENCE, referenceOf } from '../fields';
import type { Operation } from '../operation';

/** Gives `signal`. */
export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a signal',
	description: 'Get a signal by its reference',
	readOnly: true,
	fields: [REFERENCE],
	run: async ({ register, read }) => ({ add: { signal: await register.get(referenceOf(read)) } }),
};

/** An item `{followUp}` for each mail about the signal. */
export const getFollowUps: Operation = {
	value: 'getFollowUps',
	name: 'Get Follow-Ups',
	action: 'Get the follow ups of a signal',
	description: 'Get the mails about a signal that came after its own, in full',
	readOnly: true,
	fields: [REFERENCE],
	async run({ register, read }) {
		const followUps = await register.followUps(referenceOf(read));
		return { items: followUps.map((followUp) => ({ followUp })) };
	},
};

const FILTERS: INodeProperties[] = [
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
		description: 'Words in the reference, the subject or the text',
	},
	{
		displayName: 'Customer Email',
		name: 'customerEmail',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
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
];

/** An item `{signal}` for each one that answers to the filters, newest first. */
export const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many signals',
	description: 'Search the register',
	readOnly: true,
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
	async run({ register, read }) {
		const filters = read('filters', {}) as Record<string, unknown>;
		const signals = await register.search({ ...criteriaFrom(filters), limit: limitOf(read) });
		return { items: signals.map((signal) => ({ signal })) };
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

/** n8n gives a date as text or as a Luxon object; without an offset it is Dutch time. */
function toMoment(value: unknown): string {
	const moment = DateTime.fromISO(String(value), { zone: 'Europe/Amsterdam' });
	if (!moment.isValid)
		throw new Error(`'${String(value)}' is not a date. Write it as 2026-11-24 or pick it.`);
	return moment.toISO();
}
