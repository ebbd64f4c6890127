/**
 * The closed lists of the codebook (nodes/SignalClassifier/codebook.md), which follows the report
 * "De kracht van een klacht!" (2015), chapters 5, 7 and 8. Values are what people read, so they are Dutch.
 */
export const CATEGORIES = [
	'storing',
	'klacht',
	'onvrede',
	'informatieverzoek',
	'wens',
	'maatwerkvraag',
	'compliment',
	'overig',
] as const;
export type Category = (typeof CATEGORIES)[number];

export const SUPPLIERS = [
	'FMH',
	'SSC-ICT',
	'RGD',
	'Xerox',
	'Staples',
	'Topbloemen',
	'IUC',
	'PIV',
	'DC',
	'onbekend',
] as const;
export type Supplier = (typeof SUPPLIERS)[number];

export const URGENCIES = ['hoog', 'normaal', 'laag'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const SENTIMENTS = ['negatief', 'neutraal', 'positief'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];
