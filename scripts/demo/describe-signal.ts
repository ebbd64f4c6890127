import type { Signal } from '../../nodes/shared/domain/signal';

/** Whether all was done that workflow 01 does for a signal. */
export const isDone = ({ status, actions }: Signal): boolean =>
	status === 'te beoordelen'
		? actions.some(({ kind }) => kind === 'mail')
		: !['ontvangen', 'heropend'].includes(status);

const percentage = (confidence: number | undefined): string => `${Math.round((confidence ?? 0) * 100)}%`;

/** Who wrote what -> category, supplier, confidence -> reference -> where it went, on two lines. */
export function describeSignal(signal: Signal): string {
	const { customer, subject, classification, reference, status, tickets } = signal;
	const who = customer.name ?? customer.email ?? 'onbekende afzender';
	const judged = classification
		? `${classification.category} ${percentage(classification.confidence.category)}, ${classification.supplier} ${percentage(classification.confidence.supplier)}`
		: 'niet beoordeeld';
	const where = tickets.map(({ system, number }) => `${system} ${number}`).join(', ') || status;
	return `✉ ${who}: ${subject || '(geen onderwerp)'}\n   → ${judged} → ${reference} → ${where}`;
}
