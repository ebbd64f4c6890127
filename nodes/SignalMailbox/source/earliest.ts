/** The earliest of these moments; null when there is none. */
export const earliest = (moments: readonly (Date | null)[]): Date | null =>
	moments.reduce((first, next) => (first === null || (next !== null && next < first) ? next : first), null);
