import type { Category } from '../shared/domain/codebook';
import { NO_FLAGS, type Classification, type SignalFlags } from '../shared/domain/signal';
import { extractFeatures, type Feature, type MailToClassify } from './features/features';
import { loadModel, type FieldName, type Model } from './model-file';
import { ruleFor } from './rules';
import { knownShare, leadOf, reasonsFor, scoreField, sigmoid, type FieldScore } from './score';
import { reviewReasons, type ReviewThresholds } from './review-reasons';
import { aliasVotes, type SupplierAlias, type Vote } from './supplier-aliases';
import { ALSO_FROM } from './thresholds';

/** A signal, or as much of one as is needed to classify it. */
export interface SignalToClassify extends MailToClassify {
	flags?: SignalFlags;
}

export interface ClassifyOptions extends ReviewThresholds {
	/** Another model than the one that comes with the node. */
	model?: Model;
	/** What suppliers are called here; a mention is a vote for that supplier. */
	supplierAliases?: readonly SupplierAlias[];
}

let ownModel: Model | undefined;

/** Thousandths say more than anybody needs. */
export const roundChance = (chance: number): number => Math.round(chance * 1000) / 1000;

/** Categories, other than the main one, that are in the text by their own calibrated chance. */
function sideCategories(model: Model, scores: readonly number[], main: Category): Category[] {
	const { labels } = model.fields.category;
	return labels.filter((label, at) => {
		const { slope, offset } = model.presence[at]!;
		const excluded = label === main || label === 'overig' || main === 'overig';
		return !excluded && sigmoid(slope * scores[at]! + offset) >= ALSO_FROM;
	});
}

/** What the model made of a signal. */
export interface Judgement {
	classification: Classification;
	/** What the model looked at; null when a rule decided without it. */
	read: {
		model: Model;
		features: readonly Feature[];
		scores: { [Name in FieldName]: FieldScore<Model['fields'][Name]['labels'][number]> };
		/** What own aliases said beside the model. */
		votes: readonly Vote[];
		/** Share of the words that the model knows. */
		known: number;
	} | null;
}

/**
 * Judges a signal by the codebook: what the mail's headers say by rule, the rest by the model.
 * `review` is true when a person must look. Throws `ModelFileError` when the model is damaged.
 */
export function judge(signal: SignalToClassify, options: ClassifyOptions = {}): Judgement {
	const model = options.model ?? (ownModel ??= loadModel());
	const ruled = ruleFor(signal.flags ?? NO_FLAGS, model.modelVersion);
	if (ruled) return { classification: ruled, read: null };

	const features = extractFeatures(signal);
	const votes = aliasVotes(signal, options.supplierAliases);
	const category = scoreField(model, 'category', features);
	const supplier = scoreField(model, 'supplier', features, votes);
	const urgency = scoreField(model, 'urgency', features);
	const sentiment = scoreField(model, 'sentiment', features);
	const known = knownShare(model, features);
	const reasons = reviewReasons({ category, lead: leadOf(category.chances), supplier, known }, options);
	const classification: Classification = {
		category: category.label,
		also: sideCategories(model, category.scores, category.label),
		supplier: supplier.label,
		urgency: urgency.label,
		sentiment: sentiment.label,
		confidence: {
			category: roundChance(category.confidence),
			supplier: roundChance(supplier.confidence),
			urgency: roundChance(urgency.confidence),
			sentiment: roundChance(sentiment.confidence),
		},
		review: reasons.length > 0,
		reviewReasons: reasons,
		decidedBy: 'model',
		evidence: [
			...reasonsFor(model, 'category', category.label, features),
			...votes
				.filter(({ label }) => label === supplier.label)
				.map(({ field, term, weight }) => ({ field, term, weight })),
			...reasonsFor(model, 'supplier', supplier.label, features),
			...reasonsFor(model, 'urgency', urgency.label, features, 3),
			...reasonsFor(model, 'sentiment', sentiment.label, features, 3),
		],
		modelVersion: model.modelVersion,
	};
	return {
		classification,
		read: { model, features, scores: { category, supplier, urgency, sentiment }, votes, known },
	};
}

/** Only the outcome of `judge`. */
export const classify = (signal: SignalToClassify, options: ClassifyOptions = {}): Classification =>
	judge(signal, options).classification;
