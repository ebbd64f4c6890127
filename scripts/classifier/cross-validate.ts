import { CATEGORIES } from '../../nodes/shared/domain/codebook';
import type { FieldName } from '../../nodes/SignalClassifier/model-file';
import { fitPresence, fitSharpness } from './calibrate';
import { seededRandom, shuffle } from './random';
import { FIELDS, LABELS, scoresOf, trainScorers, type Calibration, type Example } from './train';

export const FOLDS = 5;

/** Scores that every mail got from a model that had not seen it: `scores[field][mail][label]`. */
export type OutOfFoldScores = Record<FieldName, number[][]>;

/** Divides the mails over the folds so that every fold has its share of each category. */
export function assignFolds(examples: readonly Example[], seed = 7): number[] {
	const fold = new Array<number>(examples.length).fill(0);
	const random = seededRandom(seed);
	let next = 0;
	for (const category of CATEGORIES) {
		const members = examples.flatMap(({ mail }, at) => (mail.category === category ? [at] : []));
		for (const at of shuffle(members, random)) fold[at] = next++ % FOLDS;
	}
	return fold;
}

export function crossValidate(examples: readonly Example[]): OutOfFoldScores {
	const fold = assignFolds(examples);
	const scores = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as OutOfFoldScores;
	for (let current = 0; current < FOLDS; current++) {
		const trained = trainScorers(examples.filter((_, at) => fold[at] !== current));
		examples.forEach(({ features }, at) => {
			if (fold[at] !== current) return;
			for (const field of FIELDS) scores[field][at] = scoresOf(trained, field, features);
		});
	}
	return scores;
}

/** Position of the right label. */
export const rightLabel = (example: Example, field: FieldName): number =>
	(LABELS[field] as readonly string[]).indexOf(example.mail[field]);

/** Makes chances out of scores, on scores of mails the scorers had not seen. */
export function calibrate(examples: readonly Example[], scores: OutOfFoldScores): Calibration {
	const sharpness = Object.fromEntries(
		FIELDS.map((field) => [
			field,
			fitSharpness(
				scores[field],
				examples.map((example) => rightLabel(example, field)),
			),
		]),
	) as Calibration['sharpness'];
	const presence = CATEGORIES.map((category, at) =>
		fitPresence(
			scores.category.map((row) => row[at]!),
			examples.map(({ mail }) => mail.category === category || mail.also.includes(category)),
		),
	);
	return { sharpness, presence };
}
