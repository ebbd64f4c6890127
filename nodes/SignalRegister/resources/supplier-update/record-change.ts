import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { readSupplierChange, supplierWordsSchema } from '../../../shared/domain/suppliers/supplier-change';
import type { SupplierOutcome } from '../../../shared/storage/suppliers/suppliers';
import { actorField, actorOf, fromJson } from '../fields';
import type { Operation } from '../operation';

export const OUTPUT_OF: Record<SupplierOutcome, string> = {
	recorded: 'Recorded',
	known: 'Already Recorded',
	disagreement: 'Customer Disagrees',
	unknown: 'Unknown Signal',
};

const WORDS = supplierWordsSchema.parse({});
const wordsField = (displayName: string, name: keyof typeof WORDS, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: WORDS[name].join(', '),
	description,
});

/** Gives `signal` as it is now (null when unknown) and `report` (the outcome), on the output that fits. */
export const recordChange: Operation = {
	value: 'recordChange',
	name: 'Record Change',
	action: 'Record what a supplier reported',
	description: 'Take in what the TOPdesk Trigger or Planon Trigger gave, once per change',
	readOnly: false,
	outputs: Object.values(OUTPUT_OF),
	fields: [
		{
			displayName: 'Change',
			name: 'change',
			type: 'json',
			default: '={{ $json }}',
			required: true,
			description: 'The item of the TOPdesk Trigger, TOPdesk Webhook Trigger or Planon Trigger',
		},
		wordsField(
			'Solved States',
			'solved',
			'Names of states at the supplier that mean it is done, with commas',
		),
		wordsField('Reported States', 'reported', 'Names of states that mean nobody began with it, with commas'),
		wordsField('Canceled States', 'canceled', 'Names of states that mean it will not be done, with commas'),
		actorField(),
	],
	async run({ register, read }) {
		const words = supplierWordsSchema.parse({
			solved: read('solved'),
			reported: read('reported'),
			canceled: read('canceled'),
		});
		const change = readSupplierChange(fromJson(z.unknown()).parse(read('change')), words);
		const { outcome, signal } = await register.suppliers.report(change, actorOf(read));
		return { add: { signal, report: outcome }, output: OUTPUT_OF[outcome] };
	},
};
