import { explanationSchema, explanationText } from '../../shared/domain/pdc/explanation';
import { actorField, actorOf, codeField, codeOf } from './fields';
import type { Operation, Resource } from './operation';

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

export const explanation: Resource = {
	value: 'explanation',
	name: 'Explanation',
	operations: [getMany, get, save],
};
