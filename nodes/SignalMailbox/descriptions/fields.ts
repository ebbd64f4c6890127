import type { INodeProperties } from 'n8n-workflow';
import { sendingFields } from './sending';
import { forOperations } from './shared';
import { sendingSourceField, sourceField } from './source';

const acknowledgeFields: INodeProperties[] = [
	sourceField(forOperations('acknowledge')),
	{
		displayName: 'Mail',
		name: 'mail',
		type: 'json',
		default: '={{ $json.mail }}',
		required: true,
		description: 'Where the mail lies, as the trigger gives it',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Put Away By',
		name: 'putAwayBy',
		type: 'options',
		options: [
			{ name: 'Marking It', value: 'flag', description: 'The mail stays in its folder, with a keyword' },
			{ name: 'Moving It', value: 'move', description: 'The mail goes to another folder' },
		],
		default: 'move',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Move To',
		name: 'moveTo',
		type: 'string',
		default: 'Verwerkt',
		required: true,
		description: 'The folder that the mail goes to. It is made when it does not exist.',
		displayOptions: { show: { ...forOperations('acknowledge')!.show, putAwayBy: ['move'] } },
	},
	{
		displayName: 'Keyword',
		name: 'keyword',
		type: 'string',
		default: '$Geregistreerd',
		required: true,
		description:
			'The keyword (IMAP) or category (Exchange) that the mail gets. Fill in the same in the trigger, which then skips it.',
		displayOptions: { show: { ...forOperations('acknowledge')!.show, putAwayBy: ['flag'] } },
	},
];

export const mailFields = [
	...acknowledgeFields,
	sendingSourceField(forOperations('forward', 'reply', 'send')),
	...sendingFields,
];
