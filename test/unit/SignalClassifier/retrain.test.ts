import { classify, packageModel } from '../../../nodes/SignalClassifier/classify';
import { parseModel, type Model } from '../../../nodes/SignalClassifier/model-file';
import { readFrozenMails, readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { retrain, type Retrained } from '../../../nodes/SignalClassifier/training/retrain';
import type { CorrectedMail } from '../../../nodes/shared/storage/corrections';
import { classificationFor } from '../../support/signals';

jest.setTimeout(240_000);

const every = <T>(list: readonly T[], step: number): T[] => list.filter((_, at) => at % step === 0);

const corpus = every(readTrainingMails(), 20);
const frozen = every(readFrozenMails(), 5);
/** A word that no mail of the corpus has, and that people here give to one kind of signal. */
const corrected = Array.from({ length: 12 }, (_, at): CorrectedMail => ({
	signalId: String(at),
	subject: 'Zwiepelaar',
	text: `De zwiepelaar op kamer ${at} is er weer.`,
	classification: classificationFor({ category: 'wens', supplier: 'PIV', decidedBy: 'person:Els' }),
}));
const learn = (changes = {}) => retrain({ corpus, corrected, frozen, current: packageModel(), ...changes });

describe('a model that is built anew', () => {
	let once: Retrained;
	beforeAll(async () => {
		once = await learn();
	});

	it('knows what people said, and is named after all that it learned from', async () => {
		const { version, file, report } = once;
		const model = parseModel(file, 'test');
		expect(version).toBe(model.modelVersion);
		expect(model.trainedOn.mails).toBe(corpus.length + corrected.length);
		const mail = { subject: 'Zwiepelaar', text: 'Er is een zwiepelaar.' };
		expect(classify(mail, { model })).toMatchObject({
			category: 'wens',
			supplier: 'PIV',
			modelVersion: version,
		});
		expect(classify(mail).supplier).not.toBe('PIV');
		expect(report).toMatchObject({
			corpusMails: corpus.length,
			correctedMails: 12,
			frozenMails: frozen.length,
			before: { version: packageModel().modelVersion },
		});
	});

	it('has confidences that were calibrated anew', () => {
		const fitted = ({ fields }: Model) => [fields.category.sharpness, fields.supplier.sharpness];
		expect(fitted(parseModel(once.file, 'test'))).not.toEqual(fitted(packageModel()));
	});

	it('is the same for the same mails, and another when people said something else', async () => {
		expect((await learn()).file).toBe(once.file);
		expect((await learn({ corrected: corrected.slice(1) })).version).not.toBe(once.version);
	});

	it('is objected to when it does worse on mails that it did not learn from', async () => {
		const wrong = frozen.map(({ subject, body }, at): CorrectedMail => ({
			signalId: `wrong ${at}`,
			subject,
			text: body,
			classification: classificationFor({
				category: 'overig',
				supplier: 'onbekend',
				decidedBy: 'person:Els',
			}),
		}));
		const { report } = await learn({ corrected: [...wrong, ...wrong] });
		expect(report.after.categoryRight).toBeLessThan(report.before.categoryRight);
		expect(report.objections).toContainEqual(
			expect.stringMatching(/^de soort is minder vaak goed: .*%, was .*%$/),
		);
	});

	it('is not objected to when nothing changed', async () => {
		const { report } = await learn({ current: parseModel(once.file, 'once') });
		expect(report.objections).toEqual([]);
		expect(report.after).toMatchObject({ categoryRight: report.before.categoryRight });
	});

	it('is objected to for urgency and tone, and when more signals need a person', async () => {
		const { report } = once;
		const { urgencyRight, sentimentRight, withoutReview } = report.before;
		expect(report.after.urgencyRight).toBeLessThan(urgencyRight);
		expect(report.objections).toContainEqual(expect.stringMatching(/^de urgentie is minder vaak goed: /));
		expect(report.after.sentimentRight).toBeLessThan(sentimentRight);
		expect(report.objections).toContainEqual(expect.stringMatching(/^de toon is minder vaak goed: /));
		expect(report.after.withoutReview).toBeLessThan(withoutReview);
		expect(report.objections).toContainEqual(
			expect.stringMatching(/^er gaat minder vaak een bericht door zonder beoordelaar: /),
		);
	});
});

describe('the frozen mails', () => {
	it('are not among those that the model learned from', () => {
		const seen = new Set(readTrainingMails().map(({ body }) => body.trim()));
		expect(readFrozenMails().filter(({ body }) => seen.has(body.trim()))).toEqual([]);
		expect(readFrozenMails().length).toBeGreaterThan(100);
	});
});
