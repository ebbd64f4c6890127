import { CATEGORIES } from '../../shared/domain/codebook';
import type { FieldName } from '../model-file';
import { fitConfidence, fitPresence } from './calibrate';
import { isCorrection } from './corrected-mail';
import { groupsOf } from './groups';
import { seededRandom, shuffle } from './random';
import {
	atOnce,
	FIELDS,
	LABELS,
	scoresOf,
	trainScorersInSteps,
	type Calibration,
	type Example,
} from './train';

export const FOLDS = 5;
/** Few, since each is a training of its own while n8n has other things to do. */
const RETRAIN_FOLDS = 3;

/** Scores that every mail got from a model that had not seen it: `scores[field][mail][label]`. */
export type OutOfFoldScores = Record<FieldName, number[][]>;

/** Divides groups of mails (by position) over folds of about the same size; a group is in one fold. */
function foldsOf(groups: readonly number[][], folds: number, seed: number): number[] {
	const fold = new Array<number>(groups.flat().length).fill(0);
	const sizes = new Array<number>(folds).fill(0);
	// The large ones first, or the last of them would make one fold much larger than the others.
	const order = shuffle([...groups], seededRandom(seed)).sort((a, b) => b.length - a.length);
	for (const members of order) {
		const smallest = sizes.indexOf(Math.min(...sizes));
		for (const at of members) fold[at] = smallest;
		sizes[smallest]! += members.length;
	}
	return fold;
}

/** A writer's mails, and a thread's, are in one fold. */
export const foldsByWriter = (examples: readonly Example[], seed = 7): number[] =>
	foldsOf(groupsOf(examples.map(({ mail }) => mail)), FOLDS, seed);

/** The corpus file of a mail, by the start of its id: `T2` of `T2-001`. */
export const fileOf = ({ mail }: Example): string => mail.id.split('-')[0]!;

/** One fold per corpus file. Each file was written by one hand, so this is as hard as mail from elsewhere. */
export function foldsByFile(examples: readonly Example[]): number[] {
	const files = [...new Set(examples.map(fileOf))];
	return examples.map((example) => files.indexOf(fileOf(example)));
}

/**
 * The same with a few files in a fold, for who has little time. Of the signals that people judged, a writer's are in one
 * fold, and a thread's.
 */
export function foldsByFiles(examples: readonly Example[], seed = 7): number[] {
	const together = examples.map((example) =>
		isCorrection(example.mail) ? example.mail : { author: `file ${fileOf(example)}` },
	);
	return foldsOf(groupsOf(together), RETRAIN_FOLDS, seed);
}

/** In small steps. @param fold for each mail the number of its fold, from 0 on */
export function* crossValidateInSteps(
	examples: readonly Example[],
	fold: readonly number[],
): Generator<void, OutOfFoldScores> {
	const scores = Object.fromEntries(FIELDS.map((field) => [field, []])) as unknown as OutOfFoldScores;
	for (let current = 0; current <= Math.max(...fold); current++) {
		const trained = yield* trainScorersInSteps(examples.filter((_, at) => fold[at] !== current));
		examples.forEach(({ features }, at) => {
			if (fold[at] !== current) return;
			for (const field of FIELDS) scores[field][at] = scoresOf(trained, field, features);
		});
		yield;
	}
	return scores;
}

export const crossValidate = (examples: readonly Example[], fold: readonly number[]): OutOfFoldScores =>
	atOnce(crossValidateInSteps(examples, fold));

/** Position of the right label; -1 when nobody judged that field. */
export const rightLabel = ({ mail }: Example, field: FieldName): number =>
	(LABELS[field] as readonly (string | undefined)[]).indexOf(mail[field]);

/** Makes chances out of scores, on scores of mails the scorers had not seen. In small steps. */
export function* calibrateInSteps(
	examples: readonly Example[],
	scores: OutOfFoldScores,
): Generator<void, Calibration> {
	const confidence = {} as Calibration['confidence'];
	for (const field of FIELDS) {
		const right = examples.map((example) => rightLabel(example, field));
		const isJudged = (_: unknown, at: number) => right[at] !== -1;
		confidence[field] = fitConfidence(scores[field].filter(isJudged), right.filter(isJudged));
		yield;
	}
	const presence = CATEGORIES.map((category, at) =>
		fitPresence(
			scores.category.map((row) => row[at]!),
			examples.map(({ mail }) => mail.category === category || mail.also.includes(category)),
		),
	);
	return { confidence, presence };
}

export const calibrate = (examples: readonly Example[], scores: OutOfFoldScores): Calibration =>
	atOnce(calibrateInSteps(examples, scores));
