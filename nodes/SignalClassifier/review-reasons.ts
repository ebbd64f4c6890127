import type { Category, Supplier } from '../shared/domain/codebook';
import {
	NEEDS_SUPPLIER,
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_KNOWN,
	REVIEW_BELOW_LEAD,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
} from './thresholds';

/** From 0 to 1: below these a person must look. The defaults are those of `thresholds.ts`. */
export interface ReviewThresholds {
	reviewBelowCategory?: number;
	/** Counts where the category needs a supplier (storing, klacht, onvrede). */
	reviewBelowSupplier?: number;
	/** Counts for overig, which is put aside as no signal. */
	reviewBelowNoSignal?: number;
	/** How far the best category must be ahead of the second. */
	reviewBelowLead?: number;
	/** The share of the words that the model knows; below it the text is in another language or about other things. */
	reviewBelowKnown?: number;
}

export const DEFAULT_THRESHOLDS: Required<ReviewThresholds> = {
	reviewBelowCategory: REVIEW_BELOW_CATEGORY,
	reviewBelowSupplier: REVIEW_BELOW_SUPPLIER,
	reviewBelowNoSignal: REVIEW_BELOW_NO_SIGNAL,
	reviewBelowLead: REVIEW_BELOW_LEAD,
	reviewBelowKnown: REVIEW_BELOW_KNOWN,
};

export interface Judgement<Label> {
	label: Label;
	confidence: number;
}

export interface Judged {
	category: Judgement<Category>;
	/** Confidence of the best category minus that of the second. */
	lead: number;
	supplier: Judgement<Supplier>;
	/** Share of the words that the model knows. */
	known: number;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Why a person must look, in words for that person; empty when nobody has to. */
export function reviewReasons(
	{ category, lead, supplier, known }: Judged,
	thresholds: ReviewThresholds = {},
): string[] {
	const limits = { ...DEFAULT_THRESHOLDS, ...thresholds };
	const reasons: string[] = [];
	if (known < limits.reviewBelowKnown) {
		reasons.push(`maar ${percent(known)} van de woorden is bekend`);
	}
	const noSignal = category.label === 'overig';
	const least = noSignal ? limits.reviewBelowNoSignal : limits.reviewBelowCategory;
	if (category.confidence < least) {
		reasons.push(`soort ${category.label} is maar ${percent(category.confidence)} zeker`);
	} else if (lead < limits.reviewBelowLead) {
		reasons.push('twee soorten passen bijna even goed');
	}
	if (!NEEDS_SUPPLIER.has(category.label)) return reasons;
	if (supplier.label === 'onbekend') {
		reasons.push('de leverancier is onbekend');
	} else if (supplier.confidence < limits.reviewBelowSupplier) {
		reasons.push(`leverancier ${supplier.label} is maar ${percent(supplier.confidence)} zeker`);
	}
	return reasons;
}
