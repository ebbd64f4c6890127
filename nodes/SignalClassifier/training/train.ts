import type { Feature } from '../features/feature';
import { extractFeatures } from '../features/features';
import type { FieldName, ModelFile } from '../model-file';
import { packWeights } from '../packed-weights';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../shared/domain/codebook';
import { corpusHash, type LabelledMail } from './corpus';
import { dot, trainScorer, type LinearScorer, type SparseVector } from './linear-svm';

/** Raise it when features or training change, so that registered classifications can be told apart. */
export const MODEL_NUMBER = 3;

export const LABELS = {
	category: CATEGORIES,
	supplier: SUPPLIERS,
	urgency: URGENCIES,
	sentiment: SENTIMENTS,
} as const satisfies Record<FieldName, readonly string[]>;
export const FIELDS = Object.keys(LABELS) as FieldName[];

const COST = 0.5;
/** A feature must be in at least this many mails: what one mail says alone is a name or chance. */
const LEAST_MAILS = 2;
/** A feature whose weight is smaller than this for every label is left out of the file. */
const SMALLEST_WEIGHT = 0.02;

/** How many mails are made ready in one step. */
const VECTORS_PER_STEP = 50;

export interface FieldScorers {
	vocabulary: Map<string, number>;
	scorers: Record<FieldName, LinearScorer[]>;
}

export interface Example {
	mail: LabelledMail;
	features: Feature[];
}

export const asExample = (mail: LabelledMail): Example => ({
	mail,
	features: extractFeatures({ subject: mail.subject, text: mail.body }),
});

function buildVocabulary(examples: readonly Example[]): Map<string, number> {
	const mails = new Map<string, number>();
	for (const { features } of examples) {
		for (const { name } of features) mails.set(name, (mails.get(name) ?? 0) + 1);
	}
	const kept = [...mails].filter(([, count]) => count >= LEAST_MAILS).map(([name]) => name);
	return new Map(kept.map((name, at) => [name, at]));
}

export function vectorOf(
	features: readonly Feature[],
	vocabulary: ReadonlyMap<string, number>,
): SparseVector {
	const known = features.flatMap(({ name, value }) => {
		const at = vocabulary.get(name);
		return at === undefined ? [] : [{ at, value }];
	});
	return {
		at: Int32Array.from(known, ({ at }) => at),
		values: Float64Array.from(known, ({ value }) => value),
	};
}

/** Trains one scorer per label of every field, in small steps, for who has other things to do in between. */
export function* trainScorersInSteps(examples: readonly Example[]): Generator<void, FieldScorers> {
	const vocabulary = buildVocabulary(examples);
	yield;
	const vectors: SparseVector[] = [];
	for (const { features } of examples) {
		vectors.push(vectorOf(features, vocabulary));
		if (vectors.length % VECTORS_PER_STEP === 0) yield;
	}
	const scorers = Object.fromEntries(
		FIELDS.map((field) => [field, []]),
	) as unknown as FieldScorers['scorers'];
	for (const field of FIELDS) {
		for (const label of LABELS[field]) {
			const positive = examples.map(({ mail }) => mail[field] === label);
			const share = positive.filter(Boolean).length / examples.length;
			// Rare labels weigh somewhat more, or they would never be chosen.
			const cost = positive.map(
				(yes) => COST * (yes ? Math.min(4, Math.sqrt(0.5 / Math.max(share, 0.01))) : 1),
			);
			scorers[field].push(trainScorer(vectors, positive, vocabulary.size, cost));
			yield;
		}
	}
	return { vocabulary, scorers };
}

/** The same, at once. */
export function trainScorers(examples: readonly Example[]): FieldScorers {
	const steps = trainScorersInSteps(examples);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

export function scoresOf(
	{ vocabulary, scorers }: FieldScorers,
	field: FieldName,
	features: readonly Feature[],
) {
	const vector = vectorOf(features, vocabulary);
	return scorers[field].map(({ weights, bias }) => dot(vector, weights) + bias);
}

export interface Calibration {
	sharpness: Record<FieldName, number>;
	presence: ModelFile['presence'];
}

/** Makes the model file: scorers on all mails, pruned, with the calibration found by cross-validation. */
export function buildModel(
	examples: readonly Example[],
	calibration: Calibration,
	{ vocabulary, scorers } = trainScorers(examples),
): ModelFile {
	const kept = [...vocabulary].filter(([, at]) =>
		FIELDS.some((field) => scorers[field].some(({ weights }) => Math.abs(weights[at]!) >= SMALLEST_WEIGHT)),
	);
	const fields = Object.fromEntries(
		FIELDS.map((field) => [
			field,
			{
				labels: LABELS[field],
				bias: scorers[field].map(({ bias }) => Math.round(bias * 1e6) / 1e6),
				weights: scorers[field].map(({ weights }) => packWeights(kept.map(([, at]) => weights[at]!))),
				sharpness: calibration.sharpness[field],
			},
		]),
	) as unknown as ModelFile['fields'];
	const sha256 = corpusHash(examples.map(({ mail }) => mail));
	return {
		modelVersion: `${MODEL_NUMBER}-${sha256.slice(0, 8)}`,
		trainedOn: { sha256, mails: examples.length },
		vocabulary: kept.map(([name]) => name).join('\n'),
		fields,
		presence: calibration.presence,
	};
}
