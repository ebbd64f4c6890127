declare module 'jstat' {
	export const jStat: {
		/** Regularised incomplete beta function: the chance of at most `x` under Beta(a, b). */
		ibeta(x: number, a: number, b: number): number;
		normal: { cdf(x: number, mean: number, deviation: number): number };
	};
}
