import { foldText } from '../../shared/text/tokens';
import type { Feature } from './feature';
import { SIGNAL_CONCEPTS } from './signal-concepts';
import { SUPPLIER_CONCEPTS } from './supplier-concepts';

/** The parts of a mail in which concepts are looked for. */
export interface ConceptText {
	greeting: string;
	subject: string;
	body: string;
}

/** How loudly a concept speaks, and how loudly the place where it stands. */
export interface ConceptVoices {
	concepts: number;
	places: number;
}

const all = (pattern: RegExp): RegExp => new RegExp(pattern, `${pattern.flags}g`);
const CONCEPTS = [
	...Object.entries(SIGNAL_CONCEPTS).map(([name, pattern]) => ({
		name,
		pattern: all(pattern),
		aboutSupplier: false,
	})),
	...Object.entries(SUPPLIER_CONCEPTS).map(([name, pattern]) => ({
		name,
		pattern: all(pattern),
		aboutSupplier: true,
	})),
];

const TERM_LENGTH = 60;

/** What was found, as whole words. */
const termOf = (found: string): string =>
	found
		.slice(0, TERM_LENGTH)
		.replace(found.length > TERM_LENGTH ? /\s\S*$/ : '', '')
		.replace(/[^a-z0-9?'-]+/g, ' ')
		.trim();

/** Sentences that hold a word; a line end ends one too. */
export const sentencesOf = (text: string): string[] =>
	text.split(/(?<=[.?!])\s+|\n+/).filter((sentence) => /[a-z]{2}/i.test(sentence));

/** The first mention counts most, the fourth and later ones no more than the third. */
const strength = (mentions: number): number => 1 + 0.5 * Math.min(mentions - 1, 2);

/**
 * The concepts in a mail, and where they stand: what somebody asks in the last sentence or calls it in the
 * subject says more than the same words half-way. The greeting tells the supplier ("Beste mensen van de
 * repro") but not what the signal is.
 */
export function conceptFeatures(parts: ConceptText, voices: ConceptVoices): Feature[] {
	const greeting = foldText(parts.greeting);
	const subject = foldText(parts.subject);
	const body = foldText(parts.body);
	const text = `${greeting}\n${subject}\n${body}`;
	const subjectAt = greeting.length + 1;
	const bodyAt = subjectAt + subject.length + 1;
	const sentences = sentencesOf(body);
	const firstEnds = bodyAt + body.indexOf(sentences[0] ?? '') + (sentences[0]?.length ?? 0);
	const lastStarts = bodyAt + body.lastIndexOf(sentences.at(-1) ?? '');
	const places = (at: number): string[] => {
		if (at < bodyAt) return at < subjectAt ? [] : ['onderwerp'];
		return [...(at < firstEnds ? ['eerste zin'] : []), ...(at >= lastStarts ? ['laatste zin'] : [])];
	};
	return CONCEPTS.flatMap(({ name, pattern, aboutSupplier }) => {
		const found = [...text.matchAll(pattern)].filter(({ index }) => aboutSupplier || index >= subjectAt);
		if (found.length === 0) return [];
		const term = termOf(found[0]![0]);
		const perPlace = new Map<string, number>();
		for (const { index } of found) {
			for (const place of places(index)) perPlace.set(place, (perPlace.get(place) ?? 0) + 1);
		}
		return [
			{ name: `begrip:${name}`, term, value: voices.concepts * strength(found.length) },
			...[...perPlace].map(([place, mentions]) => ({
				name: `begrip:${name} (${place})`,
				term,
				value: voices.places * strength(mentions),
			})),
		];
	});
}
