import { headerBlockAt, isForeignBlock } from './header-block';
import { bareLine, nextFilled } from './line';

const TIME = /\b\d{1,2}[:.]\d{2}\b/;
const ADDRESS = /[<[(](mailto:)?[^<>[\]()\s@]{1,100}@[^<>[\]()\s@]{1,100}[>\])]/i;
/** Whom a sentence speaks of; a mail program gives a name. */
const PRONOUN =
	/^(ik|wij|we|u|jij|je|hij|zij|ze|men|jullie|mijn|onze|ons|uw|hun|een|de|het|dat|dit|i|we|you|he|she|they|my|our|your)\b/i;
/** `Op … schreef Jan:`, `On … wrote:`, and the same in German and French. */
const WROTE: readonly { start: RegExp; wrote: RegExp }[] = [
	{ start: /^(op|on)\s/i, wrote: /\bschreef( (?<who>[^:]{1,150}))? ?:$/i },
	{ start: /^(op|on)\s/i, wrote: /\bheeft (?<who>.{1,150}) (het volgende )?geschreven ?:$/i },
	{ start: /^(on|op)\s/i, wrote: /\bwrote ?:$/i },
	{ start: /^am\s/i, wrote: /\bschrieb( (?<who>.{1,150}))? ?:$/i },
	{ start: /^le\s/i, wrote: /\ba écrit ?:$/i },
];
const WROTE_ON =
	/^.{1,120}\b(schreef op|wrote on|schrieb am)\b.{1,80}\d{1,2}[:.]\d{2}(:\d{2})?( ?(uur|am|pm|cet|cest))? ?:$/i;
const WROTE_SHORT = /^.{1,80}\b(schreef|wrote) ?:$/i;
const OLD_GMAIL = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} .{1,150}>:$/;

/** No mail program needs more lines to say who wrote when. */
const MAX_ATTRIBUTION_LINES = 4;

/**
 * How many lines from `start` on say who wrote what follows ("Op ma 3 mrt. 2026 om 10:12 schreef Jan:"),
 * also when a mail program has wrapped it; 0 when they do not.
 */
export function attributionLines(lines: readonly string[], start: number): number {
	const first = bareLine(lines[start]!);
	if (first === '' || !/^(op|on|am|le)\s|schreef|wrote|schrieb|^\d{4}-/i.test(first)) return 0;
	let joined = '';
	for (let span = 1; span <= MAX_ATTRIBUTION_LINES && start + span <= lines.length; span++) {
		const next = bareLine(lines[start + span - 1]!);
		if (next === '' || next.startsWith('>')) return 0;
		joined = `${joined} ${next}`.trim();
		if (joined.length > 400) return 0;
		const quoteFollows = () => nextFilled(lines, start + span).startsWith('>');
		if (joined.endsWith(':') && isAttribution(joined, quoteFollows)) return span;
	}
	return 0;
}

function isAttribution(line: string, quoteFollows: () => boolean): boolean {
	if (OLD_GMAIL.test(line)) return true;
	if (WROTE_ON.test(line)) return !PRONOUN.test(line);
	for (const { start, wrote } of WROTE) {
		const match = start.test(line) ? wrote.exec(line) : null;
		if (!match) continue;
		const who = match.groups?.who ?? '';
		if (quoteFollows()) return true;
		return !TELLS.test(line) && mayBeName(who) && isMoment(line, who);
	}
	return WROTE_SHORT.test(line) && quoteFollows();
}

/** More than one sentence, or somebody who is only pointed at: a person tells what was written. */
const TELLS = /\p{L}{4}\. \p{Lu}|(^|\P{L})(ik|hij|zij|die|wij|i|he|she|they|we) (wrote|schreef) ?:$/u;
/** How a name or address begins. Nothing stands there when the name comes before the verb. */
const NAME_START = /^(\p{Lu}|["'“<(]|van |der |den |ter |ten |el |al |\S+$|\S+@)/u;

const mayBeName = (who: string): boolean =>
	/^(u|you) ?$/i.test(who) || who === '' || (NAME_START.test(who) && !PRONOUN.test(who));

const DATE =
	/\b\d{4}\b|\b\d{1,2}[-/]\d{1,2}\b|\b\d{1,2} ?(jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)/i;

/** A mail program gives the time or the address, or at least a date and nothing but a name. */
function isMoment(line: string, who: string): boolean {
	if (TIME.test(line) || ADDRESS.test(line)) return true;
	const name = /^\p{Lu}/u.test(who) && !/\b(mij|me|ons|aan|dat|dit|het|volgende)\b/i.test(who);
	return DATE.test(line) && name;
}

const FORWARD_WORDS =
	/oorspronkelijk|origineel|doorgestuurd|original|forwarded|ursprüngliche|weitergeleitet|message d'origine|message transféré|\bschreef\b|\bwrote\b/i;

/** `-----Oorspronkelijk bericht-----`, `---------- Forwarded message ---------`, `Begin doorgestuurd bericht:`. */
export function isForwardLine(line: string): boolean {
	const bare = bareLine(line);
	if (bare.length > 200) return false;
	if (/^(begin doorgestuurd bericht|begin forwarded message) ?:?$/i.test(bare)) return true;
	return bare.startsWith('--') && bare.endsWith('--') && FORWARD_WORDS.test(bare);
}

/** Outlook's line of underscores above a header block. */
const isDivider = (bare: string): boolean => /^_{8,}$/.test(bare);

/** Whether from this line on everything is history, behind a mark that mail programs make. */
export function startsHistory(lines: readonly string[], start: number): boolean {
	const bare = bareLine(lines[start]!);
	if (bare === '') return false;
	if (isForwardLine(bare) || isGroupWise(bare)) return true;
	if (!isDivider(bare)) return headerBlockAt(lines, start) !== null;
	let below = start + 1;
	while (below < lines.length && below < start + 4 && bareLine(lines[below]!) === '') below++;
	return below < lines.length && (headerBlockAt(lines, below, true) !== null || isForeignBlock(lines, below));
}

/** `>>> "Jan de Vries" <jan@x.example> 3-3-2026 10:12 >>>`, above a message without any `>`. */
const isGroupWise = (bare: string): boolean =>
	/^>>> ?[^> ]/.test(bare) && (/ ?>>>$/.test(bare) || (/:$/.test(bare) && ADDRESS.test(bare)));

/** A line behind `>`. One line like "> 30 graden in de zaal" among ordinary ones is what somebody wrote. */
export function isQuotedLine(lines: readonly string[], index: number): boolean {
	if (!/^\s*>/.test(lines[index]!)) return false;
	if (!/^> ?\d/.test(bareLine(lines[index]!))) return true;
	const near = [-2, -1, 1, 2].map((step) => bareLine(lines[index + step] ?? ''));
	return near.some((line) => line.startsWith('>') || WROTE_SHORT.test(line));
}
