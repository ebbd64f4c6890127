import { DateTime } from 'luxon';
import type { INodeProperties } from 'n8n-workflow';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { periodRequestSchema, type PeriodRequest } from '../period/period';

/** The days that a report is about. */
export const PERIOD_FIELDS: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		options: [
			{ name: 'Free', value: 'free', description: 'From any day up to and with another one' },
			{ name: 'Month', value: 'month' },
			{ name: 'Quarter', value: 'quarter' },
			{ name: 'Tertaal', value: 'tertaal', description: 'Four months' },
			{ name: 'Two Months', value: 'twoMonths' },
		],
		default: 'twoMonths',
		description: 'The last one of this length that is over. Periods begin with the year.',
	},
	{
		displayName: 'Ended Before',
		name: 'endedBefore',
		type: 'string',
		default: '={{ $today.toISODate() }}',
		placeholder: '2026-11-24',
		description: 'The day to look back from',
		displayOptions: { show: { period: ['month', 'quarter', 'tertaal', 'twoMonths'] } },
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'string',
		default: '',
		placeholder: '2026-09-01',
		description: 'The first day',
		displayOptions: { show: { period: ['free'] } },
	},
	{
		displayName: 'Up To',
		name: 'upTo',
		type: 'string',
		default: '',
		placeholder: '2026-10-31',
		description: 'The last day, included',
		displayOptions: { show: { period: ['free'] } },
	},
];

/** @throws ZodError that names the field that is wrong */
export function periodOf(read: ReadItemParameter): PeriodRequest {
	const kind = read('period');
	return periodRequestSchema.parse(
		kind === 'free'
			? { kind, from: dayOf(read('from')), upTo: dayOf(read('upTo')) }
			: { kind, endedBefore: dayOf(read('endedBefore')) },
	);
}

/** A day as text, or a moment of n8n of which only the Dutch day counts. */
function dayOf(value: unknown): string {
	const written = DateTime.isDateTime(value) ? value.toISO()! : String(value ?? '').trim();
	if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
	return DateTime.fromISO(written, { zone: ZONE }).toISODate() ?? written;
}
