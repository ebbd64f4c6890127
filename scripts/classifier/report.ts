import { chancesOf, leadOf } from '../../nodes/SignalClassifier/score';
import { reviewReasons, type ReviewThresholds } from '../../nodes/SignalClassifier/review-reasons';
import {
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
	REVIEW_FROM_DISSATISFIED,
} from '../../nodes/SignalClassifier/thresholds';
import { CATEGORIES } from '../../nodes/shared/domain/codebook';
import type { FieldName } from '../../nodes/SignalClassifier/model-file';
import {
	calibrate,
	crossValidate,
	fileOf,
	FOLDS,
	foldsByFile,
	foldsByWriter,
	rightLabel,
	type OutOfFoldScores,
} from '../../nodes/SignalClassifier/training/cross-validate';
import {
	accuracy,
	afterReview,
	calibrationError,
	confusion,
	coverageCurve,
	macroF1,
	recall,
	share,
	type Decision,
} from '../../nodes/SignalClassifier/training/metrics';
import { FIELDS, LABELS, type Calibration, type Example } from '../../nodes/SignalClassifier/training/train';

interface FieldDecision extends Decision {
	/** How far the best label was ahead of the second. */
	lead: number;
	/** Of the category: the chance of onvrede. */
	dissatisfied: number;
}

const ONVREDE = CATEGORIES.indexOf('onvrede');

type Decisions = Record<FieldName, FieldDecision[]>;

function decide(
	examples: readonly Example[],
	scores: OutOfFoldScores,
	{ confidence: fitted }: Calibration,
): Decisions {
	const decideField = (field: FieldName): FieldDecision[] =>
		examples.map((example, at) => {
			const chances = chancesOf(scores[field][at]!, fitted[field]);
			const confidence = Math.max(...chances);
			const label = chances.indexOf(confidence);
			return {
				label,
				right: rightLabel(example, field),
				confidence,
				lead: leadOf(chances),
				dissatisfied: field === 'category' ? chances[ONVREDE]! : 0,
			};
		});
	return Object.fromEntries(FIELDS.map((field) => [field, decideField(field)])) as Decisions;
}

/** Which mails would go through without a person, as `classify` decides it. */
function decidedWithoutReview({ category, supplier }: Decisions, thresholds: ReviewThresholds): number[] {
	return category.flatMap((decision, at) => {
		const named = supplier[at]!;
		const reasons = reviewReasons(
			{
				category: { label: LABELS.category[decision.label]!, confidence: decision.confidence },
				lead: decision.lead,
				dissatisfied: decision.dissatisfied,
				supplier: { label: LABELS.supplier[named.label]!, confidence: named.confidence },
				// The corpus is what the model knows; other languages are not in it.
				known: 1,
			},
			thresholds,
		);
		return reasons.length > 0 ? [] : [at];
	});
}

/** What these thresholds leave to the classifier alone, and what a person catches of what it would get wrong. */
function outcome(decisions: Decisions, thresholds: ReviewThresholds = {}) {
	const decided = decidedWithoutReview(decisions, thresholds);
	const isDecided = new Set(decided);
	const ofDecided = (field: FieldName) => accuracy(decided.map((at) => decisions[field][at]!));
	return {
		share: share(decided.length, decisions.category.length),
		categoryRight: ofDecided('category'),
		supplierRight: ofDecided('supplier'),
		/** A dissatisfied customer whom a person looks at is not lost in another pile. */
		onvredeCaught: recall(
			afterReview(decisions.category, (at) => !isDecided.has(at)),
			ONVREDE,
		),
	};
}

function summary(decisions: Decisions) {
	return {
		mails: decisions.category.length,
		fields: Object.fromEntries(
			FIELDS.map((field) => [
				field,
				{
					accuracy: accuracy(decisions[field]),
					macroF1: macroF1(decisions[field], LABELS[field].length),
					calibrationError: calibrationError(decisions[field]),
				},
			]),
		),
		onvredeRecall: recall(decisions.category, ONVREDE),
		withoutReview: outcome(decisions),
	};
}

const pick = (decisions: Decisions, keep: (at: number) => boolean): Decisions =>
	Object.fromEntries(
		FIELDS.map((field) => [field, decisions[field].filter((_, at) => keep(at))]),
	) as Decisions;

/** The settings of which is shown what they cost and save. */
const SETTINGS = {
	reviewBelowCategory: [0, 0.5, 0.6, 0.7, 0.8, 0.9],
	reviewBelowSupplier: [0, 0.4, 0.5, 0.6, 0.7, 0.8],
	reviewBelowNoSignal: [0, 0.6, 0.8, 0.9, 0.95],
	reviewBelowLead: [0, 0.1, 0.2, 0.3, 0.5],
	reviewFromDissatisfied: [0.05, 0.1, 0.15, 0.2, 0.3, 1],
} satisfies { [Name in keyof ReviewThresholds]: readonly number[] };

/** Per setting, with all others as they are by default: what goes through without a person, and how right that is. */
function settingTables(unseen: Decisions) {
	return Object.fromEntries(
		Object.entries(SETTINGS).map(([setting, values]) => [
			setting,
			values.map((value) => ({ value, ...outcome(unseen, { [setting]: value }) })),
		]),
	);
}

/**
 * Cross-validates, calibrates, and puts the numbers together as the docs quote them. Confidences are
 * calibrated on files that the scorers had not learned from: mail that comes in is from other hands too.
 */
export function evaluate(examples: readonly Example[]) {
	const byFile = crossValidate(examples, foldsByFile(examples));
	const calibration = calibrate(examples, byFile);
	const decisions = decide(examples, crossValidate(examples, foldsByWriter(examples)), calibration);
	const unseen = decide(examples, byFile, calibration);
	const perFile = (of: Decisions) =>
		Object.fromEntries(
			[...new Set(examples.map(fileOf))].map((file) => [
				file,
				summary(pick(of, (at) => fileOf(examples[at]!) === file)),
			]),
		);
	return {
		calibration,
		report: {
			method: `all: ${FOLDS}-fold cross-validation, no writer or thread in two folds. unseenFiles: every file judged by what the others taught; the confidences are calibrated on that`,
			thresholds: {
				category: REVIEW_BELOW_CATEGORY,
				supplier: REVIEW_BELOW_SUPPLIER,
				noSignal: REVIEW_BELOW_NO_SIGNAL,
				dissatisfied: REVIEW_FROM_DISSATISFIED,
			},
			all: summary(decisions),
			perFile: perFile(decisions),
			unseenFiles: summary(unseen),
			trainedWithoutFile: perFile(unseen),
			settings: settingTables(unseen),
			categoryConfusion: confusion(unseen.category, LABELS.category),
			categoryCoverage: coverageCurve(unseen.category),
		},
	};
}
