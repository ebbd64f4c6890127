import { z } from 'zod/v4';
import { compileDigests, plannedWorkSchema, recipientSchema } from '../digest/compile-digest';
import { daysField, daysOf } from './fields';
import type { Operation, Resource } from './operation';

/** A JSON list arrives as a list from an expression and as text when typed by hand. */
const listOf = <T>(schema: z.ZodType<T>) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? (JSON.parse(value || '[]') as unknown) : value),
		z.array(schema),
	);

/** An item `{digest}` for each recipient: `{recipient, key, subject, text, empty}`. */
const compile: Operation = {
	value: 'compile',
	name: 'Compile',
	action: 'Compile the digests',
	description: 'What happened in a period, for each person the part that concerns him',
	readOnly: true,
	once: true,
	fields: [
		{
			displayName: 'Recipients',
			name: 'recipients',
			type: 'json',
			default: '[\n  {"email": "klantmanagers@dienstencentrum.example", "role": "klantmanager"}\n]',
			required: true,
			description:
				'Who gets a digest: email, role (klantmanager, leveranciersmanager or portfoliomanager), and if needed suppliers and portfolios that concern him',
		},
		daysField(),
		{
			displayName: 'Planned Work',
			name: 'plannedWork',
			type: 'json',
			default: '[]',
			description: 'Work that suppliers announce, a list of {"supplier", "title", "when"}',
		},
	],
	async run({ register, read }) {
		const digests = await compileDigests(register, {
			recipients: listOf(recipientSchema).parse(read('recipients')),
			planned: listOf(plannedWorkSchema).parse(read('plannedWork')),
			days: daysOf(read),
		});
		return { items: digests.map((digest) => ({ digest })) };
	},
};

export const digest: Resource = { value: 'digest', name: 'Digest', operations: [compile] };
