import fc from 'fast-check';
import { sequenceSet } from '../../../nodes/SignalMailbox/imap/sequence-set';

/** The UIDs that a set stands for, as a server reads it. */
const read = (set: string): number[] =>
	set.split(',').flatMap((part) => {
		const [first, last = first] = part.split(':').map(Number) as [number, number?];
		return Array.from({ length: last! - first + 1 }, (_, index) => first + index);
	});

describe('UIDs as IMAP takes them', () => {
	it('makes runs short', () => {
		expect(sequenceSet([9, 5, 4, 6, 4, 12])).toBe('4:6,9,12');
	});

	it('stands for exactly these UIDs', () => {
		const uids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
		fc.assert(
			fc.property(uids, (given) =>
				expect(read(sequenceSet(given))).toEqual([...given].sort((a, b) => a - b)),
			),
		);
	});
});
