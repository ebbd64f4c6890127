import type { Category } from '../shared/domain/codebook';
import { NO_FLAGS, type Classification, type SignalFlags } from '../shared/domain/signal';
import { extractFeatures, type MailToClassify } from './features/features';
import { loadModel, type Model } from './model-file';
import { ruleFor } from './rules';
import { knownShare, leadOf, reasonsFor, scoreField, sigmoid } from './score';
import { reviewReasons, type ReviewThresholds } from './review-reasons';
import { ALSO_FROM } from './thresholds';

/** A signal, or as much of one as is needed to classify it. */
export interface SignalToClassify extends MailToClassify {
	flags?: SignalFlags;
}

export interface ClassifyOptions extends ReviewThresholds {
	/** Another model than the one that comes with the node. */
	model?: Model;
}

let ownModel: Model | undefined;

const round = (chance: number): number => Math.round(chance * 1000) / 1000;

/** Categories, other than the main one, that are in the text by their own calibrated chance. */
function sideCategories(model: Model, scores: readonly number[], main: Category): Category[] {
	const { labels } = model.fields.category;
	return labels.filter((label, at) => {
		const { slope, offset } = model.presence[at]!;
		const excluded = label === main || label === 'overig' || main === 'overig';
		return !excluded && sigmoid(slope * scores[at]! + offset) >= ALSO_FROM;
	});
}

/**
 * Classifies a signal by the codebook: what the mail's headers say by rule, the rest by the model.
 * `review` is true when a person must look. Throws `ModelFileError` when the model is damaged.
 */
export function classify(signal: SignalToClassify, options: ClassifyOptions = {}): Classification {
	const model = options.model ?? (ownModel ??= loadModel());
	const ruled = ruleFor(signal.flags ?? NO_FLAGS, model.modelVersion);
	if (ruled) return ruled;

	const features = extractFeatures(signal);
	const category = scoreField(model, 'category', features);
	const supplier = scoreField(model, 'supplier', features);
	const urgency = scoreField(model, 'urgency', features);
	const sentiment = scoreField(model, 'sentiment', features);
	const reasons = reviewReasons(
		{ category, lead: leadOf(category.chances), supplier, known: knownShare(model, features) },
		options,
	);
	return {
		category: category.label,
		also: sideCategories(model, category.scores, category.label),
		supplier: supplier.label,
		urgency: urgency.label,
		sentiment: sentiment.label,
		confidence: {
			category: round(category.confidence),
			supplier: round(supplier.confidence),
			urgency: round(urgency.confidence),
			sentiment: round(sentiment.confidence),
		},
		review: reasons.length > 0,
		reviewReasons: reasons,
		decidedBy: 'model',
		evidence: [
			...reasonsFor(model, 'category', category.label, features),
			...reasonsFor(model, 'supplier', supplier.label, features),
			...reasonsFor(model, 'urgency', urgency.label, features, 3),
			...reasonsFor(model, 'sentiment', sentiment.label, features, 3),
		],
		modelVersion: model.modelVersion,
	};
}
