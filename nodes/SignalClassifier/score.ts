import { isPlainWord, type Feature } from './features/feature';
import type { Confidence, FieldName, Model } from './model-file';
import type { LabelWeights } from './packed-weights';

export interface FieldScore<Label extends string> {
	label: Label;
	/** Estimated chance that a person would choose the same label. */
	confidence: number;
	/** Chance per label, in the order of the field's labels. */
	chances: number[];
	/** Linear score per label, before calibration. */
	scores: number[];
}

/** Turns scores into chances that add up to one. Some doubt always stays: no label is surer than that allows. */
export function chancesOf(scores: readonly number[], { sharpness, doubt }: Confidence): number[] {
	const top = Math.max(...scores);
	const exponents = scores.map((score) => Math.exp((score - top) * sharpness));
	const sum = exponents.reduce((total, value) => total + value, 0);
	return exponents.map((value) => (1 - doubt) * (value / sum) + doubt / scores.length);
}

/** What one feature says for one label. */
export const weightAt = ({ scale, units }: LabelWeights, feature: number): number => units[feature]! * scale;

export const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * Scores one field of a mail.
 * @param votes what speaks for a label from outside the model, added to its score
 */
export function scoreField<Name extends FieldName>(
	model: Model,
	name: Name,
	features: readonly Feature[],
	votes: readonly { label: string; weight: number }[] = [],
): FieldScore<Model['fields'][Name]['labels'][number]> {
	const { labels, bias, weights, sharpness, doubt } = model.fields[name];
	const scores = labels.map((one, label) => {
		const voted = votes.find((vote) => vote.label === one)?.weight ?? 0;
		return features.reduce((sum, feature) => {
			const at = model.index.get(feature.name);
			return at === undefined ? sum : sum + weightAt(weights[label]!, at) * feature.value;
		}, bias[label]! + voted);
	});
	const chances = chancesOf(scores, { sharpness, doubt });
	const best = chances.indexOf(Math.max(...chances));
	return { label: labels[best]!, confidence: chances[best]!, chances, scores };
}

/** How far the best of these chances is ahead of the second. */
export function leadOf(chances: readonly number[]): number {
	const [best = 0, second = 0] = [...chances].sort((one, other) => other - one);
	return best - second;
}

/** Which share of the words of a mail the model has learned from; 0 when there are no words. */
export function knownShare(model: Pick<Model, 'index'>, features: readonly Feature[]): number {
	const words = features.filter(isPlainWord);
	return words.length === 0 ? 0 : words.filter(({ name }) => model.index.has(name)).length / words.length;
}

export interface Reason {
	field: string;
	term: string;
	weight: number;
}

/**
 * The words that spoke for a label, strongest first. What parts of a word and concepts contribute is
 * added to the word or phrase of the mail in which they were found, so that every reason can be read back.
 */
export function reasonsFor(
	model: Model,
	name: FieldName,
	label: string,
	features: readonly Feature[],
	most = 5,
): Reason[] {
	const { labels, weights } = model.fields[name];
	const row = weights[(labels as readonly string[]).indexOf(label)]!;
	const totals = new Map<string, number>();
	for (const feature of features) {
		const at = model.index.get(feature.name);
		if (at === undefined) continue;
		totals.set(feature.term, (totals.get(feature.term) ?? 0) + weightAt(row, at) * feature.value);
	}
	return [...totals]
		.filter(([term, weight]) => weight > 0.005 && (/[a-z]{3}/.test(term) || term === '?'))
		.sort(([, a], [, b]) => b - a)
		.slice(0, most)
		.map(([term, weight]) => ({ field: name, term, weight: Math.round(weight * 1000) / 1000 }));
}
