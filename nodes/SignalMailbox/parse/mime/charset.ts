const utf8 = new TextDecoder('utf-8', { fatal: true });
const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];
/** Sets in which UTF-8 by mistake is common, because every byte means something in them. */
const ONE_BYTE = /^(us-?ascii|ascii|(iso-?8859|windows|cp|latin)[-_]?\d+)/i;

/** The text when these bytes are UTF-8, or were before a few were damaged; undefined when they are not. */
function asUtf8(bytes: Uint8Array, damaged: boolean): string | undefined {
	try {
		return utf8.decode(bytes);
	} catch {
		if (!damaged) return undefined;
		const text = new TextDecoder('utf-8').decode(bytes);
		const broken = text.match(/\uFFFD/g)?.length ?? 0;
		const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
		return whole > broken ? text : undefined;
	}
}

/** What windows-1252 has at 0x80 to 0x9F; some versions of Node read latin-1 control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function decoderFor(charset: string): InstanceType<typeof TextDecoder> {
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder('windows-1252');
	}
}

/**
 * Text of bytes in the character set a mail names, or in the one they really are in: UTF-8 that is called
 * latin-1 is read as UTF-8, and the other way round. Without a name, or with one that nobody knows, it is
 * UTF-8 or else windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, charset = ''): string {
	const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
	if (marked) return new TextDecoder(marked[0]).decode(bytes);
	const name = charset
		.trim()
		.toLowerCase()
		.replace(/^["']|["']$/g, '');
	const isUtf8 = /^utf-?8$/.test(name);
	if (name === '' || isUtf8 || ONE_BYTE.test(name)) {
		const text = asUtf8(bytes, isUtf8);
		if (text !== undefined) return text;
	}
	const decoder = decoderFor(/^(utf-?8|us-?ascii|ascii)?$/.test(name) ? 'windows-1252' : name);
	const text = decoder.decode(bytes);
	if (decoder.encoding !== 'windows-1252') return text;
	return text.replace(/[\u0080-\u009F]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);
}

/** A text part that may be cut in the middle of a character: the broken end is left off. */
export function decodeCutText(bytes: Uint8Array, charset: string | undefined, cut: boolean): string {
	if (!cut) return decodeText(bytes, charset);
	let end = bytes.length;
	// At most three bytes of a UTF-8 character can have been cut off.
	while (end > bytes.length - 4 && end > 0 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
	return decodeText(bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : bytes.length), charset);
}
