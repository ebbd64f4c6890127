import type { INodeProperties } from 'n8n-workflow';
import { forOperations } from './shared';

export const registerFields: INodeProperties[] = [
	{
		displayName: 'Signal',
		name: 'signal',
		type: 'json',
		default: '={{ $json.signal }}',
		required: true,
		description: 'The signal to register, as the mailbox trigger and the classifier give it',
		displayOptions: forOperations('register'),
	},
	{
		displayName: 'Claim For (Minutes)',
		name: 'claimMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 1440 },
		default: 15,
		description:
			'How long no other execution may take up this signal. Choose longer than one execution lasts: after a crash the signal waits this long before it is taken up again.',
		displayOptions: forOperations('register'),
	},
];
