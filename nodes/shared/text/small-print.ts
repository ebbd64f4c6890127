import { bareLine, linesOf } from './line';

/** `Verstuurd vanaf mijn iPhone`, `Verzonden vanuit Outlook voor iOS`, `Get Outlook for Android`. */
const DEVICE =
	/^(verzonden|verstuurd|sent) (vanaf|vanuit|van|via|met|from|with|using) (mijn|my|een|outlook|mail voor|mail for|yahoo|proton|samsung|gmail)\b[^?!]{0,120}$/i;
const OUTLOOK_APP =
	/^(get|download|haal) outlook (for|voor) (ios|android|mac)\b|^outlook (for|voor) (ios|android|mac) downloaden\b/i;

/** Whether a mail program or telephone put this line below the message. */
export function isDeviceLine(line: string): boolean {
	const bare = bareLine(line);
	return bare.length < 160 && (DEVICE.test(bare) || OUTLOOK_APP.test(bare));
}

/** How the small print of an organisation begins, and a word that only small print has. */
const DISCLAIMER_START =
	/^(dit (e-?mail)?-?bericht\b|deze (e-?)?mail\b|de informatie (verzonden )?in (dit|deze)|aan dit bericht|aan de inhoud|this (e-?mail|message|communication)\b|the information (contained )?in this|disclaimer|proclaimer|vertrouwelijk(heid)?\b|denk aan het milieu|please consider the environment)/i;
const DISCLAIMER_WORD =
	/vertrouwelijk|(niet|uitsluitend|alleen)\b.{0,40}\b(bestemd|bedoeld)|geadresseerde|rechten (worden )?ontle(e)?nd|abusievelijk|aansprakelijk|confidential|intended (only |solely )?for|recipient|privileged|disclaimer|proclaimer|milieu|environment/i;

function startsDisclaimer(lines: readonly string[], index: number): boolean {
	const bare = bareLine(lines[index]!) || lines[index]!.trim().slice(0, 400);
	if (!DISCLAIMER_START.test(bare)) return false;
	const paragraph = lines.slice(index, index + 3).map((line) => line.slice(0, 600));
	return DISCLAIMER_WORD.test(paragraph.join(' '));
}

const RULER = /^(-- ?|[_\-=*~]{5,})$/;
/** A longer piece below `-- ` is no signature but a message. */
const LONGEST_SIGNATURE = 25;

export interface SplitSignature {
	text: string;
	/** What mail programs and organisations put below a message: not what was written now. */
	signature: string;
}

/**
 * Separates what nobody typed: the block below `-- `, "Verstuurd vanaf mijn iPhone", and the disclaimer.
 * The closing with the name stays in the text, because telephone numbers and a P.S. stand there. Never
 * takes the only text there is, and loses no line.
 */
export function splitSignature(source: string): SplitSignature {
	const lines = linesOf(source);
	const end = signatureStart(lines);
	const body = lines.slice(0, end);
	const own = body.filter((line) => !isDeviceLine(line));
	const signature = [...body.filter(isDeviceLine), ...lines.slice(end)].join('\n').trim();
	const text = own.join('\n').trim();
	return text === '' ? { text: source.trim(), signature: '' } : { text, signature };
}

function signatureStart(lines: readonly string[]): number {
	let start = lines.length;
	for (let index = 1; index < start; index++) {
		const delimiter = /^-- ?$/.test(lines[index]!) && lines.length - index <= LONGEST_SIGNATURE;
		if (delimiter || startsDisclaimer(lines, index)) start = index;
	}
	// The ruler above the small print goes with it.
	let above = start - 1;
	while (start < lines.length && above > 0 && bareLine(lines[above]!) === '') above--;
	return start < lines.length && above > 0 && RULER.test(bareLine(lines[above]!)) ? above : start;
}
