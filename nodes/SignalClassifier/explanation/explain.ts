import type { Category } from '../../shared/domain/codebook';
import type { Classification } from '../../shared/domain/signal';
import type { FieldName } from '../model-file';
import { highlightedHtml } from './highlight';
import type { WordWeight } from './word-weights';

/** The words for and against what was decided for one field, strongest first. */
export interface FieldExplanation {
	field: FieldName;
	label: string;
	for: WordWeight[];
	against: WordWeight[];
}

/** Why a signal was classified as it was, as data and for people. It holds words of the mail. */
export interface Explanation {
	/** What this organisation calls the category. */
	categoryName: string;
	fields: FieldExplanation[];
	/** Plain Dutch: a list of a few lines that begin with `- `, as a mail of the Signal Mailbox shows a list. */
	text: string;
	/** A fragment of HTML with the words marked in the message; everything in it is escaped. */
	html: string;
}

/** Own names of categories, where they differ from those of the codebook. */
export type CategoryNames = Partial<Record<Category, string>>;

/** Per field every word with its weight. */
export type WordsPerField = Record<FieldName, WordWeight[]>;

const MOST_WORDS = 8;
/** A word that says less than this is not worth reading about. */
const LEAST_WEIGHT = 0.02;
/** A word has three letters at least; a question mark is one of the strongest signs. */
const isReadable = ({ word }: WordWeight): boolean => /\p{L}{3}/u.test(word) || word === '?';

function explainField(field: FieldName, label: string, words: readonly WordWeight[]): FieldExplanation {
	const readable = words.filter(isReadable);
	const round = ({ word, weight }: WordWeight) => ({ word, weight: Math.round(weight * 1000) / 1000 });
	return {
		field,
		label,
		for: readable
			.filter(({ weight }) => weight >= LEAST_WEIGHT)
			.slice(0, MOST_WORDS)
			.map(round),
		against: readable
			.filter(({ weight }) => weight <= -LEAST_WEIGHT)
			.slice(0, MOST_WORDS)
			.map(round),
	};
}

const listed = (words: readonly WordWeight[]): string => words.map(({ word }) => word).join(', ');

/** Lines such as "Voor soort klacht: koud, alweer". */
function linesOf({ field, label, ...words }: FieldExplanation, shownLabel: string): string[] {
	const about = `${field === 'category' ? 'soort' : 'leverancier'} ${shownLabel || label}`;
	return [
		...(words.for.length > 0 ? [`Voor ${about}: ${listed(words.for)}`] : []),
		...(words.against.length > 0 ? [`Tegen ${about}: ${listed(words.against)}`] : []),
	];
}

/** Puts together why a signal was classified as it was. Where a rule decided there are no words, and the text says so. */
export function explain(
	mail: { subject: string; text: string },
	classification: Classification,
	words: WordsPerField | null,
	names: CategoryNames = {},
): Explanation {
	const categoryName = names[classification.category] || classification.category;
	const fields = words
		? (Object.keys(words) as FieldName[]).map((field) =>
				explainField(field, classification[field], words[field]),
			)
		: [];
	const [category, supplier] = (['category', 'supplier'] as const).map((name) =>
		fields.find(({ field }) => field === name),
	);
	const percent = Math.round(classification.confidence.category * 100);
	const lines = [
		`Soort ${categoryName}, ${percent}% zeker. Leverancier ${classification.supplier}.`,
		...(classification.reviewReasons.length > 0
			? [`Kijk zelf, want ${classification.reviewReasons.join('; ')}.`]
			: []),
		...(category
			? linesOf(category, categoryName)
			: ['Dit is niet aan de woorden te zien: een regel besliste.']),
		...(supplier && supplier.label !== 'onbekend' ? linesOf(supplier, supplier.label) : []),
	];
	return {
		categoryName,
		fields,
		text: lines.map((line) => `- ${line}`).join('\n'),
		html: highlightedHtml(mail, lines, { ...(category ?? { for: [], against: [] }), name: categoryName }),
	};
}
