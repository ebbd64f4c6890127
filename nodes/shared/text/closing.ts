import { bareLine } from './line';
import { isDeviceLine } from './small-print';

/** From such a line on there is nothing but small print. */
const DISCLAIMER =
	/^\s*(dit (e-?mail)?bericht (kan|is|en)|aan dit bericht kunnen|de informatie (verzonden|in dit)|this (e-?mail|message) (may|is|and)|ministerie: denk aan|denk aan het milieu|please consider the environment|disclaimer|vertrouwelijkheid:)/i;
const RULER = /^\s*(-- ?|_{5,}|-{5,}|={5,}|\*{5,})\s*$/;
const CLOSING =
	/^(met (de )?(meest?e? |een |bijzondere |gepaste |collegiale |sportieve )?(vriendelijke?|hartelijke?|warme|beste|collegiale|groet|groeten|hoogachting|waardering|glimlach)? ?(groet(en|jes)?|hoogachting|dank|waardering|glimlach)?|vriendelijke? groet(en)?|hartelijke? groet(en)?|(vr|vrd|h|m)\.? ?gr(oet)?\.?|mvg|m\.v\.g\.|gr(oet(en|jes)?)?\.?|groet(jes|en)?( van)?|hoogachtend|kind regards|regards|(alvast )?(veel )?dank en groet|dank,? groet|hartelijks?)\b[^.?!]{0,40}$/i;
const NAME_START =
	/^\s*(((mr|drs|dr|ir|ing|prof|mw|mevr|dhr)\.\s*)*)(\p{Lu}[\p{L}.'-]*)(\s+(van|de|der|den|ter|ten|te|el|'t|\p{Lu}[\p{L}.'-]*|\([\p{L}.]+\)))*\s*(,\s*[^.?!]{2,60})?$/u;
const GREETING =
	/^\s*(geachte?|beste|waarde|hallo|hoi|hi|hey|dag|ha|goede(morgen|middag|navond|ndag)|goeden?(dag|avond)|l\.?s\.?|aan|dear|heren|collega'?s?)\b[^.?!\n]{0,60}[,:]?\s*$/iu;
const GREETING_INLINE =
	/^\s*(goede(morgen|middag|navond|ndag)|goedenavond|hallo|hoi|hi|dag|beste|ha)\b[\s,.!]+/i;

/** Index of the line where the closing starts (closing formula, name, signature, small print), or the number of lines. */
function closingIndex(lines: string[]): number {
	const smallPrint = lines.findIndex((line, index) => {
		// A ruler high up divides sections; below the first line it divides the signature from the text.
		if (DISCLAIMER.test(line) || isDeviceLine(line)) return index > 0;
		return RULER.test(line) && lines.slice(0, index).some((above) => above.trim() !== '');
	});
	const end = smallPrint < 0 ? lines.length : smallPrint;
	const filled = lines.slice(0, end).map((line, index) => ({ line, index }));
	const closing = filled.find(
		({ line, index }) =>
			index > 0 &&
			line.trim().length < 60 &&
			CLOSING.test(bareLine(line)) &&
			end - index <= 14 &&
			isBelowText(lines, index),
	);
	return closing ? closing.index : nameIndex(lines, end);
}

const isBelowText = (lines: string[], index: number): boolean =>
	lines.slice(0, index).some((line) => line.trim() !== '' && !GREETING.test(line));

/** Where no closing formula stands, a last paragraph of a name with some short lines is the signature. */
function nameIndex(lines: string[], end: number): number {
	let last = end - 1;
	while (last >= 0 && lines[last]!.trim() === '') last--;
	let first = last;
	while (first > 0 && lines[first - 1]!.trim() !== '') first--;
	const short = lines.slice(first, last + 1).every((line) => line.trim().length < 60 && !/[?!]$/.test(line));
	const isName = first > 0 && last - first < 6 && short && NAME_START.test(lines[first]!);
	return isName && isBelowText(lines, first) ? first : end;
}

/** Parts a text from closing formula, name, signature block and disclaimer; never takes everything away. */
export function splitClosing(source: string): { text: string; closing: string } {
	const lines = source.split('\n');
	const at = closingIndex(lines);
	const text = lines.slice(0, at).join('\n').trim();
	if (text === '') return { text: source.trim(), closing: '' };
	return { text, closing: lines.slice(at).join('\n').trim() };
}

/** Parts a text from the salutation at its top ("Geachte heer/mevrouw,"); never takes everything away. */
export function splitGreeting(source: string): { greeting: string; text: string } {
	const whole = source.trim();
	const lines = whole.split('\n');
	const rest = GREETING.test(lines[0]!) ? lines.slice(1).join('\n') : whole.replace(GREETING_INLINE, '');
	const text = rest.trim();
	if (text === '') return { greeting: '', text: whole };
	return { greeting: whole.slice(0, whole.length - text.length).trim(), text };
}
