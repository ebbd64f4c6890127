import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { classify } from '../../../nodes/SignalClassifier/classify';
import { loadModel, MODEL_FILE, parseModel } from '../../../nodes/SignalClassifier/model-file';
import {
	REVIEW_BELOW_CATEGORY,
	REVIEW_BELOW_NO_SIGNAL,
	REVIEW_BELOW_SUPPLIER,
	REVIEW_FROM_DISSATISFIED,
} from '../../../nodes/SignalClassifier/thresholds';
import { classificationSchema, NO_FLAGS } from '../../../nodes/shared/domain/signal';
import { corpusHash, readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { intakeMails } from '../../support/intake-mails';

const mail = (subject: string, text: string) => ({ subject, text });

describe('the classifier', () => {
	it.each([
		[
			'storing',
			'SSC-ICT',
			mail('Laptop start niet op', 'Sinds vanochtend start mijn laptop niet meer op. Graag snel hulp.'),
		],
		[
			'klacht',
			'FMH',
			mail(
				'Slechte ontvangst',
				'De koffie in de vergaderzaal kwam een half uur te laat en was koud. Wij hadden belangrijke gasten en stonden voor schut.',
			),
		],
		[
			'informatieverzoek',
			'FMH',
			mail(
				'Vraag over parkeren',
				'Kunt u mij vertellen hoe ik een parkeerplek voor een bezoeker kan reserveren?',
			),
		],
		[
			'compliment',
			'FMH',
			mail(
				'Dank!',
				'Wat was de lunch vandaag geweldig verzorgd. Complimenten aan de medewerkers van de catering!',
			),
		],
	])('sees a %s for %s', (category, supplier, input) => {
		const classification = classify(input);
		expect(classification).toMatchObject({ category, supplier, decidedBy: 'model' });
		expect(classification.evidence.some(({ field }) => field === 'category')).toBe(true);
	});

	it('gives the words that decided', () => {
		const { subject, text } = mail('Printer vast', 'De Xerox printer op de gang is weer vastgelopen.');
		const { evidence } = classify({ subject, text });
		const words = evidence.filter(({ field }) => field === 'supplier').map(({ term }) => term);
		expect(words).toContain('printer');
	});

	it.each([
		['autoReply', 'rule:auto-reply', false],
		['bounce', 'rule:bounce', false],
		['bulk', 'rule:bulk', false],
		['loop', 'rule:loop', false],
		['unparseable', 'rule:unparseable', true],
	] as const)('decides on %s by its rule, whatever the text says', (flag, decidedBy, review) => {
		const flags = { ...NO_FLAGS, [flag]: true };
		const ruled = classify({ ...mail('Klacht', 'Mijn laptop is stuk'), flags });
		expect(ruled).toMatchObject({ category: 'overig', decidedBy, review });
	});

	it('leaves what it is unsure about to a person', () => {
		expect(classify(mail('Hallo', 'Zie onder.')).review).toBe(true);
		const sure = mail('Laptop start niet op', 'Sinds vanochtend start mijn laptop niet meer op.');
		expect(classify(sure).review).toBe(false);
		expect(classify(sure, { reviewBelowCategory: 1 }).review).toBe(true);
		expect(
			classify(mail('Geaccepteerd: overleg', 'Wanneer: dinsdag 14:00. Waar: zaal 3.'), {
				reviewBelowNoSignal: 1,
			}),
		).toMatchObject({ category: 'overig', review: true });
		expect(classify(sure, { reviewBelowSupplier: 1 }).review).toBe(true);
	});

	it('gives a valid classification for any text, and the same one each time', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 2000 }), (subject, text) => {
				const once = classificationSchema.parse(classify({ subject, text }));
				expect(classify({ subject, text })).toEqual(once);
			}),
			{ seed: 20261124, numRuns: 100 },
		);
	});
});

describe('the model that comes with it', () => {
	const model = loadModel();

	it('is made from the corpus as it is now', () => {
		const mails = readTrainingMails();
		expect(model.trainedOn).toEqual({ sha256: corpusHash(mails), mails: mails.length });
	});

	it('has the thresholds that its report was made with', () => {
		const report = JSON.parse(readFileSync(join(MODEL_FILE, '..', 'report.json'), 'utf8')) as {
			modelVersion: string;
			thresholds: unknown;
		};
		expect(report).toMatchObject({
			modelVersion: model.modelVersion,
			thresholds: {
				category: REVIEW_BELOW_CATEGORY,
				supplier: REVIEW_BELOW_SUPPLIER,
				noSignal: REVIEW_BELOW_NO_SIGNAL,
				dissatisfied: REVIEW_FROM_DISSATISFIED,
			},
		});
	});

	it('has never seen the mails of the end-to-end test', () => {
		const seen = new Set(readTrainingMails().map(({ body }) => body.trim()));
		expect(intakeMails().filter(({ body }) => seen.has(body.trim()))).toEqual([]);
	});

	it('judges most of those mails as a person did, and is right about nearly all it is sure of', () => {
		const mails = intakeMails().filter(({ kind }) => kind === 'mail');
		const judged = mails.map((one) => ({ one, is: classify({ subject: one.subject, text: one.body }) }));
		const right = judged.filter(({ one, is }) => one.category === is.category);
		expect(right.length / judged.length).toBeGreaterThan(0.7);
		const sure = judged.filter(({ is }) => !is.review);
		const sureAndRight = sure.filter(({ one, is }) => one.category === is.category);
		expect(sureAndRight.length / sure.length).toBeGreaterThan(0.8);
	});

	it.each([
		['no JSON', '{', 'is not JSON'],
		['a field missing', JSON.stringify({ modelVersion: '1-00000000' }), 'is damaged: trainedOn'],
	])('says so when the file has %s', (_what, text, message) => {
		expect(() => parseModel(text, 'model.json')).toThrow(message);
		expect(() => loadModel('/nergens/model.json')).toThrow('cannot be read');
	});

	it('judges a mail by its start when somebody pasted a long log below it', () => {
		const text = 'Sinds vanochtend start mijn laptop niet meer op. Graag snel hulp.\n';
		const log = Array.from({ length: 2_000 }, (_, line) => `10:00:${line} INFO verzoek ${line} in orde`).join(
			'\n',
		);
		const rest = 'Prima, hartelijk dank voor de heerlijke lunch, complimenten aan de koks!\n'.repeat(500);
		const [short, long] = [text + log, text + log + rest].map((all) => classify(mail('Laptop', all)));
		expect(long).toEqual(short);
	});
});
