import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { AGREEMENT_OUTCOMES } from '../../shared/storage/reports';
import { SUPPLIER_OPTIONS } from './fields';
import type { Operation, Resource } from './operation';

const text = z.string().trim().min(1, 'Fill this in');

const supplierField = (description: string, every: boolean): INodeProperties => ({
	displayName: 'Supplier',
	name: 'supplier',
	type: 'options',
	options: every ? [{ name: 'All', value: '' }, ...SUPPLIER_OPTIONS] : SUPPLIER_OPTIONS,
	default: every ? '' : 'FMH',
	description,
});

/** Gives `agreement`. */
const add: Operation = {
	value: 'add',
	name: 'Add',
	action: 'Add an agreement',
	description: 'Write down what was agreed with a supplier; it is in its next reports',
	fields: [
		supplierField('With whom it was agreed', false),
		{ displayName: 'Text', name: 'text', type: 'string', default: '', required: true },
		{
			displayName: 'Due On',
			name: 'dueOn',
			type: 'string',
			default: '',
			placeholder: '2026-12-31',
			description: 'The last day; empty when none was agreed',
		},
	],
	async run({ register, read }) {
		const agreement = await register.reports.addAgreement({
			supplier: z.enum(SUPPLIERS).parse(read('supplier')),
			text: text.parse(read('text')),
			dueOn: z.iso
				.date('Write a day as 2026-11-24')
				.nullable()
				.parse(read('dueOn', '') || null),
		});
		return [{ json: { agreement } }];
	},
};

/** Gives `agreement` as it is now. */
const decide: Operation = {
	value: 'decide',
	name: 'Set Outcome',
	action: 'Set the outcome of an agreement',
	description: 'Say whether an agreement was kept',
	fields: [
		{
			displayName: 'Agreement ID',
			name: 'agreementId',
			type: 'string',
			default: '={{ $json.agreement.id }}',
			required: true,
		},
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'options',
			options: [
				{ name: 'Kept', value: 'kept' },
				{ name: 'Not Kept', value: 'broken' },
				{ name: 'Open', value: 'open' },
			],
			default: 'kept',
		},
		{ displayName: 'Remark', name: 'remark', type: 'string', default: '', description: 'How it went' },
	],
	async run({ register, read }) {
		const agreement = await register.reports.decideAgreement(
			String(read('agreementId') ?? '').trim(),
			z.enum(AGREEMENT_OUTCOMES).parse(read('outcome')),
			String(read('remark', '') ?? '').trim(),
		);
		return [{ json: { agreement } }];
	},
};

/** Gives an item with `agreement` for each. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many agreements',
	description: 'List what was agreed, newest first',
	fields: [supplierField('With whom it was agreed', true)],
	async run({ register, read }) {
		const agreements = await register.reports.agreements(String(read('supplier', '') ?? '') || null);
		return agreements.map((agreement) => ({ json: { agreement } }));
	},
};

export const agreement: Resource = {
	value: 'agreement',
	name: 'Agreement',
	operations: [getMany, add, decide],
};
