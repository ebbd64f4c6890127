import type { INodeProperties } from 'n8n-workflow';

/** Shows a field only for these operations on a mail. */
export const forOperations = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['mail'], operation },
});

/** Shows a field only for these operations on the mailbox. */
export const forMailbox = (...operation: string[]): INodeProperties['displayOptions'] => ({
	show: { resource: ['mailbox'], operation },
});
