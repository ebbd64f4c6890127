import type { Signal } from '../../shared/domain/signal';
import { MailboxError } from '../mailbox-error';

/** What a placeholder stands for; undefined where the signal does not have it. */
const PLACEHOLDERS: Record<string, (signal: Signal, signedBy: string) => string | null | undefined> = {
	bericht: ({ text }) => text.replace(/^.*$/gm, (line) => `> ${line}`.trimEnd()),
	leverancier: ({ classification }) => classification?.supplier,
	naam: ({ customer }) => customer.name || 'heer of mevrouw',
	nummer: ({ reference }) => reference,
	onderwerp: ({ subject }) => subject || 'zonder onderwerp',
	organisatie: (_signal, signedBy) => signedBy,
	soort: ({ classification }) => classification?.category,
	status: ({ status }) => status,
	ticket: ({ tickets }) => tickets.at(-1)?.number,
};

const known = Object.keys(PLACEHOLDERS)
	.map((name) => `{${name}}`)
	.join(', ');

/**
 * Fills in a text: `{nummer}` becomes the reference, and so on. What is filled in is not looked at
 * again: a customer who writes `{status}` gets his own words back.
 * @throws MailboxError for a placeholder that does not exist, or that this signal has nothing for
 */
export function fillTemplate(template: string, signal: Signal, signedBy: string): string {
	return template.replace(/\{([^{}\n]*)\}/g, (placeholder, name: string) => {
		const meaning = PLACEHOLDERS[name.trim().toLowerCase()];
		if (!meaning) {
			throw new MailboxError(
				`The template asks for ${placeholder}, which does not exist`,
				`Choose from ${known}.`,
			);
		}
		const value = meaning(signal, signedBy);
		if (value) return value;
		throw new MailboxError(
			`The template asks for ${placeholder}, but signal ${signal.reference ?? 'without a reference'} has none`,
			name.trim().toLowerCase() === 'organisatie'
				? 'Fill in Organisation or From Name in the Signal Mailbox credential.'
				: 'Use another template for such signals, or look whether a step before this one left it out.',
		);
	});
}
