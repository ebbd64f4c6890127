import { isName, leadingNames } from './names';
import { ADDRESSED, FILLERS, GREETINGS, THANKS } from './thanks-phrases';

/** A polite word and a closing around it do not make it another request. */
const STOP = /^(?:graag\s+)?stop(?:pen)?(?:\s+(?:a\.?u\.?b\.?|alstublieft|graag|svp))?[\s.!]*$/i;

/** Whether a customer asks for no more status updates: the first line says only that. */
export function isStopRequest(text: string): boolean {
	const [first = ''] = text.split('\n').flatMap((line) => line.trim() || []);
	return STOP.test(first.replace(/^["'“]|["'”]$/g, ''));
}

const MAX_THANKS = 400;
const JOY = /[👍👌🙏😊🙂😀😃😄💪🎉✅❤]|[\u{1F3FB}-\u{1F3FF}]|\uFE0F|[:;]-?\)/gu;
const CLOSING =
	/(?<![\p{L}-])(?:(?:met )?(?:(?:vriendelijke|hartelijke|beste|warme|collegiale) )?groet(?:en|jes)?(?: van)?|(?:mvg|m\.v\.g|(?:vr\.? )?gr)\b\.?|hoogachtend|(?:(?:kind|best|warm) )?regards)(?!\p{L})/iu;
const MOST_NAME_LINES = 3;

const startsWith = (phrases: readonly string[]): RegExp =>
	new RegExp(`^(?:${phrases.join('|')})(?=\\s|$)`, 'iu');
const THANK = startsWith(THANKS);
const GREETING = startsWith(GREETINGS);
const ADDRESSEE = startsWith(ADDRESSED);
const FILLER = startsWith(FILLERS);
const THANKS_SOMEWHERE = new RegExp(`(?<!\\p{L})(?:${THANKS.join('|')})(?!\\p{L})`, 'iu');

/**
 * Whether a customer only says thank you: besides thanks there is nothing but a greeting, names, and phrases that say that
 * it is well. When in doubt it is not: a signal is opened again too often rather than too seldom.
 */
export function isOnlyThanks(text: string): boolean {
	if (text.length > MAX_THANKS) return false;
	const lines = text.replace(JOY, '\n').split('\n');
	const said = withoutNames(lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean));
	return said !== undefined && THANKS_SOMEWHERE.test(said) && said.split(/[.,!;:\n]+/).every(isPolite);
}

/** The text without closing and name at its end; undefined when more than names follows the closing. */
function withoutNames(lines: readonly string[]): string | undefined {
	const text = lines.join('\n');
	const closing = CLOSING.exec(text);
	if (!closing) return lines.length > 1 && isName(lines.at(-1)!) ? lines.slice(0, -1).join('\n') : text;
	const after = text.slice(closing.index + closing[0].length).replace(/^[,\s]+/, '');
	const names = after
		.replace(/^[!.]$/, '')
		.split('\n')
		.filter(Boolean);
	// A hasty writer gives his name no capital.
	if (names.length === 1 && /^\p{Ll}+$/u.test(names[0]!)) names[0] = capital(names[0]!);
	return names.length <= MOST_NAME_LINES && names.every(isName) ? text.slice(0, closing.index) : undefined;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a clause consists of phrases that ask nothing and tell nothing. */
function isPolite(clause: string): boolean {
	let rest = clause.trim();
	const take = (phrase: RegExp): boolean => {
		const length = phrase.exec(rest)?.[0].length ?? 0;
		rest = rest.slice(length).trimStart();
		return length > 0;
	};
	while (rest !== '') {
		if (take(FILLER)) continue;
		if (take(GREETING)) take(ADDRESSEE);
		else if (!take(THANK)) return false;
		rest = rest.slice(leadingNames(rest)).trimStart();
	}
	return true;
}
