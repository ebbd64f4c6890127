import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_THRESHOLDS, type ReviewThresholds } from '../review-reasons';

const threshold = (
	displayName: string,
	name: keyof ReviewThresholds,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: DEFAULT_THRESHOLDS[name],
	description,
});

/** When a person must look. */
export const thresholdFields: INodeProperties[] = [
	threshold(
		'Review Below Category Confidence',
		'reviewBelowCategory',
		'A signal is marked for review by a person when its category is less sure than this, from 0 (never) to 1 (always)',
	),
	threshold(
		'Review Below Supplier Confidence',
		'reviewBelowSupplier',
		'The same for the supplier. Counts only for storing, klacht and onvrede, which go to a supplier.',
	),
	threshold(
		'Review Below No-Signal Confidence',
		'reviewBelowNoSignal',
		'The same for overig, which is put aside as no signal. Nobody sees it after that, so the model must be surer.',
	),
	threshold(
		'Review Below Lead',
		'reviewBelowLead',
		'How far the best category must be ahead of the second, or a person must look',
	),
	threshold(
		'Review Below Known Words',
		'reviewBelowKnown',
		'The share of the words that the model must know, or a person must look: below it the text is in another language or about other things',
	),
	threshold(
		'Review From Dissatisfaction Chance',
		'reviewFromDissatisfied',
		'A signal of another category is reviewed too when the chance that it is onvrede is at least this, so that no dissatisfied customer disappears in another pile',
	),
];
