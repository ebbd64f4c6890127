import { CATEGORIES } from '../../nodes/shared/domain/codebook';
import type { FieldName } from '../../nodes/SignalClassifier/model-file';
import { fitPresence, fitSharpness } from './calibrate';
import { groupsOf } from './groups';
import { seededRandom, shuffle } from '../../nodes/SignalClassifier/training/random';
import {
	FIELDS,
	LABELS,
	scoresOf,
	trainScorers,
	type Calibration,
	type Example,
} from '../../nodes/SignalClassifier/training/train';

export const FOLDS = 5;

/** Scores that every mail got from a model that had not seen it: `scores[field][mail][label]`. */
export type OutOfFoldScores = Record<FieldName, number[][]>;

/** Divides the mails over folds of about the same size; a writer's mails, and a thread's, are in one fold. */
export function foldsByWriter(examples: readonly Example[], seed = 7): number[] {
	const groups = groupsOf(examples.map(({ mail }) => mail));
	const fold = new Array<number>(examples.length).fill(0);
	const sizes = new Array<number>(FOLDS).fill(0);
	// The large ones first, or the last of them would make one fold much larger than the others.
	const order = shuffle(groups, seededRandom(seed)).sort((a, b) => b.length - a.length);
	for (const members of order) {
		const smallest = sizes.indexOf(Math.min(...sizes));
		for (const at of members) fold[at] = smallest;
		sizes[smallest]! += members.length;
	}
	return fold;
}

/** The corpus file of a mail, by the start of its id: `T2` of `T2-001`. */
export const fileOf = ({ mail }: Example): string => mail.id.split('-')[0]!;

/** One fold per corpus file. Each file was written by one hand, so this is as hard as mail from elsewhere. */
export function foldsByFile(examples: readonly Example[]): number[] {
	const files = [...new Set(examples.map(fileOf))];
	return examples.map((example) => files.indexOf(fileOf(example)));
}

/** @param fold for each mail the number of its fold, from 0 on */
export function crossValidate(examples: readonly Example[], fold: readonly number[]): OutOfFoldScores {
	const scores = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as OutOfFoldScores;
	for (let current = 0; current <= Math.max(...fold); current++) {
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
