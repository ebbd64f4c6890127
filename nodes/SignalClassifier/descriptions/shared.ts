import type { IDisplayOptions } from 'n8n-workflow';

export const forClassify: IDisplayOptions = { show: { resource: ['signal'], operation: ['classify'] } };
