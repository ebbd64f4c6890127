import type { Category, Supplier } from '../shared/domain/codebook';
import {
	NEEDS_SUPPLIER,
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
} from './thresholds';

/** Confidences, from 0 to 1, below which a person must look; the defaults are those of `thresholds.ts`. */
export interface ReviewThresholds {
	reviewBelowCategory?: number;
	/** Counts where the category needs a supplier (storing, klacht, onvrede). */
	reviewBelowSupplier?: number;
	/** Counts for overig, which is put aside as no signal. */
	reviewBelowNoSignal?: number;
}

interface Judgement<Label> {
	label: Label;
	confidence: number;
}

/** Whether a person must look: a field that decides what happens next is not sure enough. */
export function needsReview(
	category: Judgement<Category>,
	supplier: Judgement<Supplier>,
	thresholds: ReviewThresholds = {},
): boolean {
	if (category.confidence < (thresholds.reviewBelowCategory ?? REVIEW_BELOW_CATEGORY)) return true;
	if (category.label === 'overig') {
		return category.confidence < (thresholds.reviewBelowNoSignal ?? REVIEW_BELOW_NO_SIGNAL);
	}
	if (!NEEDS_SUPPLIER.has(category.label)) return false;
	return (
		supplier.label === 'onbekend' ||
		supplier.confidence < (thresholds.reviewBelowSupplier ?? REVIEW_BELOW_SUPPLIER)
	);
}
