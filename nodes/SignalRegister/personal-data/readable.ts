import type { Signal } from '../../shared/domain/signal';
import type { PersonalDataExport } from '../../shared/storage/personal-data/personal-data';
import { dutchMoment } from '../../shared/domain/working-time/dutch-moment';

const listed = (lines: readonly string[]): string =>
	lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'Geen.';

const quoted = (text: string): string => (text || '(leeg)').replace(/^/gm, '> ');

/** The export as a person reads it, in Markdown. */
export function readableExport(data: PersonalDataExport): string {
	const { signals, followUps, mails, satisfaction, stoppedUpdatesAt, mentionedIn } = data;
	return [
		`# Gegevens van ${data.email} in het signalenregister`,
		`Gemaakt op ${dutchMoment(data.createdAt)}.`,
		`## Signalen (${signals.length})`,
		...(signals.length > 0 ? signals.map(readableSignal) : ['Geen.']),
		`## Reacties per e-mail (${followUps.length})`,
		...(followUps.length > 0
			? followUps.map(
					({ reference, receivedAt, subject, text }) =>
						`### ${dutchMoment(receivedAt)}, bij ${reference}\n\n${subject}\n\n${quoted(text)}`,
				)
			: ['Geen.']),
		`## E-mails van ons (${mails.length})`,
		listed(mails.map(({ createdAt, subject, state }) => `${dutchMoment(createdAt)}: ${subject} (${state})`)),
		`## Tevredenheid (${satisfaction.length})`,
		listed(
			satisfaction.map(
				({ reference, invitedAt, answer, remark }) =>
					`${reference}: gevraagd op ${dutchMoment(invitedAt)}, antwoord: ${answer ?? 'geen'}${remark ? `, toelichting: ${remark}` : ''}`,
			),
		),
		'## Statusberichten',
		stoppedUpdatesAt ? `Wil sinds ${dutchMoment(stoppedUpdatesAt)} geen statusberichten.` : 'Niet gestopt.',
		`## Genoemd bij anderen (${mentionedIn.length})`,
		'Bij deze signalen van anderen staat het adres ergens in de tekst. Bekijk zelf wat daarvan hierbij hoort.',
		listed(mentionedIn),
	].join('\n\n');
}

function readableSignal(signal: Signal): string {
	const { customer, classification, tickets, actions } = signal;
	const facts = [
		`Ontvangen: ${dutchMoment(signal.source.receivedAt)}`,
		`Naam: ${customer.name ?? 'niet bekend'}`,
		`E-mail: ${customer.email ?? 'niet bekend'}`,
		`Organisatie: ${customer.organisation ?? 'niet bekend'}`,
		`Soort: ${classification?.category ?? 'niet bekend'}`,
		`Leverancier: ${classification?.supplier ?? 'niet bekend'}`,
		`Status: ${signal.status}`,
		`Tickets: ${tickets.map(({ supplier, number }) => `${number} (${supplier})`).join(', ') || 'geen'}`,
	];
	const history = actions.map(
		({ at, actor, kind, text }) => `${dutchMoment(at)}, ${actor}, ${kind}: ${text}`,
	);
	return [
		`### ${signal.reference}: ${signal.subject}`,
		listed(facts),
		quoted(signal.text),
		'Wat er is gedaan:',
		listed(history),
	].join('\n\n');
}
