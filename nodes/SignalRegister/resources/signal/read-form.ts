import { z } from 'zod/v4';
import { readHeard } from '../../heard/heard-signal';
import { fromJson } from '../fields';
import type { Operation } from '../operation';

const VALID = 'Valid';
const NOT_VALID = 'Not Valid';

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
		{
			displayName: 'Form',
			name: 'form',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			description:
				'The fields klantmanager, klant, email, organisatie, leverancier, soort, watIsEr, gedaan and vervolg, as the form of workflow 04 gives them',
		},
	],
	async run({ read }) {
		const { heard, problems } = readHeard(fromJson(z.unknown()).parse(read('form')), new Date());
		if (!heard) return { add: { heard, problems }, output: NOT_VALID };
		const { signal, ...rest } = heard;
		return { add: { signal, heard: rest, problems }, output: VALID };
	},
};
