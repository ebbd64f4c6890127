import { decodeText } from './charset';

const WORD = /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?]*)\?=/gi;

function bytesOf(encoding: string, text: string): Buffer {
	if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64');
	const unquoted = text
		.replaceAll('_', ' ')
		.replace(/=([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
	// What was not encoded, against the rules, may be any character.
	const isBytes = Buffer.from(unquoted, 'latin1').toString('latin1') === unquoted;
	return Buffer.from(unquoted, isBytes ? 'latin1' : 'utf8');
}

/**
 * Text of a header value with its encoded words (RFC 2047) read. Neighbouring words of one character set
 * are taken together first, because many mailers cut in the middle of a character. What is no proper
 * encoded word stays as it is.
 */
export function decodeWords(value: string): string {
	let text = '';
	let end = 0;
	let run: { charset: string; bytes: Buffer[] } | undefined;
	const flush = () => {
		if (run) text += decodeText(Buffer.concat(run.bytes), run.charset);
		run = undefined;
	};
	for (const match of value.matchAll(WORD)) {
		const between = value.slice(end, match.index);
		const charset = match[1]!.toLowerCase();
		const adjacent = run !== undefined && between.trim() === '';
		if (!adjacent || run?.charset !== charset) flush();
		if (!adjacent) text += between;
		run ??= { charset, bytes: [] };
		run.bytes.push(bytesOf(match[2]!, match[3]!));
		end = match.index + match[0].length;
	}
	flush();
	return text + value.slice(end);
}
