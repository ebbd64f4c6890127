import { asTaughtMail } from '../../../nodes/SignalClassifier/training/corrected-mail';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import {
	calibrate,
	foldsByFiles,
	type OutOfFoldScores,
} from '../../../nodes/SignalClassifier/training/cross-validate';
import {
	asExample,
	FIELDS,
	LABELS,
	scoresOf,
	trainScorers,
	type Example,
} from '../../../nodes/SignalClassifier/training/train';
import type { CorrectedMail } from '../../../nodes/shared/storage/corrections';
import { classificationFor } from '../../support/signals';

const corrected = (at: number, changes: Partial<CorrectedMail> = {}): CorrectedMail => ({
	signalId: `${at}-x`,
	subject: 'Lift',
	text: 'De lift staat stil.',
	classification: classificationFor({ decidedBy: 'person:Els' }),
	...changes,
});

describe('what is learned from a signal that a person judged', () => {
	it('is nothing when it has no words', () => {
		expect(asTaughtMail(corrected(1, { subject: '', text: ' ' }))).toBeUndefined();
	});

	it('is its urgency and its tone only where somebody chose them', () => {
		const taught = (urgency: number, sentiment: number) => {
			const confidence = { category: 1, supplier: 1, urgency, sentiment };
			const classification = classificationFor({ urgency: 'hoog', sentiment: 'negatief', confidence });
			const mail = asTaughtMail(corrected(1, { classification }))!;
			return [mail.urgency, mail.sentiment];
		};
		expect(taught(1, 1)).toEqual(['hoog', 'negatief']);
		expect(taught(1, 0)).toEqual(['hoog', undefined]);
		expect(taught(0.99, 1)).toEqual([undefined, 'negatief']);
	});
});

describe('a field that nobody judged', () => {
	const example = (at: number, urgency?: 'hoog' | 'laag'): Example =>
		asExample({
			id: `signal ${at}`,
			subject: '',
			body: at % 2 ? 'brand in lift' : 'vraag over lamp',
			category: 'storing',
			also: [],
			supplier: 'RGD',
			urgency,
		});
	const judged = Array.from({ length: 8 }, (_, at) => example(at, at % 2 ? 'hoog' : 'laag'));
	const all = [...judged, ...Array.from({ length: 24 }, (_, at) => example(at))];

	it('does not say that the mail has none of the labels', () => {
		const urgency = scoresOf(trainScorers(all), 'urgency', judged[1]!.features);
		expect(urgency[LABELS.urgency.indexOf('hoog')]).toBeGreaterThan(0);
	});

	it('counts for no confidence', () => {
		// Right in six of the eight that were judged.
		const guess = (at: number) => (at % 2 === (at < 2 ? 0 : 1) ? 'hoog' : 'laag');
		const fitted = (examples: readonly Example[]) => {
			const scores = Object.fromEntries(
				FIELDS.map((field) => [
					field,
					examples.map((_, mail) => LABELS[field].map((label) => Number(label === guess(mail)))),
				]),
			) as OutOfFoldScores;
			return calibrate(examples, scores).confidence.urgency;
		};
		expect(fitted(all)).toEqual(fitted(judged));
	});
});

it('a signal is judged by a model that read nothing of the same customer or conversation', () => {
	const examples = Array.from({ length: 40 }, (_, at) => {
		const author = at < 12 ? 'jan@x.example' : undefined;
		const thread = at >= 8 && at < 20 ? '<1@x>' : undefined;
		return asExample(asTaughtMail(corrected(at, { author, thread }))!);
	});
	const corpus = readTrainingMails().filter((_, at) => at % 40 === 0);
	const folds = foldsByFiles([...examples, ...corpus.map(asExample)]);
	expect(new Set(folds.slice(0, 20)).size).toBe(1);
	expect(new Set(folds.slice(20, 40)).size).toBeGreaterThan(1);
});
