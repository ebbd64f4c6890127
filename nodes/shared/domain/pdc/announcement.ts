import { z } from 'zod/v4';
import { SUPPLIERS } from '../codebook';
import { tidyText } from './item';

export const ANNOUNCEMENT_KINDS = ['storing', 'gepland werk'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

/** `bezig`: the work was begun, or the disturbance is there. */
export const ANNOUNCEMENT_STATES = ['gepland', 'bezig', 'opgelost', 'vervallen'] as const;
export type AnnouncementState = (typeof ANNOUNCEMENT_STATES)[number];

/** Where announcements come from, with what they are. */
export const ANNOUNCEMENT_SOURCES = {
	'topdesk-wijziging': 'gepland werk',
	'topdesk-storing': 'storing',
	'planon-order': 'gepland werk',
} as const satisfies Record<string, AnnouncementKind>;
export type AnnouncementSource = keyof typeof ANNOUNCEMENT_SOURCES;
export const SOURCE_NAMES = Object.keys(ANNOUNCEMENT_SOURCES) as [
	AnnouncementSource,
	...AnnouncementSource[],
];

const line = (max: number) =>
	z
		.string()
		.transform((text) => tidyText(text).replace(/\s+/g, ' '))
		.pipe(z.string().max(max));
const moment = z.iso.datetime().nullable();

/** What customers read of it. */
export const wordsSchema = z.object({
	/** What there is: "Geen wifi". */
	title: line(300).pipe(z.string().min(1)),
	/** Where, or for whom; empty when that is not known. */
	place: line(300),
	/** What a customer notices, or can do; may be empty. */
	text: z.string().max(4000).transform(tidyText),
});
export type Words = z.output<typeof wordsSchema>;

export const REVIEW_OUTCOMES = ['melden', 'niet melden'] as const;

/** Planned work or a disturbance at a supplier, of which customers hear. It holds no data of persons. */
export const announcementSchema = z.object({
	/** Source, supplier and ID there: `topdesk-wijziging:SSC-ICT:7c1a5e0e-…`. */
	code: z.string().min(1),
	source: z.enum(SOURCE_NAMES),
	/** In the supplier's system. */
	sourceId: z.string().min(1),
	/** The number that people there quote. */
	number: z.string(),
	kind: z.enum(ANNOUNCEMENT_KINDS),
	supplier: z.enum(SUPPLIERS),
	state: z.enum(ANNOUNCEMENT_STATES),
	/** ISO 8601 in UTC; null when it is not known. */
	start: moment,
	/** When it is expected to be over. */
	end: moment,
	/** As the source has it. */
	words: wordsSchema,
	/** What a person decided; null when nobody did. */
	review: z
		.object({
			outcome: z.enum(REVIEW_OUTCOMES),
			/** What customers may read. */
			words: wordsSchema,
			/** The words of the source that it was decided on. */
			of: wordsSchema,
			by: z.string(),
		})
		.nullable(),
});
export type Announcement = z.output<typeof announcementSchema>;

/** It is over, or will not be: no customer who has not heard of it needs to. */
export const isOver = ({ state }: { state: AnnouncementState }): boolean =>
	state === 'opgelost' || state === 'vervallen';

/** What a customer knows of an announcement once he was told. */
export const seenSchema = announcementSchema
	.pick({ kind: true, state: true, start: true, end: true })
	.extend({ words: wordsSchema });
export type Seen = z.output<typeof seenSchema>;

const minuteOf = (moment: string | null): number | null =>
	moment === null ? null : Math.floor(Date.parse(moment) / 60_000);

/**
 * Whether nothing changed that a customer notices: what, where, when and how it stands. Seconds do not count, nor
 * when something began that goes on, nor anything of what is over.
 */
export function looksTheSame(one: Seen, other: Seen): boolean {
	if (one.state !== other.state) return false;
	if (isOver(one)) return true;
	const facts = ({ state, start, end, words: { title, place, text } }: Seen) =>
		JSON.stringify([title, place, text, minuteOf(end), state === 'gepland' ? minuteOf(start) : null]);
	return facts(one) === facts(other);
}
