import type { INodeProperties } from 'n8n-workflow';
import {
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_KNOWN,
	REVIEW_BELOW_LEAD,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
} from '../thresholds';
import { forClassify } from './shared';

const threshold = (
	displayName: string,
	name: string,
	byDefault: number,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
	default: byDefault,
	description,
	displayOptions: forClassify,
});

/** When a person must look. */
export const thresholdFields: INodeProperties[] = [
	threshold(
		'Review Below Category Confidence',
		'reviewBelowCategory',
		REVIEW_BELOW_CATEGORY,
		'A signal is marked for review by a person when its category is less sure than this, from 0 (never) to 1 (always)',
	),
	threshold(
		'Review Below Supplier Confidence',
		'reviewBelowSupplier',
		REVIEW_BELOW_SUPPLIER,
		'The same for the supplier. Counts only for storing, klacht and onvrede, which go to a supplier.',
	),
	threshold(
		'Review Below No-Signal Confidence',
		'reviewBelowNoSignal',
		REVIEW_BELOW_NO_SIGNAL,
		'The same for overig, which is put aside as no signal. Nobody sees it after that, so the model must be surer.',
	),
	threshold(
		'Review Below Lead',
		'reviewBelowLead',
		REVIEW_BELOW_LEAD,
		'How far the best category must be ahead of the second, or a person must look',
	),
	threshold(
		'Review Below Known Words',
		'reviewBelowKnown',
		REVIEW_BELOW_KNOWN,
		'The share of the words that the model must know, or a person must look: below it the text is in another language or about other things',
	),
];
