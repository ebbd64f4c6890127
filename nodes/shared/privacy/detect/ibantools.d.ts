/** The part that is used here. The types of the package itself say it is an ES module only; it comes as CommonJS too. */
declare module 'ibantools' {
	/** By country code; `chars` is the length of an IBAN there, null where there is none. */
	export function getCountrySpecifications(): Record<string, { chars: number | null }>;
	/** @param iban without separators, in capitals */
	export function isValidIBAN(iban: string): boolean;
}
