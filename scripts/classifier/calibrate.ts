import { sigmoid, softmax } from '../../nodes/SignalClassifier/score';

/**
 * Mean squared difference between the confidence of the label that was chosen and whether it was right (Brier score). The log
 * likelihood of the right labels would let a few mails that no model gets right make all others too modest.
 */
function dishonesty(scores: readonly number[][], right: readonly number[], sharpness: number): number {
	const total = scores.reduce((sum, row, at) => {
		const chances = softmax(row, sharpness);
		const confidence = Math.max(...chances);
		return sum + (confidence - (chances.indexOf(confidence) === right[at] ? 1 : 0)) ** 2;
	}, 0);
	return total / scores.length;
}

/** The one number that makes the confidences honest (temperature scaling), by golden-section search between 0.2 and 20. */
export function fitSharpness(scores: readonly number[][], right: readonly number[]): number {
	const golden = (Math.sqrt(5) - 1) / 2;
	let low = 0.2;
	let high = 20;
	for (let step = 0; step < 60; step++) {
		const left = high - golden * (high - low);
		const rightPoint = low + golden * (high - low);
		if (dishonesty(scores, right, left) < dishonesty(scores, right, rightPoint)) high = rightPoint;
		else low = left;
	}
	return Math.round(((low + high) / 2) * 1000) / 1000;
}

/** Platt scaling of one score to the chance of yes: 1 / (1 + exp(-(slope * score + offset))), by Newton's method. */
export function fitPresence(
	scores: readonly number[],
	yes: readonly boolean[],
): { slope: number; offset: number } {
	const yesCount = yes.filter(Boolean).length;
	// Platt's own targets: never quite 0 or 1, so that few examples do not give false certainty.
	const high = (yesCount + 1) / (yesCount + 2);
	const low = 1 / (yes.length - yesCount + 2);
	let slope = 1;
	let offset = 0;
	for (let step = 0; step < 50; step++) {
		let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6];
		scores.forEach((score, at) => {
			const chance = sigmoid(slope * score + offset);
			const error = chance - (yes[at] ? high : low);
			const spread = Math.max(chance * (1 - chance), 1e-6);
			gs += error * score;
			go += error;
			hss += spread * score * score;
			hso += spread * score;
			hoo += spread;
		});
		const determinant = hss * hoo - hso * hso;
		slope -= (hoo * gs - hso * go) / determinant;
		offset -= (hss * go - hso * gs) / determinant;
	}
	return { slope: Math.round(slope * 1000) / 1000, offset: Math.round(offset * 1000) / 1000 };
}
