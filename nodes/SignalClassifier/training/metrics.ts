/** One judgement beside the right one: positions of labels, and how sure the judgement was, from 0 to 1. */
export interface Decision {
	label: number;
	right: number;
	confidence: number;
}

/** A share in thousandths; 0 of 0 is 0. */
export const share = (part: number, whole: number): number =>
	whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000;

const isRight = ({ label, right }: Decision): boolean => label === right;

export const accuracy = (decisions: readonly Decision[]): number =>
	share(decisions.filter(isRight).length, decisions.length);

/** Of the decisions that should be this label, the share that is. */
export function recall(decisions: readonly Decision[], label: number): number {
	const should = decisions.filter(({ right }) => right === label);
	return share(should.filter(isRight).length, should.length);
}

/** The decisions as they end when a person looks at some of them: those come out right. */
export const afterReview = <One extends Decision>(
	decisions: readonly One[],
	reviewed: (at: number) => boolean,
): One[] => decisions.map((one, at) => (reviewed(at) ? { ...one, label: one.right } : one));

/** Mean of the F1 over the labels that occur, so that a rare label counts as much as a common one. */
export function macroF1(decisions: readonly Decision[], labels: number): number {
	const scores: number[] = [];
	for (let label = 0; label < labels; label++) {
		const said = decisions.filter((decision) => decision.label === label).length;
		const is = decisions.filter((decision) => decision.right === label).length;
		const both = decisions.filter((decision) => decision.label === label && decision.right === label).length;
		if (is > 0) scores.push((2 * both) / (said + is));
	}
	return share(
		scores.reduce((sum, score) => sum + score, 0),
		scores.length,
	);
}

/** How often each label was taken for which: `confusion[right][said]`, only what happened. */
export function confusion(
	decisions: readonly Decision[],
	labels: readonly string[],
): Record<string, Record<string, number>> {
	const table: Record<string, Record<string, number>> = {};
	for (const { label, right } of decisions) {
		const row = (table[labels[right]!] ??= {});
		row[labels[label]!] = (row[labels[label]!] ?? 0) + 1;
	}
	return table;
}

export interface Bin {
	/** Lower and upper end of the confidences in it. */
	from: number;
	to: number;
	count: number;
	/** Mean confidence, and the share that was right. */
	confidence: number;
	right: number;
}

/** The decisions by how sure they were, in bins of the same width; empty bins are left out. */
export function reliabilityBins(decisions: readonly Decision[], bins = 10): Bin[] {
	return Array.from({ length: bins }, (_, bin): Bin => {
		const inBin = decisions.filter(
			({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin,
		);
		const total = inBin.reduce((sum, { confidence }) => sum + confidence, 0);
		return {
			from: bin / bins,
			to: (bin + 1) / bins,
			count: inBin.length,
			confidence: share(total, inBin.length),
			right: accuracy(inBin),
		};
	}).filter(({ count }) => count > 0);
}

/** Expected calibration error: how far confidence and being right are apart, weighed by how often. */
export function calibrationError(decisions: readonly Decision[]): number {
	const off = reliabilityBins(decisions).reduce(
		(sum, { count, confidence, right }) => sum + count * Math.abs(confidence - right),
		0,
	);
	return share(off, decisions.length);
}

/** When only the surest part is decided without a person: which share of those is right, for each share decided. */
export function coverageCurve(decisions: readonly Decision[]): { coverage: number; right: number }[] {
	const surest = [...decisions].sort((one, other) => other.confidence - one.confidence);
	return [0.5, 0.6, 0.7, 0.8, 0.9, 1].map((coverage) => ({
		coverage,
		right: accuracy(surest.slice(0, Math.round(coverage * surest.length))),
	}));
}
