import { z } from 'zod/v4';
import { MOST_DAYS, newQuestionSchema } from '../../../shared/storage/questions/questions';
import { findChoices, referenceIn } from '../../question/choices';
import { readQuestionForm } from '../../question/form';
import {
	actorField,
	actorOf,
	daysField,
	filledFormField,
	filledFormOf,
	LIMIT,
	NOT_VALID,
	REFERENCE,
	referenceOf,
	VALID,
} from '../fields';
import { signedByField } from '../due-fields';
import type { Operation } from '../operation';
import { mailItem, PAGE_ADDRESS } from './mail-item';

const FOUND = 'Found';
const NOT_FOUND = 'Not Found';

/** Gives `choices`: a line for each signal, for a list in a form; Read Form knows them again. */
export const findSignals: Operation = {
	value: 'findSignals',
	name: 'Find Signals',
	action: 'Find signals to ask a question about',
	description: 'Find open signals whose customer can be asked something, as lines for a list in a form',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Signalen gezocht om iets te vragen' },
	outputs: [FOUND, NOT_FOUND],
	fields: [
		{
			displayName: 'Contains',
			name: 'contains',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'R-2026-000123',
			description: 'A reference, or words that are all in the signal, the customer or the mails about it',
		},
		{ ...LIMIT, default: 25, description: 'Max number of signals to look through, the newest first' },
	],
	async run({ register, read, saw }) {
		const limit = z.number().int().min(1).max(1_000).parse(read('limit'));
		const choices = await findChoices(register, z.string().catch('').parse(read('contains')), limit);
		saw(choices.map((choice) => ({ reference: referenceIn(choice) })));
		return { add: { choices }, output: choices.length > 0 ? FOUND : NOT_FOUND };
	},
};

/** Gives `toAsk` (see `QuestionToAsk`), ready for Ask; or on the second output `problems`, in Dutch. */
export const readForm: Operation = {
	value: 'readForm',
	name: 'Read Form',
	action: 'Read a form with a question',
	description:
		'Check what a colleague filled in, and whether the customer can be asked it. Nothing is asked yet.',
	readOnly: true,
	outputs: [VALID, NOT_VALID],
	fields: [
		filledFormField('The fields naam, email, signaal and vraag, as the form of workflow 02 gives them'),
	],
	async run({ register, read }) {
		const outcome = await readQuestionForm(register, filledFormOf(read));
		return { add: outcome, output: outcome.toAsk ? VALID : NOT_VALID };
	},
};

/** Gives `question` (see `mailItem`) and `signal`, for Signal Mailbox: Reply. */
export const ask: Operation = {
	value: 'ask',
	name: 'Ask',
	action: 'Ask a customer a question',
	description: 'Ask the customer one clear question when information is missing',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Question',
			name: 'question',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'One question, in the words that the customer reads',
		},
		PAGE_ADDRESS,
		signedByField(),
		daysField(
			'Remind After',
			'remindAfter',
			3,
			'When a customer who did not answer is reminded, in working days',
			MOST_DAYS,
		),
		daysField(
			'End After',
			'endAfter',
			8,
			'When a colleague decides without an answer, in working days',
			MOST_DAYS,
		),
		actorField(),
	],
	async run({ register, read }) {
		const names = Object.keys(newQuestionSchema.shape).filter((name) => name !== 'reference');
		const values = Object.fromEntries(names.map((name) => [name, read(name)]));
		const question = newQuestionSchema.parse({ ...values, reference: referenceOf(read) });
		return { add: mailItem(await register.questions.ask(question, actorOf(read)), read) };
	},
};
