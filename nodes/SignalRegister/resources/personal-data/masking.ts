import { actorField, actorOf, REFERENCE, referenceOf, text } from '../fields';
import type { Operation } from '../operation';

/** Gives `masked`: subject and text, with placeholders such as [TELEFOONNUMMER 1]. */
export const maskText: Operation = {
	value: 'maskText',
	name: 'Mask Text',
	action: 'Mask the personal data of a signal',
	description: 'Give subject and text of a signal with placeholders in the place of personal data',
	readOnly: true,
	fields: [REFERENCE],
	run: async ({ register, read }) => ({ add: { masked: await register.masking.mask(referenceOf(read)) } }),
};

/** Gives `unmasked`, the text with the personal data of the signal in it again. */
export const unmaskText: Operation = {
	value: 'unmaskText',
	name: 'Unmask Text',
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
