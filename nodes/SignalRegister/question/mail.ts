import { DateTime } from 'luxon';
import { dutchDay } from '../../shared/domain/updates/message';
import type { QuestionMail } from '../../shared/storage/questions/questions';

const SIGNATURE = 'Met vriendelijke groet,\nDienstencentrum';

/** What the mail says: to the customer, or for an expired question to the handler. */
export function questionText(
	{ kind, question, answerBy, signal }: QuestionMail,
	link: string | null,
): string {
	const { reference, customer, subject } = signal;
	const about = `"${subject || 'zonder onderwerp'}" (${reference})`;
	if (kind === 'expired') {
		return [
			'Beste collega,',
			`Wij vroegen de klant iets over het bericht ${about}. Er kwam geen antwoord, ook niet na een herinnering. Wilt u beslissen hoe het verder gaat?`,
			`De vraag was:`,
			quoted(question),
			`Klant: ${customer.name ?? 'niet bekend'}, ${customer.email ?? 'niet bekend'}`,
			'Deze e-mail is automatisch gemaakt door het signalenregister.',
		].join('\n\n');
	}
	const intro =
		kind === 'question'
			? `U stuurde ons een bericht over ${about}. Om u te kunnen helpen hebben wij een vraag:`
			: `Wij stelden u een vraag over uw bericht ${about}. Wij hebben nog geen antwoord. De vraag was:`;
	return [
		`Beste ${customer.name ?? 'heer of mevrouw'},`,
		intro,
		quoted(question),
		`Wilt u antwoorden voor of op ${dutchDay(DateTime.fromISO(answerBy))}? Beantwoord deze e-mail, of geef uw antwoord op deze pagina:`,
		link,
		SIGNATURE,
	].join('\n\n');
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');
