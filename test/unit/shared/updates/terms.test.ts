import { termFor, termsSchema } from '../../../../nodes/shared/domain/updates/terms';

const terms = termsSchema.parse({
	normal: { firstAnswer: 2, every: 5, supplierSilence: 5 },
	exceptions: [
		{ urgency: 'hoog', firstAnswer: 1, every: 2 },
		{ category: 'storing', supplier: 'SSC-ICT', every: 3, supplierSilence: 2 },
		{ supplier: 'SSC-ICT', supplierSilence: 10 },
	],
});
const known = (category: string, urgency: string, supplier: string) =>
	termFor(terms, { category, urgency, supplier } as never);

it.each([
	['what no exception is about', known('klacht', 'normaal', 'FMH'), [2, 5, 5]],
	['an exception for one urgency', known('klacht', 'hoog', 'FMH'), [1, 2, 5]],
	['an exception for two things together', known('storing', 'laag', 'SSC-ICT'), [2, 3, 2]],
	['only one of those two', known('wens', 'laag', 'SSC-ICT'), [2, 5, 10]],
	['several: for each number of days the first that has it', known('storing', 'hoog', 'SSC-ICT'), [1, 2, 2]],
	['a signal that nobody classified', termFor(terms, null), [2, 5, 5]],
])('gives the days of %s', (_, { firstAnswer, every, supplierSilence }, expected) => {
	expect([firstAnswer, every, supplierSilence]).toEqual(expected);
});

it('refuses terms of no days', () => {
	expect(() => termsSchema.parse({ normal: { every: 0 } })).toThrow();
});
