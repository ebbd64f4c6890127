import fc from 'fast-check';
import { groupsOf } from '../../../nodes/SignalClassifier/training/groups';
import {
	accuracy,
	afterReview,
	calibrationError,
	confusion,
	coverageCurve,
	macroF1,
	recall,
	reliabilityBins,
	type Decision,
} from '../../../nodes/SignalClassifier/training/metrics';

const decision = (label: number, right: number, confidence = 1): Decision => ({ label, right, confidence });

describe('how good a judge is', () => {
	const decisions = [decision(0, 0), decision(0, 0), decision(0, 1), decision(1, 1)];

	it('is the share that is right, per label and over all', () => {
		expect(accuracy(decisions)).toBe(0.75);
		expect(recall(decisions, 0)).toBe(1);
		expect(recall(decisions, 1)).toBe(0.5);
		// F1 of label 0: 2·2/(3+2); of label 1: 2·1/(1+2). A third label that does not occur does not count.
		expect(macroF1(decisions, 3)).toBeCloseTo((0.8 + 2 / 3) / 2, 3);
		expect(confusion(decisions, ['a', 'b'])).toEqual({ a: { a: 2 }, b: { a: 1, b: 1 } });
	});

	it('is honest when it is right as often as it says', () => {
		const honest = [1, 1, 1, 0].map((right) => decision(1, right, 0.75));
		expect(calibrationError(honest)).toBe(0);
		expect(calibrationError(honest.map((one) => ({ ...one, confidence: 0.95 })))).toBeCloseTo(0.2);
		expect(reliabilityBins(honest)).toEqual([
			{ from: 0.7, to: 0.8, count: 4, confidence: 0.75, right: 0.75 },
		]);
	});

	it('is right about what a person looks at', () => {
		expect(
			recall(
				afterReview(decisions, (at) => at === 2),
				1,
			),
		).toBe(1);
		expect(
			recall(
				afterReview(decisions, () => false),
				1,
			),
		).toBe(0.5);
	});

	it('is better when only the surest part counts', () => {
		const mixed = Array.from({ length: 10 }, (_, at) => decision(0, at < 8 ? 0 : 1, 1 - at / 10));
		expect(coverageCurve(mixed)).toContainEqual({ coverage: 0.8, right: 1 });
		expect(coverageCurve(mixed)).toContainEqual({ coverage: 1, right: 0.8 });
	});
});

describe('a split of the corpus', () => {
	const names = fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined });
	const mails = fc.array(fc.record({ author: names, thread: names }), { maxLength: 20 });

	it('keeps every writer and every thread in one group, and every mail in exactly one', () => {
		fc.assert(
			fc.property(mails, (all) => {
				const groups = groupsOf(all);
				expect(groups.flat().sort((a, b) => a - b)).toEqual(all.map((_, at) => at));
				const groupAt = all.map((_, at) => groups.findIndex((members) => members.includes(at)));
				for (const key of ['author', 'thread'] as const) {
					all.forEach((one, at) =>
						all.forEach((other, second) => {
							if (one[key] !== undefined && one[key] === other[key])
								expect(groupAt[at]).toBe(groupAt[second]);
						}),
					);
				}
			}),
		);
	});
});
