import type { INodeProperties } from 'n8n-workflow';
import { PRESETS } from '../presets/mapping';
import { forCase } from './shared';

/** What Get Figures counts, besides the period. */
export const figuresFields: INodeProperties[] = [
	{
		displayName: 'Party',
		name: 'party',
		type: 'string',
		default: '',
		placeholder: '2210',
		description: 'The supplier or party, as Planon keeps it (usually a Syscode). All of them when empty.',
		displayOptions: forCase('getFigures'),
	},
	{
		displayName: 'Lead Time In',
		name: 'unit',
		type: 'options',
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Working Days', value: 'workingDays' },
		],
		default: 'workingDays',
		displayOptions: forCase('getFigures'),
	},
	{
		displayName: 'Free Days',
		name: 'freeDays',
		type: 'string',
		default: '',
		placeholder: '2026-12-25, 2026-12-26',
		description: 'Days on which the organisation is closed, besides Saturdays, Sundays and Dutch holidays',
		displayOptions: {
			show: { resource: [...PRESETS], operation: ['getFigures'], unit: ['workingDays'] },
		},
	},
	...(
		[
			['Category Field', 'categoryField'],
			['Completed Field', 'completedField'],
			['Party Field', 'partyField'],
		] as const
	).map(([displayName, name]): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		default: '',
		description: 'When empty, the one in the credential',
		displayOptions: forCase('getFigures'),
	})),
];
