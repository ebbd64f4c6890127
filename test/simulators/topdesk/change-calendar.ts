import type { FastifyInstance } from 'fastify';
import { z } from 'zod/v4';
import type { Card, CardStore } from './cards';
import { refuse } from './errors';
import { date, idIn, queryOf, several } from './read';

/** What an operator fills in on the card of a change, past the API. */
export interface PlannedChange {
	briefDescription: string;
	/** ISO 8601 */
	plannedStartDate: string;
	plannedImplementationDate: string;
	/** When the work really began and ended. */
	startDate?: string;
	implementationDate?: string;
	category?: string;
	/** `simple_notStarted`, `rejected` and so on. */
	processingStatus?: string;
}

const CARD_TYPES = [
	'change_simple',
	'change_extensive',
	'undefined',
	'activity_authorization',
	'activity_normal',
] as const;
const STATES = ['planned', 'in_progress', 'done'] as const;
const oneOf = (values: readonly string[]) =>
	z
		.union([z.enum(values), z.array(z.enum(values))])
		.transform((given) => [given].flat())
		.optional();

const GONE: Record<string, string> = { rejected: 'rejected', extensive_cancelled: 'canceled' };

/** The phase of a change that will not be carried out; undefined for the others. */
export const phaseOf = ({ processingStatus }: Card): string | undefined => GONE[String(processingStatus)];

const dateOf = (card: Card, ...names: string[]): string | undefined => {
	const simple = (card.simple ?? {}) as Record<string, string | undefined>;
	return names.map((name) => simple[name]).find(Boolean);
};
const startOf = (card: Card) => dateOf(card, 'startDate', 'plannedStartDate');
const endOf = (card: Card) => dateOf(card, 'implementationDate', 'plannedImplementationDate');
const stateOf = (card: Card) =>
	dateOf(card, 'implementationDate') ? 'done' : dateOf(card, 'startDate') ? 'in_progress' : 'planned';

/** The calendar of changes: those with a start and an end that are not canceled. */
export function addChangeCalendar(server: FastifyInstance, changes: CardStore): void {
	const shown = () => changes.cards.filter((card) => startOf(card) && endOf(card) && !phaseOf(card));

	server.get('/changeCalendar', async (request) => {
		const query = queryOf(request, {
			...{ start: date, end: date, branch: several, category: several, subcategory: several },
			...{ status: several, type: several, cardType: oneOf(CARD_TYPES), currentState: oneOf(STATES) },
		});
		const results = shown()
			.filter((card) => Date.parse(startOf(card)!) <= Date.parse(query.end))
			.filter((card) => Date.parse(endOf(card)!) >= Date.parse(query.start))
			.map((card) => ({ ...entryOf(card), start: startOf(card), end: endOf(card), category: card.category }))
			.filter(({ cardType }) => !query.cardType || query.cardType.includes(cardType))
			.filter(({ currentState }) => !query.currentState || query.currentState.includes(currentState))
			.filter(({ category }) => !query.category || query.category.includes(String(category)))
			.map(({ category: _category, ...entry }) => entry);
		return { results };
	});
	server.get('/changeCalendar/:id', async (request) => {
		const id = idIn(request);
		const card = shown().find((one) => one.id === id);
		if (!card) throw refuse(404, 'The change or activity was not found');
		const { number, briefDescription, currentState } = entryOf(card);
		return { number, briefDescription, currentState, startDate: startOf(card), endDate: endOf(card) };
	});
}

const entryOf = (card: Card) => ({
	id: card.id,
	number: card.number,
	briefDescription: card.briefDescription,
	cardType: `change_${String(card.changeType)}`,
	currentState: stateOf(card),
});

/** As an operator does on the screen: plans a change, or fills in more of the one with this number. */
export function planChange(changes: CardStore, fields: Partial<PlannedChange>, number?: string): string {
	const { briefDescription, category, processingStatus, ...dates } = fields;
	const card = number
		? changes.cards.find((one) => one.number === number)!
		: changes.add({ changeType: 'simple', processingStatus: 'simple_notStarted' });
	const own = Object.entries({ briefDescription, category, processingStatus });
	Object.assign(card, Object.fromEntries(own.filter(([, value]) => value !== undefined)));
	card.simple = { ...(card.simple as object | undefined), ...dates };
	return card.number;
}
