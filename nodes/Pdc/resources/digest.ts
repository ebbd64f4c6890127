import { compileDigests, plannedWorkSchema, recipientSchema } from '../digest/compile-digest';
import { listOf } from '../recipients';
import { daysField, daysOf } from './fields';
import type { Operation, Resource } from './operation';

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
			description: 'Work beside what was taken in as announcements, a list of {"supplier", "title", "when"}',
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
