import type { INodeProperties } from 'n8n-workflow';
import { STATUSES, statusSchema } from '../../../shared/domain/signal';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import { optionsOf } from '../fields';

export const statusField = (description: string): INodeProperties => ({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: optionsOf(STATUSES),
	default: 'doorgezet',
	description,
});
export const statusOf = (read: ReadItemParameter) => statusSchema.parse(read('status'));
