import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../../shared/domain/codebook';
import { actorField, actorOf, optionsOf, REFERENCE, referenceOf, text } from '../fields';
import type { Operation } from '../operation';

const reasonField = (description: string): INodeProperties => ({
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	required: true,
	description,
});

const choice = (displayName: string, name: string, values: readonly string[]): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	options: optionsOf(values),
	default: values[0]!,
});

const changesSchema = z.object({
	also: z.array(z.enum(CATEGORIES)).optional(),
	category: z.enum(CATEGORIES).optional(),
	sentiment: z.enum(SENTIMENTS).optional(),
	supplier: z.enum(SUPPLIERS).optional(),
	urgency: z.enum(URGENCIES).optional(),
});

/** Gives `signal`, as it is now. What it was before stays in its history. */
export const changeClassification: Operation = {
	value: 'changeClassification',
	name: 'Change Classification',
	action: 'Change the classification of a signal',
	description: 'Correct what kind of signal it is and whom it is for, after which it needs no review',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Changes',
			name: 'changes',
			type: 'collection',
			placeholder: 'Add Change',
			default: {},
			description: 'What is left out stays as it is. Without any, the classification is confirmed.',
			options: [
				{
					displayName: 'Also',
					name: 'also',
					type: 'multiOptions',
					options: optionsOf(CATEGORIES),
					default: [],
					description:
						'What it is beside its category: all side categories together. Leave it empty for none. The category itself does not count.',
				},
				choice('Category', 'category', CATEGORIES),
				choice('Sentiment', 'sentiment', SENTIMENTS),
				choice('Supplier', 'supplier', SUPPLIERS),
				choice('Urgency', 'urgency', URGENCIES),
			],
		},
		reasonField('Why, in words that colleagues understand later'),
		actorField(),
	],
	async run({ register, read }) {
		const changes = changesSchema.parse(read('changes', {}));
		const reason = text.parse(read('reason'));
		const signal = await register.handling.changeClassification(
			referenceOf(read),
			changes,
			actorOf(read),
			reason,
		);
		return { add: { signal } };
	},
};

/** Gives `signal`, as it is now: `heropend`. */
export const reopen: Operation = {
	value: 'reopen',
	name: 'Reopen',
	action: 'Reopen a signal',
	description: 'Take up again what was solved or closed; a duplicate becomes a signal of its own again',
	readOnly: false,
	fields: [REFERENCE, reasonField('Why it is opened again'), actorField()],
	async run({ register, read }) {
		const reason = text.parse(read('reason'));
		return { add: { signal: await register.handling.reopen(referenceOf(read), actorOf(read), reason) } };
	},
};

/** Gives `signal`, as it is now. */
export const assign: Operation = {
	value: 'assign',
	name: 'Assign',
	action: 'Assign a signal',
	description: 'Give a signal to the colleague who handles it',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Handler',
			name: 'handler',
			type: 'string',
			default: '',
			placeholder: 'name@email.com',
			description: 'Name or email address of who handles it. Leave empty to give it to nobody.',
		},
		actorField(),
	],
	async run({ register, read }) {
		const handler = z.string().parse(read('handler', ''));
		return { add: { signal: await register.handling.assign(referenceOf(read), handler, actorOf(read)) } };
	},
};

/** Gives `signal`: the one that is kept, as it is now. */
export const mergeDuplicate: Operation = {
	value: 'mergeDuplicate',
	name: 'Merge Duplicate',
	action: 'Merge a duplicate signal',
	description:
		'Close a signal that says the same as another one; what comes in about it goes to the one that is kept',
	readOnly: false,
	fields: [
		{ ...REFERENCE, displayName: 'Reference of the Duplicate' },
		{
			displayName: 'Reference to Keep',
			name: 'kept',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'R-2026-000123',
			description: 'The reference of the signal that is handled further',
		},
		actorField(),
	],
	async run({ register, read }) {
		const kept = String(read('kept') ?? '').trim();
		return { add: { signal: await register.handling.merge(referenceOf(read), kept, actorOf(read)) } };
	},
};

/** An item `{history}` for each line, oldest first: at, kind, actor, text, and field, from and to. */
export const getHistory: Operation = {
	value: 'getHistory',
	name: 'Get History',
	action: 'Get the history of a signal',
	description: 'Get all that happened to a signal: who did it, when, and what changed from what to what',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Geschiedenis opgehaald' },
	fields: [REFERENCE],
	async run({ register, read, saw }) {
		const reference = referenceOf(read);
		const lines = await register.handling.history(reference);
		saw([{ reference }]);
		return { items: lines.map((history) => ({ history })) };
	},
};
