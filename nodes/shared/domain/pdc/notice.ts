import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../codebook';
import { comparable, fieldChangeSchema } from './change';
import { itemCodeSchema, tidyText } from './item';

/**
 * - `concept`: found by a comparison with the supplier's catalogue; nobody has submitted it;
 * - `ingediend`: waits for the portfolio manager;
 * - `teruggevraagd`: waits for an answer of who submitted it;
 * - `goedgekeurd`: approved, but no second reader has it yet;
 * - `bij redactie`: waits for the second reader, who looks at the wording;
 * - `doorgevoerd`: it is in the catalogue;
 * - `afgewezen`: it will not be.
 */
export const NOTICE_STATES = [
	'concept',
	'ingediend',
	'teruggevraagd',
	'goedgekeurd',
	'bij redactie',
	'doorgevoerd',
	'afgewezen',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Where a notice may go from where it is. */
const MOVES: Record<NoticeState, readonly NoticeState[]> = {
	concept: ['ingediend', 'afgewezen'],
	ingediend: ['teruggevraagd', 'goedgekeurd', 'afgewezen'],
	teruggevraagd: ['ingediend', 'afgewezen'],
	goedgekeurd: ['bij redactie'],
	'bij redactie': ['doorgevoerd', 'ingediend'],
	doorgevoerd: [],
	afgewezen: [],
};
export const mayMove = (from: NoticeState, to: NoticeState): boolean => MOVES[from].includes(to);

/** Notices that are not finished. */
export const OPEN_STATES = NOTICE_STATES.filter((state) => MOVES[state].length > 0);

export const NOTICE_KINDS = ['toegevoegd', 'gewijzigd', 'vervallen'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const text = z.string().max(20_000).transform(tidyText);
const filled = (what: string) => text.refine((value) => value !== '', `Fill in ${what}`);

/** What a supplier manager says, or a comparison finds. */
export const noticeInputSchema = z
	.object({
		kind: z.enum(NOTICE_KINDS),
		/** Code of the item it is about; of one that is added, the code that it gets. */
		code: itemCodeSchema,
		supplier: z.enum(SUPPLIERS),
		changes: z.array(fieldChangeSchema),
		/** For whom it changes. */
		audience: text.default(''),
		/** From when. */
		effectiveFrom: z.iso.date('Write a day as 2026-12-24'),
		why: text.default(''),
		/** What the customer notices of it, in plain Dutch: customers are told it in these words. */
		notices: text.default(''),
		submittedBy: z.email('Fill in the address of who reports the change'),
	})
	.refine(({ kind, changes }) => kind === 'vervallen' || changes.length > 0, {
		path: ['changes'],
		error: 'Say what changes: fill in at least one field with other words than the catalogue has',
	});
export type NoticeInput = z.input<typeof noticeInputSchema>;

/** What a person must have said; a comparison cannot know it. */
export const submittedSchema = noticeInputSchema.and(
	z.object({
		audience: filled('for whom it changes'),
		why: filled('why it changes'),
		notices: filled('what the customer notices of it'),
	}),
);

export const noticeNumberSchema = z
	.string()
	.trim()
	.regex(/^P-\d{4}-\d{6}$/, 'A notice has a number such as P-2026-000123');

const logLineSchema = z.object({ at: z.string(), actor: z.string(), kind: z.string(), text: z.string() });
export type NoticeLogLine = z.output<typeof logLineSchema>;

export const noticeSchema = noticeInputSchema.and(
	z.object({
		number: noticeNumberSchema,
		state: z.enum(NOTICE_STATES),
		/** Version of the item that the changes start from; 0 for one that is added. */
		baseVersion: z.number().int().min(0),
		/** Name of the item, for people. */
		itemName: z.string(),
		portfolio: z.string(),
		/** Portfolio manager who decides; null when the item has none. */
		owner: z.string().nullable(),
		/** Who approved it, from `goedgekeurd` on. */
		approvedBy: z.string().nullable(),
		/** Who read the wording; from then on it only waits for the day from which it holds. */
		readBy: z.string().nullable(),
		submittedAt: z.string(),
		/** Since when it waits where it is. */
		waitingSince: z.string(),
		/** When the last reminder for where it waits now went out. */
		remindedAt: z.string().nullable(),
		log: z.array(logLineSchema),
	}),
);
export type Notice = z.output<typeof noticeSchema>;

/** The same change of the same item is the same notice, whoever sends it and from whatever day it is to hold. */
export function fingerprint({
	kind,
	code,
	changes,
	effectiveFrom,
}: Pick<Notice, 'kind' | 'code' | 'changes' | 'effectiveFrom'>): string {
	const wanted = changes
		.filter(({ field, to }) => field !== 'validFrom' || to !== effectiveFrom)
		.map(({ field, to }) => [field, comparable(to)] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return createHash('sha256')
		.update(JSON.stringify([kind, code, wanted]))
		.digest('hex');
}
