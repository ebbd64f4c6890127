import { trimEndOf } from '../../shared/text/trim';

/** What no file name may hold in Windows, what would lead to another folder, and what is not seen. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
/** Names of devices in Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;
/** Of a whole path Windows takes 260. */
const MAX = 100;
const MAX_EXTENSION = 10;

function split(name: string): [stem: string, extension: string] {
	const dot = name.lastIndexOf('.');
	const isExtension = dot > 0 && name.length - dot <= MAX_EXTENSION;
	return isExtension ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}

/** Windows leaves out dots and spaces at the end. */
const endsSafely = (name: string): string => trimEndOf(name, '. ');

/**
 * A file name that every system takes and that stays in its folder, as like to the given one as can be.
 * @param taken names in the same folder, in lower case; the new one is added: no two are the same in Windows
 */
export function safeName(given: string, taken: Set<string> = new Set()): string {
	const plain = endsSafely(given.normalize('NFC').replace(FORBIDDEN, '-').trim()).replace(/^\.+/, '');
	const [stem, extension] = split(DEVICE.test(plain) ? `_${plain}` : plain || 'bestand');
	for (let copy = 1; ; copy++) {
		const suffix = copy === 1 ? '' : ` (${copy})`;
		// Whole characters: half of one is none.
		const room = MAX - extension.length - suffix.length;
		const short = endsSafely([...stem].slice(0, room).join('')) || 'bestand';
		const name = `${short}${suffix}${extension}`;
		if (taken.has(name.toLowerCase())) continue;
		taken.add(name.toLowerCase());
		return name;
	}
}
