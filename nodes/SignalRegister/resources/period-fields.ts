import type { INodeProperties } from 'n8n-workflow';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { toMoment } from './moment';

/** A period of which either end may be left open. */
export const PERIOD_FIELDS: INodeProperties[] = [
	{ displayName: 'From', name: 'from', type: 'dateTime', default: '' },
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: 'Up to, not including, this moment',
	},
];

const momentOrNull = (value: unknown) => (value === '' || value === null ? null : toMoment(value));

export const periodOf = (read: ReadItemParameter): { from: string | null; until: string | null } => ({
	from: momentOrNull(read('from', '')),
	until: momentOrNull(read('until', '')),
});
