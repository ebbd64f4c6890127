import { z } from 'zod/v4';

/**
 * - `started`: the supplier works on it;
 * - `solved`: it says that it is done;
 * - `canceled`: it will not do it.
 */
export const PROGRESS = ['started', 'solved', 'canceled'] as const;
export type Progress = (typeof PROGRESS)[number];

/** One thing that a supplier reported, whatever system it works in. */
export interface SupplierChange {
	/** The same for the same change, however often it comes by. */
	changeId: string;
	system: 'topdesk' | 'planon' | 'email';
	/** Our reference, as it stands at the supplier; null when it has none. */
	reference: string | null;
	ticket: { number: string; id: string | null };
	/** What it means for the signal; null when it says nothing about that. */
	progress: Progress | null;
	/** For the action on the signal; null for a change that nobody needs to read. */
	text: string | null;
	/** Who wrote the text. What the customer wrote at the supplier is an answer of the customer. */
	by: 'supplier' | 'customer';
}

const ticket = z.object({ number: z.string().min(1), id: z.string().nullable() });
const common = z.object({
	changeId: z.string().min(1),
	reference: z.string().nullable(),
	from: z.string().nullish(),
	to: z.string().nullish(),
});

/** An item of the TOPdesk Trigger or the TOPdesk Webhook Trigger. */
const topdeskItem = common.extend({
	event: z.string(),
	ticket: ticket.extend({ system: z.literal('topdesk') }),
	incident: z.looseObject({ completed: z.boolean().nullish(), closed: z.boolean().nullish() }),
	entry: z
		.object({
			text: z.string(),
			by: z.enum(['operator', 'caller']),
			name: z.string().nullable(),
			invisibleForCaller: z.boolean(),
		})
		.optional(),
});

/** An item of the Planon Trigger. */
const planonItem = common.extend({
	event: z.string(),
	ticket: ticket.extend({ system: z.literal('planon') }),
	record: z.looseObject({}),
	state: z.enum(['reported', 'inProgress', 'completed', 'canceled']).nullish(),
});

/** Names of states at suppliers that mean something else than that it is worked on, in lower case. */
export const supplierWordsSchema = z.object({
	solved: names('afgehandeld, afgemeld, completed, gereed, gesloten, closed, opgelost, resolved'),
	/** Not begun: the supplier only has it. */
	reported: names('aangemeld, geregistreerd, nieuw, new, logged, registered, reported'),
	canceled: names('afgewezen, geannuleerd, ingetrokken, canceled, cancelled, rejected'),
});
export type SupplierWords = z.output<typeof supplierWordsSchema>;

/**
 * Reads what a trigger gave.
 * @throws ZodError that names the field which is not as the triggers give it
 */
export function readSupplierChange(item: unknown, words: SupplierWords): SupplierChange {
	const { ticket: seen } = z
		.object({ ticket: z.object({ system: z.enum(['topdesk', 'planon']) }) })
		.parse(item);
	return seen.system === 'topdesk'
		? ofTopdesk(topdeskItem.parse(item), words)
		: ofPlanon(planonItem.parse(item), words);
}

function ofTopdesk(item: z.output<typeof topdeskItem>, words: SupplierWords): SupplierChange {
	const { event, incident, entry, from, to } = item;
	const change = { ...about(item), by: 'supplier' as const };
	switch (event) {
		case 'closed':
		case 'completed':
			return { ...change, progress: 'solved', text: 'De melding is bij de leverancier afgehandeld.' };
		case 'statusChanged': {
			// The status of what is done tells how it was done, not that it is worked on.
			const done = incident.completed || incident.closed;
			return { ...change, progress: done ? 'solved' : progressOf(to, words), text: changed(from, to) };
		}
		case 'memoAdded':
			return { ...change, progress: null, text: entry ? memo(entry) : null };
		case 'callerReplied':
			return { ...change, by: 'customer', progress: null, text: entry?.text.trim() || null };
		default:
			return { ...change, progress: null, text: null };
	}
}

function ofPlanon(item: z.output<typeof planonItem>, words: SupplierWords): SupplierChange {
	const change = { ...about(item), by: 'supplier' as const };
	if (item.event !== 'stateChanged') return { ...change, progress: null, text: null };
	const meanings = {
		reported: null,
		inProgress: 'started',
		completed: 'solved',
		canceled: 'canceled',
	} as const;
	const progress = item.state ? meanings[item.state] : progressOf(item.to, words);
	return { ...change, progress, text: changed(item.from, item.to) };
}

const about = ({
	changeId,
	reference,
	ticket: { system, number, id },
}: z.output<typeof topdeskItem | typeof planonItem>) => ({
	changeId,
	system,
	reference,
	ticket: { number, id },
});

/** A state that nobody named means that the supplier is working on it. */
function progressOf(state: string | null | undefined, words: SupplierWords): Progress | null {
	const name = state?.trim().toLowerCase() ?? '';
	if (name === '' || words.reported.includes(name)) return null;
	if (words.solved.includes(name)) return 'solved';
	return words.canceled.includes(name) ? 'canceled' : 'started';
}

const changed = (from: string | null | undefined, to: string | null | undefined): string =>
	from
		? `Bij de leverancier: van '${from}' naar '${to ?? 'niets'}'.`
		: `Bij de leverancier: '${to ?? 'niets'}'.`;

function memo({
	text,
	name,
	invisibleForCaller,
}: NonNullable<z.output<typeof topdeskItem>['entry']>): string {
	const who = name ? ` van ${name}` : '';
	return `${invisibleForCaller ? 'Interne notitie' : 'Bericht'}${who} bij de leverancier: ${text.trim()}`;
}

function names(list: string) {
	return z
		.string()
		.default(list)
		.transform((written) =>
			written
				.split(',')
				.map((name) => name.trim().toLowerCase())
				.filter(Boolean),
		);
}
