import type { Feature } from '../features/features';
import type { FieldName, Model } from '../model-file';
import { weightAt } from '../score';

/** What a word, or a sign in the form of the mail, says for (above zero) or against a label. */
export interface WordWeight {
	word: string;
	weight: number;
}

/** A sign is about the mail as a whole, and a kind such as `<datum>` about no word in particular. */
const SHAPE = /^vorm:/;
const KIND = /^<([a-z]+)>$/;

/** The words that a feature was found in; a kind is written between brackets, for it is not a word of the mail. */
const wordsOf = ({ name, term }: Feature): string[] =>
	SHAPE.test(name) ? [`(${term})`] : term.split(/\s+/).map((word) => word.replace(KIND, '($1)'));

/**
 * What each whole word says for one label, strongest first: its own weight, that of its stem and its parts, and its
 * share of the pairs and concepts that it is in.
 */
export function wordWeights(
	model: Model,
	field: FieldName,
	label: string,
	features: readonly Feature[],
): WordWeight[] {
	const { labels, weights } = model.fields[field];
	const row = weights[(labels as readonly string[]).indexOf(label)]!;
	const totals = new Map<string, number>();
	for (const feature of features) {
		const at = model.index.get(feature.name);
		if (at === undefined) continue;
		const words = wordsOf(feature);
		const share = (weightAt(row, at) * feature.value) / words.length;
		for (const word of words) totals.set(word, (totals.get(word) ?? 0) + share);
	}
	return [...totals]
		.map(([word, weight]) => ({ word, weight }))
		.sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}
