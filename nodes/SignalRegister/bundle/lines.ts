import { DateTime } from 'luxon';
import type { Signal } from '../../shared/domain/signal';

/** The columns of the bundle in their order, by the heading that people read. */
const COLUMNS: Record<string, (signal: Signal) => string | null | undefined> = {
	Nummer: ({ reference }) => reference,
	Ontvangen: ({ source }) => dutchTime(source.receivedAt),
	Klant: ({ customer }) => customer.name,
	'E-mail': ({ customer }) => customer.email,
	Organisatie: ({ customer }) => customer.organisation,
	Onderwerp: ({ subject }) => subject,
	Tekst: ({ text }) => text,
	Soort: ({ classification }) => classification?.category,
	Ook: ({ classification }) => classification?.also.join(', '),
	Leverancier: ({ classification }) => classification?.supplier,
	Urgentie: ({ classification }) => classification?.urgency,
	Toon: ({ classification }) => classification?.sentiment,
	Status: ({ status }) => status,
	Behandelaar: ({ handler }) => handler,
	'Dubbel van': ({ duplicateOf }) => duplicateOf,
	Tickets: ({ tickets }) => tickets.map(({ supplier, number }) => `${supplier} ${number}`).join(', '),
	Acties: ({ actions }) => actions.map(({ at, text }) => `${dutchTime(at)} ${text}`).join('\n'),
};

export const HEADINGS = Object.keys(COLUMNS);

/** What stands in the bundle about a signal, in the order of the headings; empty where there is nothing. */
export const toLine = (signal: Signal): string[] =>
	Object.values(COLUMNS).map((value) => printable(value(signal) ?? ''));

const dutchTime = (moment: string) =>
	DateTime.fromISO(moment, { zone: 'Europe/Amsterdam' }).toFormat('yyyy-MM-dd HH:mm');

/** Without the characters that no text file and no XML may have. */
const printable = (text: string) => text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '');
