import type { SignalAction } from '../signal';

/** Kinds of actions by which a person writes down that the customer heard something. */
export const SEEN_BY_CUSTOMER = ['antwoord', 'gesprek', 'mail', 'telefoon'] as const;

/** Whether the customer saw or heard this. What the outbox sent is judged by who got it. */
export const isSeenByCustomer = ({ kind }: Pick<SignalAction, 'kind'>): boolean =>
	(SEEN_BY_CUSTOMER as readonly string[]).includes(kind.trim().toLowerCase());
