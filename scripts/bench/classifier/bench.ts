import { readFileSync } from 'node:fs';
import { classify } from '../../../nodes/SignalClassifier/classify';
import { loadModel, MODEL_FILE, parseModel } from '../../../nodes/SignalClassifier/model-file';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { crossValidate, fileOf, foldsByFile, rightLabel } from '../../classifier/cross-validate';
import { accuracy, macroF1, type Decision } from '../../../nodes/SignalClassifier/training/metrics';
import {
	asExample,
	LABELS,
	trainScorers,
	type Example,
} from '../../../nodes/SignalClassifier/training/train';
import type { Bench, Row } from '../bench';
import { trainAmsterdam } from './amsterdam';

const FIELDS = ['category', 'supplier'] as const;
type Field = (typeof FIELDS)[number];

/** How good and how fast the classifier is, beside the recipe of Amsterdam's Signalen on the same split. */
export const classifierBench: Bench = {
	name: 'classifier',
	options: {},

	async run(_options, say) {
		const examples = readTrainingMails().map(asExample);
		const fold = foldsByFile(examples);
		say('→ Eigen model');
		const scores = crossValidate(examples, fold);
		const ours = (field: Field): Decision[] =>
			examples.map((example, at) => decision(example, field, bestOf(scores[field][at]!)));
		say('→ Recept van Amsterdam');
		const rows = [
			quality('Signal Classifier', ours),
			quality('TF-IDF words, logistic regression', peer(examples, fold)),
		];
		return { columns: COLUMNS, rows: [...rows, speed(examples)], notes: notes(examples) };
	},
};

const COLUMNS = [
	...FIELDS.flatMap((field) => [`${field} right`, `${field} macro-F1`]),
	'mails/s',
	'train s',
	'load ms',
	'file kB',
];

const bestOf = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

const decision = (example: Example, field: Field, label: number): Decision => ({
	label,
	right: rightLabel(example, field),
	confidence: 1,
});

function quality(what: string, decisionsOf: (field: Field) => Decision[]): Row {
	const values = FIELDS.flatMap((field) => {
		const decisions = decisionsOf(field);
		return [
			[`${field} right`, percent(accuracy(decisions))],
			[`${field} macro-F1`, percent(macroF1(decisions, LABELS[field].length))],
		] as const;
	});
	return { what, values: Object.fromEntries(values) };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Judged by the recipe that learned from the other files. */
function peer(examples: readonly Example[], fold: readonly number[]) {
	const textOf = ({ mail }: Example) => `${mail.subject}\n${mail.body}`;
	return (field: Field): Decision[] => {
		const decisions: Decision[] = [];
		for (const current of new Set(fold)) {
			const others = examples.filter((_, at) => fold[at] !== current);
			const right = others.map((example) => rightLabel(example, field));
			const recipe = trainAmsterdam(others.map(textOf), right, LABELS[field].length);
			examples.forEach((example, at) => {
				if (fold[at] === current) decisions.push(decision(example, field, recipe.judge(textOf(example))));
			});
		}
		return decisions;
	};
}

function speed(examples: readonly Example[]): Row {
	const text = readFileSync(MODEL_FILE, 'utf8');
	const loading = timed(() => parseModel(text, MODEL_FILE));
	const training = timed(() => trainScorers(examples));
	const model = loadModel();
	const judging = timed(() => {
		for (const { mail } of examples) classify({ subject: mail.subject, text: mail.body }, { model });
	});
	return {
		what: 'Signal Classifier, the model of the package',
		values: {
			'mails/s': Math.round(examples.length / (judging / 1000)),
			'train s': (training / 1000).toFixed(1),
			'load ms': Math.round(loading),
			'file kB': Math.round(text.length / 1024),
		},
	};
}

function timed(work: () => unknown): number {
	const started = performance.now();
	work();
	return performance.now() - started;
}

const notes = (examples: readonly Example[]): string[] => [
	`${examples.length} mails in ${new Set(examples.map(fileOf)).size} files; every file is judged by what was learned from the others, so no writer and no thread is on both sides.`,
];
