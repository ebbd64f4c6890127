import { DateTime } from 'luxon';
import { dutchDay } from '../../shared/domain/updates/message';
import { ANSWER_ON_PAGE, type QuestionMail } from '../../shared/storage/questions/questions';

/**
 * What the mail says: to the customer, or for an expired or answered question to the handler.
 * @param signedBy our organisation
 */
export function questionText(mail: QuestionMail, link: string | null, signedBy: string): string {
	switch (mail.kind) {
		case 'expired':
			return toHandler(mail, [
				`Wij vroegen de klant iets over het bericht ${about(mail)}. Er kwam geen antwoord, ook niet na een herinnering. Wilt u beslissen hoe het verder gaat?`,
			]);
		case 'answered':
			return toHandler(
				mail,
				[
					`De klant heeft antwoord gegeven op de vraag over het bericht ${about(mail)}. Wilt u verder gaan?`,
					...duplicate(mail),
				],
				['Het antwoord is:', quoted(answerIn(mail))],
			);
		default:
			return toCustomer(mail, link, signedBy);
	}
}

/** Of the mail to the handler; null for what goes to the customer, as an answer in the conversation. */
export function questionSubject({ kind, signal: { reference } }: QuestionMail): string | null {
	if (kind === 'expired') return `Wilt u beslissen? Geen antwoord van de klant over ${reference}`;
	return kind === 'answered' ? `Antwoord van de klant over ${reference}` : null;
}

function toCustomer(mail: QuestionMail, link: string | null, signedBy: string): string {
	const intro =
		mail.kind === 'question'
			? `U stuurde ons een bericht over ${about(mail)}. Om u te kunnen helpen hebben wij een vraag:`
			: `Wij stelden u een vraag over uw bericht ${about(mail)}. Wij hebben nog geen antwoord. De vraag was:`;
	return [
		`Beste ${mail.signal.customer.name ?? 'heer of mevrouw'},`,
		intro,
		quoted(mail.question),
		`Wilt u antwoorden voor of op ${dutchDay(DateTime.fromISO(mail.answerBy))}? Beantwoord deze e-mail, of geef uw antwoord op deze pagina:`,
		link,
		`Met vriendelijke groet,\n${signedBy}`,
	].join('\n\n');
}

function toHandler(mail: QuestionMail, intro: string[], answer: string[] = []): string {
	const { name, email } = mail.signal.customer;
	return [
		'Beste collega,',
		...intro,
		'De vraag was:',
		quoted(mail.question),
		...answer,
		`Klant: ${name ?? 'niet bekend'}, ${email ?? 'niet bekend'}`,
		'Deze e-mail is automatisch gemaakt door het signalenregister.',
	].join('\n\n');
}

const about = ({ signal: { reference, subject } }: QuestionMail): string =>
	`"${subject || 'zonder onderwerp'}" (${reference})`;

const duplicate = ({ signal: { duplicateOf } }: QuestionMail): string[] =>
	duplicateOf ? [`Dit is een dubbel van ${duplicateOf}. Het antwoord staat ook daar: ga daar verder.`] : [];

/** What was answered on the page last. */
const answerIn = ({ signal: { actions } }: QuestionMail): string =>
	actions.findLast(({ text }) => text.startsWith(ANSWER_ON_PAGE))?.text.slice(ANSWER_ON_PAGE.length) ??
	'(het antwoord is niet meer bewaard)';

const quoted = (text: string): string => text.replace(/^/gm, '> ');
