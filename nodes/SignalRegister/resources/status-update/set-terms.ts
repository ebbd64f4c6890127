import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { CATEGORIES, SUPPLIERS, URGENCIES } from '../../../shared/domain/codebook';
import { LIBERATION_DAY } from '../../../shared/domain/working-time/holidays';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import type { PlanSettingsInput } from '../../../shared/domain/updates/settings';
import { daysField, optionsOf } from '../fields';
import type { Operation } from '../operation';

const ANY = 'alle';
const anyOr = (values: readonly string[]) => [{ name: 'All', value: ANY }, ...optionsOf(values)];

const MOST_DAYS = 250;
const workingDaysField = (
	displayName: string,
	name: string,
	days: number,
	description: string,
): INodeProperties => daysField(displayName, name, days, `${description}, in working days`, MOST_DAYS);

/** Within an exception 0 means: as normal. */
const exceptionDays = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_DAYS },
	default: 0,
	description: 'In working days; 0 means as normal',
});

const EXCEPTIONS: INodeProperties = {
	displayName: 'Exceptions',
	name: 'exceptions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Exception',
	default: {},
	description:
		'Signals with other terms. Of each number the first exception that fits and fills it in counts.',
	options: [
		{
			displayName: 'Exception',
			name: 'exception',
			values: [
				{
					displayName: 'Category',
					name: 'category',
					type: 'options',
					options: anyOr(CATEGORIES),
					default: ANY,
				},
				{
					displayName: 'Urgency',
					name: 'urgency',
					type: 'options',
					options: anyOr(URGENCIES),
					default: ANY,
				},
				{
					displayName: 'Supplier',
					name: 'supplier',
					type: 'options',
					options: anyOr(SUPPLIERS),
					default: ANY,
				},
				exceptionDays('First Answer Within (Working Days)', 'firstAnswer'),
				exceptionDays('Then Every (Working Days)', 'every'),
				exceptionDays('Supplier Silent After (Working Days)', 'supplierSilence'),
			],
		},
	],
};

const CLOSING_DAYS: INodeProperties = {
	displayName: 'Closing Days',
	name: 'closingDays',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Closing Day',
	default: {},
	description: 'Days on which the organisation is closed besides weekends and Dutch holidays',
	options: [
		{
			displayName: 'Day',
			name: 'day',
			values: [
				{
					displayName: 'Date',
					name: 'date',
					type: 'string',
					default: '',
					placeholder: '2026-12-24',
					required: true,
				},
				{
					displayName: 'Remark',
					name: 'remark',
					type: 'string',
					default: '',
					description: 'For colleagues, such as the name of the day',
				},
			],
		},
	],
};

const WORKING_TIME: INodeProperties = {
	displayName: 'Working Time',
	name: 'workingTime',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'When the organisation works, in Dutch time',
	options: [
		{
			displayName: 'Closes At',
			name: 'closesAt',
			type: 'string',
			default: '17:00',
			description: 'A term ends at this time on its last day',
		},
		{
			displayName: 'Good Friday Is a Day Off',
			name: 'goodFriday',
			type: 'boolean',
			default: false,
			description: 'Whether the organisation is closed on Goede Vrijdag',
		},
		{
			displayName: 'Liberation Day',
			name: 'liberationDay',
			type: 'options',
			options: [
				{ name: 'Always a Day Off', value: LIBERATION_DAY[2] },
				{ name: 'Day Off Once in Five Years', value: LIBERATION_DAY[1] },
				{ name: 'Working Day', value: LIBERATION_DAY[0] },
			],
			default: 'lustrum',
			description: 'What Bevrijdingsdag (5 May) is. Once in five years: 2025, 2030, and so on.',
		},
		{
			displayName: 'Opens At',
			name: 'opensAt',
			type: 'string',
			default: '08:00',
			description: 'An update that is due goes out from this time on',
		},
		{
			displayName: 'Working Days',
			name: 'weekdays',
			type: 'multiOptions',
			options: [
				{ name: 'Friday', value: 5 },
				{ name: 'Monday', value: 1 },
				{ name: 'Saturday', value: 6 },
				{ name: 'Sunday', value: 7 },
				{ name: 'Thursday', value: 4 },
				{ name: 'Tuesday', value: 2 },
				{ name: 'Wednesday', value: 3 },
			],
			default: [1, 2, 3, 4, 5],
		},
	],
};

const rows = (name: string) =>
	z
		.record(z.string(), z.unknown())
		.transform((collection) => (collection[name] ?? []) as Array<Record<string, unknown>>);

/** All as the node shows it: what is left open in an exception is not there. */
function settingsOf(read: ReadItemParameter): PlanSettingsInput {
	const exceptions = rows('exception')
		.parse(read('exceptions', {}))
		.map((exception) =>
			Object.fromEntries(Object.entries(exception).filter(([, value]) => value !== ANY && value !== 0)),
		);
	const closedOn = rows('day')
		.parse(read('closingDays', {}))
		.map(({ date }) => String(date).trim());
	return {
		terms: {
			normal: {
				firstAnswer: read('firstAnswer') as number,
				every: read('every') as number,
				supplierSilence: read('supplierSilence') as number,
			},
			exceptions,
		},
		calendar: { ...(read('workingTime', {}) as object), closedOn },
		closeAfterDays: read('closeAfterDays') as number,
	};
}

/** Gives `terms`: all settings as the register keeps them now. */
export const setTerms: Operation = {
	value: 'setTerms',
	name: 'Set Terms',
	action: 'Set the terms of status updates',
	description: 'Set when customers must hear something; the register reckons by it from then on',
	readOnly: false,
	fields: [
		workingDaysField(
			'First Answer Within (Working Days)',
			'firstAnswer',
			2,
			'How long a customer who wrote waits for an answer at most',
		),
		workingDaysField(
			'Then Every (Working Days)',
			'every',
			5,
			'How long until the next update at most, also when nothing is known',
		),
		workingDaysField(
			'Supplier Silent After (Working Days)',
			'supplierSilence',
			5,
			'How long a supplier may be silent about a ticket',
		),
		workingDaysField(
			'Close After (Working Days)',
			'closeAfterDays',
			5,
			'How long a customer can react to a solution',
		),
		EXCEPTIONS,
		CLOSING_DAYS,
		WORKING_TIME,
	],
	run: async ({ register, read }) => ({ add: { terms: await register.updates.setTerms(settingsOf(read)) } }),
};
