import { readHeard } from '../../heard/heard-signal';
import { filledFormField, filledFormOf, NOT_VALID, VALID } from '../fields';
import type { Operation } from '../operation';

/**
 * Gives `heard` (see `HeardSignal`) and its `signal`, ready for Register; or on the second output `problems`: what
 * is wrong with the form, in Dutch.
 */
export const readForm: Operation = {
	value: 'readForm',
	name: 'Read Form',
	action: 'Read a form about a signal',
	description: 'Check what a klantmanager filled in, and make a signal of it. It is not registered yet.',
	readOnly: true,
	outputs: [VALID, NOT_VALID],
	fields: [
		filledFormField(
			'The fields klantmanager, klant, email, organisatie, leverancier, soort, watIsEr, gedaan and vervolg, as the form of workflow 04 gives them',
		),
	],
	async run({ read }) {
		const { heard, problems } = readHeard(filledFormOf(read), new Date());
		if (!heard) return { add: { heard, problems }, output: NOT_VALID };
		const { signal, ...rest } = heard;
		return { add: { signal, heard: rest, problems }, output: VALID };
	},
};
