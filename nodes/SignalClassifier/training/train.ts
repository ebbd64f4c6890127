import type { Feature } from '../features/feature';
import { extractFeatures } from '../features/features';
import type { Confidence, FieldName, ModelFile } from '../model-file';
import { packWeights } from '../packed-weights';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../shared/domain/codebook';
import { corpusHash, type TaughtMail } from './corpus';
import { dot, trainScorer, type LinearScorer, type SparseVector } from './linear-svm';
import { loudnessOf } from './loudness';

/** Raise it when features or training change, so that registered classifications can be told apart. */
export const MODEL_NUMBER = 4;

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
	mail: TaughtMail;
	features: Feature[];
}

export const asExample = (mail: TaughtMail): Example => ({
	mail,
	features: extractFeatures({ subject: mail.subject, text: mail.body }),
});

/** In how many mails each feature is. */
function mailsPerFeature(examples: readonly Example[]): Map<string, number> {
	const mails = new Map<string, number>();
	for (const { features } of examples) {
		for (const { name } of features) mails.set(name, (mails.get(name) ?? 0) + 1);
	}
	return mails;
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
	const mails = mailsPerFeature(examples);
	const kept = [...mails.keys()].filter((name) => mails.get(name)! >= LEAST_MAILS);
	const vocabulary = new Map(kept.map((name, at) => [name, at]));
	yield;
	const loudness = loudnessOf(examples, mails);
	const perWeight = Float64Array.from(kept, loudness);
	yield;
	const vectors: SparseVector[] = [];
	for (const { features } of examples) {
		const { at, values } = vectorOf(features, vocabulary);
		vectors.push({ at, values: values.map((value, part) => value * perWeight[at[part]!]!) });
		if (vectors.length % VECTORS_PER_STEP === 0) yield;
	}
	const scorers = Object.fromEntries(
		FIELDS.map((field) => [field, []]),
	) as unknown as FieldScorers['scorers'];
	for (const field of FIELDS) {
		const judged = examples.map(({ mail }) => mail[field]);
		const isJudged = (_: unknown, at: number) => judged[at] !== undefined;
		const said = judged.filter(isJudged);
		const read = vectors.filter(isJudged);
		for (const label of LABELS[field]) {
			const positive = said.map((one) => one === label);
			const share = positive.filter(Boolean).length / said.length;
			// Rare labels weigh somewhat more, or they would never be chosen.
			const cost = positive.map(
				(yes) => COST * (yes ? Math.min(4, Math.sqrt(0.5 / Math.max(share, 0.01))) : 1),
			);
			const { weights, bias } = trainScorer(read, positive, vocabulary.size, cost);
			// Loudness goes into the weights, so that who judges a mail need not know of it.
			scorers[field].push({ weights: weights.map((weight, at) => weight * perWeight[at]!), bias });
			yield;
		}
	}
	return { vocabulary, scorers };
}

/** What comes in small steps, at once. */
export function atOnce<Result>(steps: Generator<void, Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}

export const trainScorers = (examples: readonly Example[]): FieldScorers =>
	atOnce(trainScorersInSteps(examples));

export function scoresOf(
	{ vocabulary, scorers }: FieldScorers,
	field: FieldName,
	features: readonly Feature[],
) {
	const vector = vectorOf(features, vocabulary);
	return scorers[field].map(({ weights, bias }) => dot(vector, weights) + bias);
}

export interface Calibration {
	confidence: Record<FieldName, Confidence>;
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
				...calibration.confidence[field],
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
