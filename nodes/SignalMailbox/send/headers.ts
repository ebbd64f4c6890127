/** Long enough for any real one; a mail server may refuse lines over 998 characters (RFC 5322, 2.1.1). */
const MAX_ID_CHARACTERS = 250;
const MAX_IDS = 20;
const MAX_SUBJECT_CHARACTERS = 250;

const isMessageId = (id: string): boolean =>
	id.length <= MAX_ID_CHARACTERS && /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(id);

/**
 * The Message-IDs of a conversation as they may stand in References: what is no Message-ID is left
 * out, and of a long conversation the first and the newest stay.
 */
export function boundedThread(thread: readonly string[]): string[] {
	const ids = [...new Set(thread)].filter(isMessageId);
	return ids.length > MAX_IDS ? [ids[0]!, ...ids.slice(1 - MAX_IDS)] : ids;
}

/** Text that is safe in a header: on one line, without control or direction characters, and not endless. */
export function headerText(text: string, most = MAX_SUBJECT_CHARACTERS): string {
	const line = text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
	const characters = Array.from(line.toWellFormed());
	return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

/** `dienstencentrum+R-2026-000123@...`: an answer to it says by itself what it is about. */
export function plusAddress(address: string, reference: string): string {
	const at = address.lastIndexOf('@');
	return `${address.slice(0, at)}+${reference}${address.slice(at)}`;
}
