import { mailText } from '../../shared/text/mail-text';
import { tokens } from '../../shared/text/tokens';
import { conceptFeatures, sentencesOf } from './concepts';
import { add, addGrams, addStems, scaled, stemOf, type Counts } from './counts';
import type { Feature } from './feature';

export interface MailToClassify {
	subject: string;
	text: string;
	quotedText?: string;
}

/** What is longer has a log or a list in it; it says nothing more, and judging it keeps n8n from its other work. */
const MOST_CHARACTERS = 20_000;

/** How loudly each group of features speaks; chosen by cross-validation on the training corpus (decision 0022). */
const VOICES = {
	words: 0.7,
	stems: 1,
	grams: 1.2,
	opening: 0.5,
	greeting: 0.5,
	signature: 0.5,
	concepts: 0.25,
	places: 0.1,
	shape: 0.25,
};

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

/** Whom it is for: "Beste mensen van de repro". */
function greetingCounts(greeting: string): Counts {
	const words = tokens(greeting);
	const counts: Counts = new Map();
	for (const word of words) add(counts, `aanhef:=${stemOf(word)}`, word);
	return addGrams(counts, words, 'aanhef:#');
}

/** Who writes: a function, a room, a town. Names start with a capital and say nothing. */
function signatureCounts(closing: string): Counts {
	const words = closing.split(/[\s,]+/).filter((word) => /^[a-z]/.test(word));
	const counts: Counts = new Map();
	for (const word of words.flatMap(tokens)) add(counts, `slot:${stemOf(word)}`, word);
	return counts;
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
	const { subject, greeting, body, closing, replies, forwards } = mailText({
		subject: mail.subject.slice(0, MOST_CHARACTERS),
		text: mail.text.slice(0, MOST_CHARACTERS),
		quotedText: mail.quotedText?.slice(0, MOST_CHARACTERS),
	});
	const subjectWords = tokens(subject);
	const bodyWords = tokens(body);
	const words = [...subjectWords, ...bodyWords];
	const stems = addStems(addStems(new Map(), subjectWords, '='), bodyWords, '=');
	const opening = addStems(new Map(), tokens(sentencesOf(body)[0] ?? ''), 'begin:');
	return [
		...scaled(wordCounts(subjectWords, bodyWords), VOICES.words),
		...scaled(stems, VOICES.stems),
		...scaled(addGrams(new Map(), words, '#'), VOICES.grams),
		...scaled(opening, VOICES.opening),
		...scaled(greetingCounts(greeting), VOICES.greeting),
		...scaled(signatureCounts(closing), VOICES.signature),
		...conceptFeatures({ greeting, subject, body }, VOICES),
		...shapeFeatures(words, replies, forwards),
	];
}
