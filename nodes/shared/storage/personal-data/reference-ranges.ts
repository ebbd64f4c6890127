/** A run of references that follow each other in one year. */
interface Range {
	year: number;
	first: number;
	last: number;
}

const REFERENCE = /^R-(\d{4})-(\d{6,})$/;
const UNTIL = ' t/m ';
const BETWEEN = ', ';

/** So that what one run read of a large register stays one line of the log. */
const MOST_RANGES = 2_000;

const write = (year: number, number: number): string => `R-${year}-${String(number).padStart(6, '0')}`;

/**
 * References as people write a list of them: `R-2026-000001 t/m R-2026-000120, R-2026-000130`. A list of more than
 * `most` ranges is made shorter by closing the smallest gaps: it then names more than was given, and never less.
 */
export function toRanges(references: Iterable<string>, most = MOST_RANGES): string {
	const numbers = [...new Set(references)].flatMap((reference) => {
		const [, year, number] = REFERENCE.exec(reference) ?? [];
		return year && number ? [{ year: Number(year), number: Number(number) }] : [];
	});
	numbers.sort((one, other) => one.year - other.year || one.number - other.number);
	const ranges: Range[] = [];
	for (const { year, number } of numbers) {
		const before = ranges.at(-1);
		if (before?.year === year && before.last === number - 1) before.last = number;
		else ranges.push({ year, first: number, last: number });
	}
	return withoutSmallGaps(ranges, most)
		.map(({ year, first, last }) =>
			first === last ? write(year, first) : `${write(year, first)}${UNTIL}${write(year, last)}`,
		)
		.join(BETWEEN);
}

function withoutSmallGaps(ranges: readonly Range[], most: number): readonly Range[] {
	if (ranges.length <= most) return ranges;
	const gapBefore = (index: number): number => {
		const [before, range] = [ranges[index - 1], ranges[index]!];
		return before?.year === range.year ? range.first - before.last : Infinity;
	};
	const bySize = [...ranges.keys()].sort((one, other) => gapBefore(one) - gapBefore(other));
	const closed = new Set(bySize.slice(0, ranges.length - most));
	const merged: Range[] = [];
	for (const [index, range] of ranges.entries()) {
		const before = merged.at(-1);
		if (closed.has(index) && before?.year === range.year) before.last = range.last;
		else merged.push({ ...range });
	}
	return merged;
}

/** Whether one of the references is in such a list. */
export function rangesHold(ranges: string, references: ReadonlySet<string>): boolean {
	return ranges.split(BETWEEN).some((range) => {
		const [first, last = first] = range.split(UNTIL) as [string, string?];
		if (first === last) return references.has(first);
		const [from, until] = [REFERENCE.exec(first)!, REFERENCE.exec(last)!];
		return [...references].some((reference) => {
			const [, year, number] = REFERENCE.exec(reference) ?? [];
			return year === from[1] && Number(number) >= Number(from[2]) && Number(number) <= Number(until[2]);
		});
	});
}
