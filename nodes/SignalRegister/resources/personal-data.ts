import { actorField, actorOf, REFERENCE, referenceOf, text } from './fields';
import type { Operation, Resource } from './operation';

/** Gives `masked`: subject and text, with placeholders such as [TELEFOONNUMMER 1]. */
const mask: Operation = {
	value: 'mask',
	name: 'Mask',
	action: 'Mask the personal data of a signal',
	description: 'Give subject and text of a signal with placeholders in the place of personal data',
	readOnly: true,
	fields: [REFERENCE],
	run: async ({ register, read }) => ({ add: { masked: await register.masking.mask(referenceOf(read)) } }),
};

/** Gives `unmasked`, the text with the personal data of the signal in it again. */
const unmask: Operation = {
	value: 'unmask',
	name: 'Unmask',
	action: 'Put personal data back in a text about a signal',
	description: 'Put the personal data of a signal back in a text with its placeholders; the signal notes it',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Text',
			name: 'text',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			description: 'A text that was made from the masked signal, such as an answer to it',
		},
		actorField(),
	],
	async run({ register, read }) {
		const masked = text.parse(read('text'));
		return { add: { unmasked: await register.masking.unmask(referenceOf(read), masked, actorOf(read)) } };
	},
};

export const personalData: Resource = {
	value: 'personalData',
	name: 'Personal Data',
	operations: [mask, unmask],
};
