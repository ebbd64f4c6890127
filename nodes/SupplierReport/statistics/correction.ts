/**
 * p-values corrected for how many were looked at together (Benjamini and Hochberg, 1995), in the order they came in.
 * When nothing changed at all, the chance that any of them is below a level is that level.
 */
export function correctedForMany(values: readonly number[]): number[] {
	const descending = values.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p);
	const corrected = new Array<number>(values.length);
	let lowest = 1;
	for (const [place, { p, index }] of descending.entries()) {
		lowest = Math.min(lowest, p * (values.length / (values.length - place)));
		corrected[index] = lowest;
	}
	return corrected;
}
