import type { WholeSignal } from '../../shared/storage/archive';
import { dutchMoment } from '../../shared/domain/working-time/dutch-moment';

const part = (title: string, text: string): string[] =>
	text === '' ? [] : [`${title}\n${'-'.repeat(title.length)}\n${text}`];
const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** All that the register keeps of a signal, as a person reads it, in plain text. */
export function sourceText({ signal, followUps }: WholeSignal): string {
	const { reference, source, customer, classification, attachments } = signal;
	const facts: Array<[string, string | null | undefined]> = [
		['Nummer', reference],
		['Ontvangen', dutchMoment(source.receivedAt)],
		['Bron', { mail: 'mail', form: 'formulier', import: 'oude lijst' }[source.kind]],
		['Message-ID', source.messageId],
		['Mailbox', source.mailbox],
		['Klant', customer.name],
		['E-mail', customer.email],
		['Organisatie', customer.organisation],
		['Onderwerp', signal.subject],
		['Soort', classification && [classification.category, ...classification.also].join(', ook ')],
		['Leverancier', classification?.supplier],
		['Urgentie', classification?.urgency],
		['Status', signal.status],
		['Behandelaar', signal.handler],
		['Dubbel van', signal.duplicateOf],
	];
	const tickets = signal.tickets.map(
		({ supplier, system, number, createdAt }) =>
			`${supplier} ${number} (${system}, ${dutchMoment(createdAt)})`,
	);
	return `${[
		facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n'),
		...part('Wat de klant schreef', signal.text),
		...part('Ondertekening', signal.signature),
		...part('Eerdere berichten', signal.quotedText),
		...part(
			'Bijlagen (in de mail zelf)',
			listed(attachments.map(({ name, contentType, size }) => `${name} (${contentType}, ${size} bytes)`)),
		),
		...part('Tickets', listed(tickets)),
		...part(
			'Wat er is gedaan',
			listed(
				signal.actions.map(({ at, actor, kind, text }) => `${dutchMoment(at)}, ${actor}, ${kind}: ${text}`),
			),
		),
		...followUps.flatMap(({ sender, receivedAt, subject, text, attachments: files }) =>
			part(
				`Reactie van ${sender.name ?? sender.email ?? 'onbekend'}, ${dutchMoment(receivedAt)}`,
				[subject, text, ...(files.length > 0 ? [`Bijlagen: ${files.join(', ')}`] : [])].join('\n\n'),
			),
		),
	].join('\n\n')}\n`;
}
