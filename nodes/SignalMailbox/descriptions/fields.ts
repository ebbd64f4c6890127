import type { INodeProperties } from 'n8n-workflow';
import { sendingFields } from './sending';
import { forOperations } from './shared';

const acknowledgeFields: INodeProperties[] = [
	{
		displayName: 'Folder',
		name: 'folder',
		type: 'string',
		default: '={{ $json.mail.folder }}',
		required: true,
		description: 'The folder the mail is in',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'UID',
		name: 'uid',
		type: 'string',
		default: '={{ $json.mail.uid }}',
		required: true,
		description: 'The number of the mail in its folder, as the trigger gives it',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'UIDVALIDITY',
		name: 'uidValidity',
		type: 'string',
		default: '={{ $json.mail.uidValidity }}',
		required: true,
		description:
			'The numbering that the UID belongs to, as the trigger gives it. It keeps the wrong mail from being moved after a folder was made anew.',
		displayOptions: forOperations('acknowledge'),
	},
	{
		displayName: 'Move To',
		name: 'moveTo',
		type: 'string',
		default: 'Verwerkt',
		required: true,
		description: 'The folder that the mail goes to. It is made when it does not exist.',
		displayOptions: forOperations('acknowledge'),
	},
];

export const mailFields = [...acknowledgeFields, ...sendingFields];
