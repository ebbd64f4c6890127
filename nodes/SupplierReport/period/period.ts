import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { Range } from '../../shared/domain/range';
import { ZONE } from '../../shared/domain/working-time/working-calendar';

export const PERIOD_KINDS = ['twoMonths', 'month', 'quarter', 'tertaal', 'free'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export interface ReportPeriod extends Range {
	/** For people: `september en oktober 2026`. */
	label: string;
	/** Just as long, right before it. */
	previous: Range;
	lastYear: Range;
	/** What lies between the same period last year and this one: what it is compared with. */
	between: Range;
	/** What lies before the same period last year, as far back as a year. */
	beforeLastYear: Range;
}

const MONTHS: Record<Exclude<PeriodKind, 'free'>, number> = {
	twoMonths: 2,
	month: 1,
	quarter: 3,
	tertaal: 4,
};

const day = z.iso.date('Write a day as 2026-11-24');

/** What a report may be asked about. */
export const periodRequestSchema = z
	.discriminatedUnion('kind', [
		z.object({
			kind: z.enum(['twoMonths', 'month', 'quarter', 'tertaal']),
			/** The period that ended last before this day. */
			endedBefore: day,
		}),
		z.object({
			kind: z.literal('free'),
			from: day,
			/** The last day, included. */
			upTo: day,
		}),
	])
	.refine((asked) => asked.kind !== 'free' || asked.from <= asked.upTo, {
		path: ['upTo'],
		error: 'The last day must not be before the first day',
	})
	.refine((asked) => asked.kind !== 'free' || daysBetween(asked.from, asked.upTo) < 366, {
		path: ['upTo'],
		error: 'A period is at most a year',
	});
export type PeriodRequest = z.input<typeof periodRequestSchema>;

/** @throws ZodError when the days are no days, in the wrong order, or more than a year apart */
export function reportPeriod(request: PeriodRequest): ReportPeriod {
	const asked = periodRequestSchema.parse(request);
	if (asked.kind === 'free') {
		const until = at(asked.upTo).plus({ days: 1 });
		return around(
			at(asked.from),
			until,
			at(asked.from).minus({ days: until.diff(at(asked.from), 'days').days }),
		);
	}
	const length = { months: MONTHS[asked.kind] };
	const end = at(asked.endedBefore);
	const inYear = Math.floor((end.month - 1) / length.months) * length.months;
	const until = end.startOf('year').plus({ months: inYear });
	return around(until.minus(length), until, until.minus(length).minus(length));
}

function around(from: DateTime, until: DateTime, previousFrom: DateTime): ReportPeriod {
	const year = { years: 1 };
	const lastYear = range(from.minus(year), until.minus(year));
	return {
		...range(from, until),
		label: labelOf(from, until),
		previous: range(previousFrom, from),
		lastYear,
		between: { from: lastYear.until < iso(from) ? lastYear.until : iso(from), until: iso(from) },
		beforeLastYear: range(until.minus({ years: 2 }), from.minus(year)),
	};
}

/** `september en oktober 2026`, `november 2026`, `3 maart tot en met 9 april 2026`. */
function labelOf(from: DateTime, until: DateTime): string {
	const last = until.minus({ days: 1 });
	const sameYear = from.year === last.year;
	if (from.day !== 1 || until.day !== 1) {
		if (iso(from) === iso(last)) return last.toFormat('d MMMM yyyy', DUTCH);
		return `${from.toFormat(sameYear ? 'd MMMM' : 'd MMMM yyyy', DUTCH)} tot en met ${last.toFormat('d MMMM yyyy', DUTCH)}`;
	}
	const months = Math.round(until.diff(from, 'months').months);
	if (months === 1) return from.toFormat('MMMM yyyy', DUTCH);
	const word = months === 2 ? 'en' : 'tot en met';
	return `${from.toFormat(sameYear ? 'MMMM' : 'MMMM yyyy', DUTCH)} ${word} ${last.toFormat('MMMM yyyy', DUTCH)}`;
}

const DUTCH = { locale: 'nl' };
const at = (date: string) => DateTime.fromISO(date, { zone: ZONE });
const iso = (date: DateTime) => date.toISODate()!;
const range = (from: DateTime, until: DateTime): Range => ({ from: iso(from), until: iso(until) });
const daysBetween = (from: string, to: string) => at(to).diff(at(from), 'days').days;

/** When something happened: `in oktober 2026`, `op 3 maart 2026`, `van 3 maart tot en met 9 april 2026`. */
export const during = (label: string): string => {
	if (label.includes(' tot en met ')) return `van ${label}`;
	return /^\d/.test(label) ? `op ${label}` : `in ${label}`;
};

/** A period as it is spoken of in a list of days: `1 september 2026 tot en met 31 oktober 2026`. */
export const rangeInWords = ({ from, until }: Range): string => labelOf(at(from), at(until));
