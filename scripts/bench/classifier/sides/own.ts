import { classify } from '../../../../nodes/SignalClassifier/classify';
import { parseModel } from '../../../../nodes/SignalClassifier/model-file';
import { CATEGORIES } from '../../../../nodes/shared/domain/codebook';
import { asExample, buildModel } from '../../../../nodes/SignalClassifier/training/train';
import type { Side } from '../side';

const AS_IS = { sharpness: 1, doubt: 0 };
/** Confidences are not measured here, and do not change which label comes first. */
const NO_CALIBRATION = {
	confidence: { category: AS_IS, supplier: AS_IS, urgency: AS_IS, sentiment: AS_IS },
	presence: CATEGORIES.map(() => ({ slope: 1, offset: 0 })),
};

/** The Signal Classifier, which always judges urgency and tone too, and gives its reasons. */
export const ownSide: Side = {
	name: 'Signal Classifier',
	train: (mails) => Promise.resolve(JSON.stringify(buildModel(mails.map(asExample), NO_CALIBRATION))),
	load(saved) {
		const model = parseModel(saved, 'model of the bench');
		return Promise.resolve((mail) =>
			Promise.resolve(classify({ subject: mail.subject, text: mail.body }, { model })),
		);
	},
};
