import type { Confidence } from '../model-file';
import { chancesOf, sigmoid } from '../score';

/**
 * Mean squared difference between the confidence of the label that was chosen and whether it was right (Brier score). The log
 * likelihood of the right labels would let a few mails that no model gets right make all others too modest.
 */
function dishonesty(scores: readonly number[][], right: readonly number[], confidence: Confidence): number {
	const total = scores.reduce((sum, row, at) => {
		const chances = chancesOf(row, confidence);
		const best = Math.max(...chances);
		return sum + (best - (chances.indexOf(best) === right[at] ? 1 : 0)) ** 2;
	}, 0);
	return total / scores.length;
}

/** Shares of mails that no model gets right, to choose from. */
const DOUBTS = [0, 0.02, 0.04, 0.06, 0.08];
const SEARCH_STEPS = 35;

const inThousandths = (value: number): number => Math.round(value * 1000) / 1000;

/** The sharpness that makes the confidences honest (temperature scaling), by golden-section search between 0.2 and 20. */
function fitSharpness(scores: readonly number[][], right: readonly number[], doubt: number): number {
	const golden = (Math.sqrt(5) - 1) / 2;
	const offAt = (sharpness: number) => ({ sharpness, off: dishonesty(scores, right, { sharpness, doubt }) });
	let low = 0.2;
	let high = 20;
	let lower = offAt(high - golden * (high - low));
	let higher = offAt(low + golden * (high - low));
	for (let step = 0; step < SEARCH_STEPS; step++) {
		if (lower.off < higher.off) {
			high = higher.sharpness;
			higher = lower;
			lower = offAt(high - golden * (high - low));
		} else {
			low = lower.sharpness;
			lower = higher;
			higher = offAt(low + golden * (high - low));
		}
	}
	return inThousandths((low + high) / 2);
}

/** The two numbers that make the confidences honest, on scores of mails that the scorers had not seen. */
export function fitConfidence(scores: readonly number[][], right: readonly number[]): Confidence {
	const fitted = DOUBTS.map((doubt) => ({ sharpness: fitSharpness(scores, right, doubt), doubt }));
	const off = fitted.map((confidence) => dishonesty(scores, right, confidence));
	return fitted[off.indexOf(Math.min(...off))]!;
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
	return { slope: inThousandths(slope), offset: inThousandths(offset) };
}
