import { stemmer as dutchStem } from '@orama/stemmers/dutch';
import { mailText } from '../../shared/text/mail-text';
import { foldText, tokens } from '../../shared/text/tokens';
import { SIGNAL_CONCEPTS } from './signal-concepts';
import { SUPPLIER_CONCEPTS } from './supplier-concepts';

/** One feature of a mail. `term` is what a person can read back in the mail as the reason for it. */
export interface Feature {
	name: string;
	value: number;
	term: string;
}

export interface MailToClassify {
	subject: string;
	text: string;
	quotedText?: string;
}

/** How loudly each group of features speaks; chosen by cross-validation on the training corpus. */
const VOICES = { words: 0.7, stems: 1, grams: 1.2, concepts: 0.2, shape: 0.25 };

/** Parts of a word are this many characters long. */
const GRAM_SIZES = { shortest: 3, longest: 5 };

/** Whether a feature is one word as it was written, and not a part, a stem, a pair or a concept. */
export const isPlainWord = ({ name }: Feature): boolean => /^[a-z][a-z'-]*$/.test(name);

type Counts = Map<string, { count: number; term: string }>;

function add(counts: Counts, name: string, term: string): void {
	const known = counts.get(name);
	if (known) known.count++;
	else counts.set(name, { count: 1, term });
}

/** Sublinear counts, scaled so that a long mail speaks no louder than a short one. */
function scaled(counts: Counts, voice: number): Feature[] {
	const values = [...counts].map(([name, { count, term }]) => ({ name, term, value: 1 + Math.log(count) }));
	const length = Math.hypot(...values.map(({ value }) => value)) || 1;
	return values.map((feature) => ({ ...feature, value: (feature.value / length) * voice }));
}

function wordCounts(subject: string[], body: string[]): Counts {
	const counts: Counts = new Map();
	for (const part of [subject, body]) {
		part.forEach((word, index) => {
			add(counts, word, word);
			const next = part[index + 1];
			if (next !== undefined) add(counts, `${word} ${next}`, `${word} ${next}`);
		});
	}
	for (const word of subject) add(counts, `onderwerp:${word}`, word);
	return counts;
}

/** Words by their Dutch stem (Snowball), one and two in a row: "kapotte stoelen" is "kapot stoel". */
function stemCounts(parts: readonly string[][]): Counts {
	const counts: Counts = new Map();
	for (const words of parts) {
		const stems = words.map((word) => (/^[a-z'-]+$/.test(word) ? dutchStem(word) : word));
		stems.forEach((stem, index) => {
			add(counts, `=${stem}`, words[index]!);
			const next = stems[index + 1];
			if (next !== undefined) add(counts, `=${stem} ${next}`, `${words[index]} ${words[index + 1]}`);
		});
	}
	return counts;
}

/** Parts of words (`~` marks where a word begins or ends): what compounds and typing errors have in common. */
function gramCounts(words: string[]): Counts {
	const counts: Counts = new Map();
	for (const word of words) {
		if (!/^[a-z'-]{4,}$/.test(word)) continue;
		const marked = `~${word}~`;
		for (let size = GRAM_SIZES.shortest; size <= GRAM_SIZES.longest; size++) {
			for (let at = 0; at + size <= marked.length; at++) add(counts, `#${marked.slice(at, at + size)}`, word);
		}
	}
	return counts;
}

function conceptFeatures(text: string): Feature[] {
	return [SIGNAL_CONCEPTS, SUPPLIER_CONCEPTS].flatMap((concepts) =>
		Object.entries(concepts).flatMap(([name, pattern]) => {
			const matches = [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
			if (matches.length === 0) return [];
			// The first mention counts most, the fourth and later ones no more than the third.
			const value = VOICES.concepts * (1 + 0.5 * Math.min(matches.length - 1, 2));
			return [{ name: `begrip:${name}`, term: matches[0]![0].trim().slice(0, 60), value }];
		}),
	);
}

/** Signs in the form of the mail: its length, its questions, its dates, being a reply. */
function shapeFeatures(words: string[], replies: number, forwards: number): Feature[] {
	const dates = words.filter((word) => word === '<datum>').length;
	const questions = words.filter((word) => word === '?').length;
	const shapes: [boolean, string][] = [
		[words.length < 25, 'kort bericht'],
		[words.length > 120, 'lang bericht'],
		[questions === 0, 'geen vraag'],
		[questions >= 2, 'meer dan een vraag'],
		[dates >= 2, 'meer dan een datum'],
		[replies > 0, 'antwoord op eerder bericht'],
		[forwards > 0, 'doorgestuurd bericht'],
	];
	return shapes
		.filter(([present]) => present)
		.map(([, term]) => ({ name: `vorm:${term}`, term, value: VOICES.shape }));
}

/** Everything the model looks at in a mail. Deterministic; the order is that of first mention. */
export function extractFeatures(mail: MailToClassify): Feature[] {
	const { subject, body, replies, forwards } = mailText(mail);
	const subjectWords = tokens(subject);
	const bodyWords = tokens(body);
	const words = [...subjectWords, ...bodyWords];
	return [
		...scaled(wordCounts(subjectWords, bodyWords), VOICES.words),
		...scaled(stemCounts([subjectWords, bodyWords]), VOICES.stems),
		...scaled(gramCounts(words), VOICES.grams),
		...conceptFeatures(foldText(`${subject}\n${body}`)),
		...shapeFeatures(words, replies, forwards),
	];
}
