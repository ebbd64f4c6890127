import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import type { AccessRequest } from '../../../shared/storage/personal-data/personal-data';
import { readableExport } from '../../personal-data/readable';
import { text } from '../fields';
import type { Operation } from '../operation';

const REQUEST: INodeProperties[] = [
	{
		displayName: 'Email of the Person',
		name: 'email',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'name@email.com',
		description: 'The person whose data it is. All ways to write the address count as one.',
	},
	{
		displayName: 'Asked By',
		name: 'actor',
		type: 'string',
		default: '',
		required: true,
		description: 'The colleague who looks. It is kept in the access log.',
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'Verzoek om inzage van 24 november 2026',
		description: 'Why. It is kept in the access log.',
	},
];

const requestSchema = z.object({ email: text, actor: text, reason: text });

const requestOf = (read: ReadItemParameter): AccessRequest =>
	requestSchema.parse({ email: read('email'), actor: read('actor'), reason: read('reason') });

/** Gives `personalData` (see `PersonalDataExport`), and `readable`: the same in Dutch, in Markdown. */
export const exportData: Operation = {
	value: 'export',
	name: 'Export',
	action: 'Export the personal data of somebody',
	description: 'Get all that the register holds of one person, to read and as JSON',
	// It writes in the access log.
	readOnly: false,
	fields: REQUEST,
	async run({ register, read }) {
		const personalData = await register.personalData.export(requestOf(read));
		return { add: { personalData, readable: readableExport(personalData) } };
	},
};

/** Gives `erasure`, see `ErasureOutcome`. */
export const erase: Operation = {
	value: 'erase',
	name: 'Erase',
	action: 'Erase the personal data of somebody',
	description: 'Forget one person. What is counted stays: when, what kind, which supplier, how long.',
	readOnly: false,
	fields: [
		...REQUEST,
		{
			displayName: 'Also Open Signals',
			name: 'alsoOpen',
			type: 'boolean',
			default: false,
			description:
				'Whether to anonymise signals that are not closed too. Nobody can answer that customer any more. Otherwise they are left and listed.',
		},
	],
	async run({ register, read }) {
		const alsoOpen = z.boolean().parse(read('alsoOpen', false));
		return { add: { erasure: await register.personalData.erase(requestOf(read), alsoOpen) } };
	},
};
