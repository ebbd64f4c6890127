import { readFileSync } from 'node:fs';
import { MODEL_FILE, type ModelFile } from '../../../nodes/SignalClassifier/model-file';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { asExample, buildModel, type Calibration } from '../../../nodes/SignalClassifier/training/train';

/** The calibration in a model file: what cross-validation found, which takes too long for a test. */
const calibrationOf = ({ fields, presence }: ModelFile): Calibration => ({
	sharpness: {
		category: fields.category.sharpness,
		supplier: fields.supplier.sharpness,
		urgency: fields.urgency.sharpness,
		sentiment: fields.sentiment.sharpness,
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
