import type { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { counted } from '../../text/counted';
import type { Signal, Status } from '../signal';
import { ZONE } from '../working-time/working-calendar';
import { hasNews } from './plan';

const sentence = z
	.string()
	.trim()
	.min(1, 'Fill in the text, or remove it to get the text that is there by itself');

/**
 * What customers read, in plain Dutch (B1). `{nummer}`, `{onderwerp}`, `{leverancier}`, `{datum}` and
 * `{dagen}` are filled in.
 */
export const updateTextsSchema = z.object({
	underReview: sentence.default('Een collega bekijkt wie u het beste kan helpen. Er is nog geen nieuws.'),
	forwarded: sentence.default('{leverancier} heeft uw melding van ons gekregen. Er is nog geen nieuws.'),
	started: sentence.default('{leverancier} is ermee begonnen.'),
	stillBusy: sentence.default('Wij zijn ermee bezig, maar er is nog geen nieuws.'),
	reopened: sentence.default('Wij hebben uw melding opnieuw geopend en zoeken uit wat er nodig is.'),
	solved: sentence.default(
		'Volgens {leverancier} is dit opgelost. Klopt dat niet? Beantwoord dan deze e-mail binnen {dagen} werkdagen. Horen wij niets, dan sluiten wij de melding af.',
	),
	closed: sentence.default('Wij hebben deze melding afgesloten.'),
	nextUpdate: sentence.default('De volgende update is uiterlijk {datum}.'),
	stop: sentence.default(
		'Wilt u hierover geen updates meer? Beantwoord deze e-mail dan met alleen het woord stop. Een vraag stellen kan ook: laat het nummer in het onderwerp staan.',
	),
	signature: sentence.default('Met vriendelijke groet,\nDienstencentrum'),
});
export type UpdateTexts = z.output<typeof updateTextsSchema>;

/** A signal as its customer hears of it. */
export interface ToldSignal {
	signal: Signal;
	/** The status the customer was told last. */
	toldStatus: Status | null;
}

export interface UpdateMessage {
	subject: string;
	text: string;
}

/** Finished signals need no next update. */
export const isFinished = (status: Status): boolean => status === 'opgelost' || status === 'afgesloten';

/**
 * What to say to one customer about all his open signals.
 * @param nextUpdateBy until when the next update comes; null when every signal is finished
 * @param closeAfterDays working days to react to a solution
 */
export function updateMessage(
	signals: readonly ToldSignal[],
	nextUpdateBy: DateTime | null,
	closeAfterDays: number,
	texts: UpdateTexts,
): UpdateMessage {
	const [first, ...more] = signals;
	const name = first!.signal.customer.name ?? 'heer of mevrouw';
	const standing = signals.map((told) => standingOf(told, closeAfterDays, texts));
	const about = ({ signal }: ToldSignal) => `"${shortSubject(signal)}" (${signal.reference})`;
	const body =
		more.length === 0
			? `Dit is de stand van zaken van uw bericht ${about(first!)}.\n\n${standing[0]}`
			: `Dit is de stand van zaken van uw ${signals.length} berichten:\n\n${signals
					.map((told, index) => `- ${about(told)}: ${standing[index]}`)
					.join('\n')}`;
	const next = nextUpdateBy && texts.nextUpdate.replaceAll('{datum}', dutchDay(nextUpdateBy));
	const text = [`Beste ${name},`, body, next, texts.stop, texts.signature].filter(Boolean).join('\n\n');
	const subject =
		more.length === 0
			? `Stand van zaken: ${shortSubject(first!.signal)} [${first!.signal.reference}]`
			: `Stand van zaken van uw ${signals.length} berichten [${first!.signal.reference}]`;
	return { subject, text };
}

function standingOf({ signal, toldStatus }: ToldSignal, closeAfterDays: number, texts: UpdateTexts): string {
	const filled = sentenceFor(signal.status, toldStatus, texts)
		.replaceAll('{leverancier}', supplierName(signal))
		// The unit stands in the text, which an administrator may have changed.
		.replaceAll(/\{dagen\} (werkdag|dag)en\b/g, (_, unit: string) =>
			counted(closeAfterDays, unit, `${unit}en`),
		)
		.replaceAll('{dagen}', String(closeAfterDays))
		.replaceAll('{nummer}', signal.reference ?? '')
		// Last: what a customer wrote is not looked at again.
		.replaceAll('{onderwerp}', () => shortSubject(signal));
	return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function sentenceFor(status: Status, toldStatus: Status | null, texts: UpdateTexts): string {
	const news = hasNews({ status, toldStatus });
	switch (status) {
		case 'ontvangen':
		case 'te beoordelen':
			return texts.underReview;
		case 'doorgezet':
			return texts.forwarded;
		case 'in behandeling':
			return news ? texts.started : texts.stillBusy;
		case 'heropend':
			return news ? texts.reopened : texts.stillBusy;
		case 'opgelost':
			return texts.solved;
		case 'afgesloten':
			return texts.closed;
	}
}

function supplierName({ classification }: Signal): string {
	const supplier = classification?.supplier;
	return !supplier || supplier === 'DC' || supplier === 'onbekend' ? 'een collega' : supplier;
}

const MAX_SUBJECT = 80;

function shortSubject({ subject }: Signal): string {
	const line = subject.replace(/\s+/g, ' ').trim() || 'zonder onderwerp';
	return line.length > MAX_SUBJECT ? `${line.slice(0, MAX_SUBJECT).toWellFormed().trimEnd()} …` : line;
}

/** `maandag 16 november 2026`. */
export const dutchDay = (moment: DateTime): string =>
	moment.setZone(ZONE).setLocale('nl').toFormat('cccc d LLLL yyyy');
