import { setImmediate as breathe } from 'node:timers/promises';
import type { Classification } from '../../shared/domain/signal';
import type { CorrectedMail } from '../../shared/storage/corrections';
import { classify } from '../classify';
import { parseModel, type FieldName, type Model } from '../model-file';
import type { LabelledMail } from './corpus';
import { asTaughtMail } from './corrected-mail';
import { calibrateInSteps, crossValidateInSteps, foldsByFiles } from './cross-validate';
import { share } from './metrics';
import { asExample, buildModel, trainScorersInSteps, type Example } from './train';

/** How well a model does on mails that it did not learn from. */
export interface FrozenScore {
	/** Shares from 0 to 1. */
	categoryRight: number;
	supplierRight: number;
	urgencyRight: number;
	sentimentRight: number;
	/** The share that no person needs to look at. */
	withoutReview: number;
	/** Of the dissatisfied customers the share that is recognised, or seen by a person. */
	onvredeCaught: number;
}

/** What a model was built from, and how it did. */
export interface RetrainReport {
	corpusMails: number;
	correctedMails: number;
	frozenMails: number;
	before: FrozenScore & { version: string };
	after: FrozenScore;
	/** Why it is not put in use, in Dutch; empty when nothing got worse. */
	objections: string[];
}

export interface Retrained {
	version: string;
	/** The text of the model file. */
	file: string;
	report: RetrainReport;
}

async function scoreOn(frozen: readonly LabelledMail[], model: Model): Promise<FrozenScore> {
	const judged: { mail: LabelledMail; is: Classification }[] = [];
	for (const mail of frozen) {
		judged.push({ mail, is: classify({ subject: mail.subject, text: mail.body }, { model }) });
		await breathe();
	}
	const right = (field: FieldName) =>
		share(judged.filter(({ mail, is }) => is[field] === mail[field]).length, judged.length);
	const dissatisfied = judged.filter(({ mail }) => mail.category === 'onvrede');
	const caught = dissatisfied.filter(({ is }) => is.category === 'onvrede' || is.review);
	return {
		categoryRight: right('category'),
		supplierRight: right('supplier'),
		urgencyRight: right('urgency'),
		sentimentRight: right('sentiment'),
		withoutReview: share(judged.filter(({ is }) => !is.review).length, judged.length),
		onvredeCaught: share(caught.length, dissatisfied.length),
	};
}

const MEASURES = {
	categoryRight: 'de soort is minder vaak goed',
	supplierRight: 'de leverancier is minder vaak goed',
	urgencyRight: 'de urgentie is minder vaak goed',
	sentimentRight: 'de toon is minder vaak goed',
	withoutReview: 'er gaat minder vaak een bericht door zonder beoordelaar',
	onvredeCaught: 'onvrede wordt minder vaak opgemerkt',
} as const satisfies Record<keyof FrozenScore, string>;

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

const objectionsTo = (after: FrozenScore, before: FrozenScore): string[] =>
	(Object.keys(MEASURES) as (keyof FrozenScore)[])
		.filter((measure) => after[measure] < before[measure])
		.map((measure) => `${MEASURES[measure]}: ${percent(after[measure])}, was ${percent(before[measure])}`);

/** Does the steps one by one, and lets n8n do other things in between. */
async function breathing<Result>(steps: Generator<void, Result>): Promise<Result> {
	let step = steps.next();
	for (; !step.done; step = steps.next()) await breathe();
	return step.value;
}

/**
 * Builds a model from the corpus and what people said of signals, and compares it with the one in use on mails that
 * neither learned from. The confidences are calibrated anew, by cross-validation. Takes some half a minute of computing, in
 * small steps; the same mails give the same model.
 */
export async function retrain({
	corpus,
	corrected,
	frozen,
	current,
}: {
	corpus: readonly LabelledMail[];
	corrected: readonly CorrectedMail[];
	frozen: readonly LabelledMail[];
	current: Model;
}): Promise<Retrained> {
	const learned = corrected.map(asTaughtMail).filter((mail) => mail !== undefined);
	const examples: Example[] = [];
	for (const mail of [...corpus, ...learned]) {
		examples.push(asExample(mail));
		await breathe();
	}
	const scores = await breathing(crossValidateInSteps(examples, foldsByFiles(examples)));
	const calibration = await breathing(calibrateInSteps(examples, scores));
	const scorers = await breathing(trainScorersInSteps(examples));
	const file = `${JSON.stringify(buildModel(examples, calibration, scorers))}\n`;
	const model = parseModel(file, 'new model');
	const before = await scoreOn(frozen, current);
	const after = await scoreOn(frozen, model);
	return {
		version: model.modelVersion,
		file,
		report: {
			corpusMails: corpus.length,
			correctedMails: learned.length,
			frozenMails: frozen.length,
			before: { version: current.modelVersion, ...before },
			after,
			objections: objectionsTo(after, before),
		},
	};
}
