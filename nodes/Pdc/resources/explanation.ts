import { explanationSchema, explanationText } from '../../shared/domain/pdc/explanation';
import { referenceSchema } from '../../shared/domain/signal';
import { readJsonObject } from '../../shared/json-object';
import { issueAnswerLink, showAnswerForm, takeAnswer } from '../explanations/answer-with-explanation';
import {
	actorField,
	actorOf,
	codeField,
	codeOf,
	formField,
	linkDaysField,
	linkDaysOf,
	styleFields,
	styleOf,
	tokenField,
	tokenOf,
} from './fields';
import type { Operation, Resource } from './operation';

const TOKEN = tokenField();
const STYLE = styleFields();
const CODE = { ...codeField(), default: '', placeholder: 'UITLEG-01' };

/** Gives `explanation` and `text`, which can be put into an answer as it is. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get an explanation',
	description: 'Get a standard explanation, with its text for an answer',
	readOnly: true,
	fields: [CODE],
	async run({ register, read }) {
		const { content, ...version } = await register.pdc.explanations.get(codeOf(read));
		return { add: { explanation: content, version, text: explanationText(content) } };
	},
};

/** An item `{explanation, version, text}` for each. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many explanations',
	description: 'Get all standard explanations, to choose from',
	readOnly: true,
	once: true,
	fields: [],
	async run({ register }) {
		const all = await register.pdc.explanations.list();
		return {
			items: all.map(({ content, ...version }) => ({
				explanation: content,
				version,
				text: explanationText(content),
			})),
		};
	},
};

/** Gives `explanation` and its `version`. */
const save: Operation = {
	value: 'save',
	name: 'Create or Update',
	action: 'Create or update an explanation',
	description:
		'Keep a standard explanation: why something cannot be done, who decided it, what the customer can expect',
	readOnly: false,
	fields: [
		CODE,
		{ displayName: 'Title', name: 'title', type: 'string', default: '', required: true },
		{
			displayName: 'Why',
			name: 'why',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'Why it cannot be done within the agreements, in plain Dutch',
		},
		{ displayName: 'Decided By', name: 'decidedBy', type: 'string', default: '', required: true },
		{
			displayName: 'Expectation',
			name: 'expectation',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'What the customer can expect instead',
		},
		actorField(),
	],
	async run({ register, read }) {
		const fields = Object.fromEntries(
			['title', 'why', 'decidedBy', 'expectation'].map((name) => [name, read(name)]),
		);
		const explanation = explanationSchema.parse({ ...fields, code: codeOf(read) });
		const made = { by: actorOf(read), reason: 'Uitleg vastgelegd' };
		const { content, ...version } = await register.pdc.explanations.put(explanation, made);
		return { add: { explanation: content, version } };
	},
};

/** Gives `answerLink`: `{token, validUntil}`, for the mail to who handles the signal. */
const makeLink: Operation = {
	value: 'makeLink',
	name: 'Make Answer Link',
	action: 'Make the link to answer with an explanation',
	description:
		'Make the link by which a handler answers the customer of a signal, with a standard explanation and own words',
	readOnly: false,
	fields: [
		{
			displayName: 'Reference',
			name: 'reference',
			type: 'string',
			default: '={{ $json.signal.reference }}',
			required: true,
			placeholder: 'R-2026-000123',
			description: 'The signal that is to be answered',
		},
		linkDaysField(),
	],
	async run({ register, read }) {
		const reference = referenceSchema.parse(String(read('reference') ?? '').trim());
		return { add: { answerLink: await issueAnswerLink(register, reference, linkDaysOf(read)) } };
	},
};

/** Gives `page`: `{status, html, headers}`. */
const openLink: Operation = {
	value: 'openLink',
	name: 'Open Answer Link',
	action: 'Show the form of an answer link',
	description: 'Give the page on which a handler chooses an explanation. Changes nothing.',
	readOnly: true,
	fields: [TOKEN, STYLE],
	run: async ({ register, read }) => ({
		add: { page: await showAnswerForm({ register, style: styleOf(read) }, tokenOf(read)) },
	}),
};

const OUTPUTS = ['Answered', 'Nothing to Send'] as const;

/** Gives `page`, `signal` and `answer`: what the customer is to read, for Signal Mailbox: Reply. */
const useLink: Operation = {
	value: 'useLink',
	name: 'Use Answer Link',
	action: 'Take in the form of an answer link',
	description: 'Take in the explanation that was chosen and the own words of the handler, once',
	readOnly: false,
	outputs: OUTPUTS,
	fields: [TOKEN, formField(), STYLE],
	async run({ register, read }) {
		const form = readJsonObject(read('form'), 'Form', '{"uitleg": "UITLEG-01", "naam": "An"}');
		const taken = await takeAnswer({ register, style: styleOf(read) }, tokenOf(read), form);
		return { add: taken, output: taken.answer === null ? OUTPUTS[1] : OUTPUTS[0] };
	},
};

export const explanation: Resource = {
	value: 'explanation',
	name: 'Explanation',
	operations: [getMany, get, save, makeLink, openLink, useLink],
};
