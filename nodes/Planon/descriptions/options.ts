import type { INodeProperties } from 'n8n-workflow';

/** How calls are made and records come out; for every operation that reads or changes records. */
export const callOptions: NonNullable<INodeProperties['options']> = [
	{
		displayName: 'Answer Warnings',
		name: 'answerWarnings',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Go on whatever Planon warns of' },
			{ name: 'Chosen', value: 'chosen', description: 'Go on for the codes in Warning Codes' },
			{ name: 'None', value: 'none', description: 'Fail, and show the warnings' },
		],
		default: 'none',
		description: 'What to do when Planon warns. What was answered is in the output, as answeredWarnings.',
	},
	{
		displayName: 'Archived Records',
		name: 'archiveMode',
		type: 'options',
		options: [
			{ name: 'Include', value: 'all' },
			{ name: 'Leave Out', value: 'unarchived' },
		],
		default: 'unarchived',
	},
	{
		displayName: 'Dates and Times',
		name: 'dateTimes',
		type: 'options',
		options: [
			{ name: 'As Planon Gives Them', value: 'asGiven' },
			{ name: 'As Text', value: 'text', description: 'Pairs become 2026-12-01T14:00:00' },
		],
		default: 'asGiven',
		description: 'How pairs of a date and a time come out. Their time zone is not changed.',
	},
	{
		displayName: 'Fields Without a Value',
		name: 'serializeNulls',
		type: 'boolean',
		default: true,
		description: 'Whether Planon also gives fields that have no value',
	},
	{
		displayName: 'Neutral Dates as Text',
		name: 'neutralDateTimeAsString',
		type: 'boolean',
		default: true,
		description: 'Whether Planon itself gives dates and times without a time zone as text',
	},
	{
		displayName: 'Reference Date',
		name: 'referenceDate',
		type: 'string',
		default: '',
		placeholder: '2026-11-24',
		description: 'The day whose data counts, for data that changes over time, or none',
	},
	{
		displayName: 'Warning Codes',
		name: 'warningCodes',
		type: 'string',
		default: '',
		placeholder: 'PN_H00427, PN_H00428',
		description: 'The codes to answer when Answer Warnings is Chosen',
	},
];

export const optionsField = (displayOptions: INodeProperties['displayOptions']): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions,
	options: callOptions,
});
