import { readFileSync } from 'node:fs';
import { MODEL_FILE, type ModelFile } from '../../../nodes/SignalClassifier/model-file';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { fitConfidence } from '../../../nodes/SignalClassifier/training/calibrate';
import { loudnessOf } from '../../../nodes/SignalClassifier/training/loudness';
import { seededRandom } from '../../../nodes/SignalClassifier/training/random';
import { asExample, buildModel, type Calibration } from '../../../nodes/SignalClassifier/training/train';
import { chancesOf } from '../../../nodes/SignalClassifier/score';

const confidenceOf = ({ sharpness, doubt = 0 }: { sharpness: number; doubt?: number }) => ({
	sharpness,
	doubt,
});

/** The calibration in a model file: what cross-validation found, which takes too long for a test. */
const calibrationOf = ({ fields, presence }: ModelFile): Calibration => ({
	confidence: {
		category: confidenceOf(fields.category),
		supplier: confidenceOf(fields.supplier),
		urgency: confidenceOf(fields.urgency),
		sentiment: confidenceOf(fields.sentiment),
	},
	presence,
});

describe('training', () => {
	it('makes the model that comes with the node out of the corpus, byte for byte', () => {
		const shipped = readFileSync(MODEL_FILE, 'utf8');
		const calibration = calibrationOf(JSON.parse(shipped) as ModelFile);
		const made = `${JSON.stringify(buildModel(readTrainingMails().map(asExample), calibration))}\n`;
		// Not compared as texts: the difference would be three megabytes long.
		expect(made === shipped).toBe(true);
	});
});

describe('loudness', () => {
	const feature = (name: string) => ({ name, term: name, value: 0.5 });
	const examples = ['lamp', 'lift', 'deur', 'raam'].map((word) => ({
		features: [feature(word), feature('graag'), feature('begrip:defect')],
	}));
	const mails = new Map([
		['graag', 4],
		['begrip:defect', 4],
		...['lamp', 'lift', 'deur', 'raam'].map((word): [string, number] => [word, 1]),
	]);
	const loudness = loudnessOf(examples, mails);

	it('is greater for what is rarer, and that of a group stays as it was', () => {
		expect(loudness('lamp')).toBeGreaterThan(1);
		expect(loudness('graag')).toBeLessThan(1);
		const energy = examples
			.flatMap(({ features }) => features)
			.filter(({ name }) => !name.startsWith('begrip:'))
			.reduce((sum, { name, value }) => sum + (value * loudness(name)) ** 2, 0);
		expect(energy).toBeCloseTo(8 * 0.25);
	});

	it('is the same for every concept', () => {
		expect(loudness('begrip:defect')).toBe(1);
	});
});

describe('calibration', () => {
	it('finds how sure the scores may make it, and how often nothing helps', () => {
		const random = seededRandom(5);
		const truth = { sharpness: 3, doubt: 0.08 };
		const scores = Array.from({ length: 4000 }, () => [0, 1, 2].map(() => random() * 4 - 2));
		const right = scores.map((row) => {
			const drawn = random();
			const [first = 0, second = 0] = chancesOf(row, truth);
			return drawn < first ? 0 : drawn < first + second ? 1 : 2;
		});
		const fitted = fitConfidence(scores, right);
		expect(fitted.doubt).toBeCloseTo(truth.doubt, 1);
		expect(Math.abs(fitted.sharpness - truth.sharpness)).toBeLessThan(0.8);
	});

	it('leaves chances that add up to one', () => {
		const chances = chancesOf([5, -5, -5, -5], { sharpness: 10, doubt: 0.04 });
		expect(chances.reduce((sum, chance) => sum + chance)).toBeCloseTo(1);
		expect(Math.max(...chances)).toBeCloseTo(0.97);
	});
});
