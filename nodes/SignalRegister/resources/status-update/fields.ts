import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';

export const mostField = (displayName: string, description: string): INodeProperties => ({
	displayName,
	name: 'most',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 100,
	description,
});
export const mostOf = (read: ReadItemParameter): number =>
	z.number().int().min(1).max(10_000).parse(read('most'));
