import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { classify } from '../../nodes/SignalClassifier/classify';
import { readMails, type LabelledMail } from '../../nodes/SignalClassifier/training/corpus';
import {
	accuracy,
	afterReview,
	calibrationError,
	confusion,
	coverageCurve,
	macroF1,
	recall,
	reliabilityBins,
	share,
	type Decision,
} from '../../nodes/SignalClassifier/training/metrics';
import { reliabilityPlot } from '../classifier/reliability-plot';
import { FIELDS, LABELS } from '../../nodes/SignalClassifier/training/train';
import { emit, UsageError, type Command } from './command';

type Field = (typeof FIELDS)[number];

/** Judges labelled mails and says how well that went. */
export const evaluate: Command = {
	usage: 'evaluate <labelled.jsonl> [--plot <file.svg>]',
	async run(args) {
		const { values, positionals } = readArguments(args);
		const [file, ...more] = positionals;
		if (file === undefined || more.length > 0) throw new UsageError('Name one file with labelled mails.');
		const mails = readLabelled(file);
		if (mails.length === 0) throw new UsageError(`There is no mail in ${file}.`);
		const judged = mails.map((mail) => ({
			mail,
			said: classify({ subject: mail.subject, text: mail.body }),
		}));
		const decisionsOf = (field: Field) => judged.map(({ mail, said }) => decision(field, mail, said));

		const category = decisionsOf('category');
		const onvrede = LABELS.category.indexOf('onvrede');
		// A dissatisfied customer whom a person looks at is not lost in another pile.
		const caught = afterReview(category, (at) => judged[at]!.said.review);
		const fields = Object.fromEntries(FIELDS.map((field) => [field, summary(field, decisionsOf(field))]));
		emit({
			modelVersion: judged[0]!.said.modelVersion,
			mails: mails.length,
			fields,
			review: share(judged.filter(({ said }) => said.review).length, mails.length),
			rightWithoutReview: accuracy(category.filter((_, at) => !judged[at]!.said.review)),
			onvredeRecall: recall(category, onvrede),
			onvredeRecallWithReview: recall(caught, onvrede),
		});
		const plot = values.plot ?? `${file.replace(/\.jsonl$/, '')}.reliability.svg`;
		writeFileSync(plot, reliabilityPlot('category', reliabilityBins(category)));
		console.error(`Reliability plot: ${plot}`);
		for (const [field, { accuracy: right, macroF1: f1, calibrationError: off }] of Object.entries(fields)) {
			console.error(`${field.padEnd(10)} accuracy ${right}  macro-F1 ${f1}  calibration error ${off}`);
		}
		return 0;
	},
};

function readLabelled(file: string): LabelledMail[] {
	try {
		return readMails(file);
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function readArguments(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], allowPositionals: true, options: { plot: { type: 'string' } } });
	} catch (error) {
		throw new UsageError((error as Error).message);
	}
}

function decision(field: Field, mail: LabelledMail, said: ReturnType<typeof classify>): Decision {
	const labels: readonly string[] = LABELS[field];
	return {
		label: labels.indexOf(said[field]),
		right: labels.indexOf(mail[field]),
		confidence: said.confidence[field],
	};
}

const summary = (field: Field, decisions: readonly Decision[]) => ({
	accuracy: accuracy(decisions),
	macroF1: macroF1(decisions, LABELS[field].length),
	calibrationError: calibrationError(decisions),
	coverage: coverageCurve(decisions),
	confusion: confusion(decisions, LABELS[field]),
});
