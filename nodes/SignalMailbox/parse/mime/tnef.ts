import { decodeText } from './charset';
import { trimEndOf } from '../../../shared/text/trim';

/** What Outlook packed in a winmail.dat. */
export interface TnefContent {
	text: string;
	html: string;
	/** Whether the message is there as compressed RTF, which is not read. */
	rtf: boolean;
	files: { name: string; contentType: string; content: Buffer }[];
	/** Whether there are more files than were asked for. */
	moreFiles: boolean;
}

/** Attributes and MAPI properties that are read, by their number in [MS-OXTNEF] and [MS-OXPROPS]. */
const SIGNATURE = 0x223e9f78;
const ATTACHMENT_START = 0x00069002;
const ATTACHMENT_DATA = 0x0006800f;
const ATTACHMENT_TITLE = 0x00018010;
const ATTACHMENT_PROPERTIES = 0x00069005;
const MESSAGE_PROPERTIES = 0x00069003;
const BODY = 0x0002800c;
const PROPERTY = {
	body: 0x1000,
	rtf: 0x1009,
	html: 0x1013,
	data: 0x3701,
	longName: 0x3707,
	mimeType: 0x370e,
} as const;
/** Property types of a fixed size, in bytes as they are stored. */
const FIXED_SIZE: Record<number, number> = {
	...{ 0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000a: 4, 0x000b: 4 },
	...{ 0x0014: 8, 0x0040: 8, 0x0048: 16 },
};
const VARIABLE = new Set([0x000d, 0x001e, 0x001f, 0x0102]);
const UNICODE = 0x001f;

/**
 * Reads a winmail.dat, and no further than `mostFiles` files. Null when it is none, or damaged before anything
 * could be read.
 */
export function readTnef(bytes: Buffer, mostFiles = Infinity): TnefContent | null {
	if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
	const content: TnefContent = { text: '', html: '', rtf: false, files: [], moreFiles: false };
	try {
		for (const { id, data } of attributes(bytes)) {
			content.moreFiles = id === ATTACHMENT_START && content.files.length >= mostFiles;
			if (content.moreFiles) break;
			readAttribute(content, id, data);
		}
	} catch (error) {
		// It ends in the middle: what was complete counts. By name: an error of Node itself may be of another realm.
		if ((error as Error).name !== 'RangeError') throw error;
	}
	content.files = content.files.filter((file) => file.content.length > 0);
	return content.text || content.html || content.files.length > 0 ? content : null;
}

/** Level, id, length, data and checksum, over and over. */
function* attributes(bytes: Buffer): Generator<{ id: number; data: Buffer }> {
	for (let at = 6; at + 9 <= bytes.length;) {
		const id = bytes.readUInt32LE(at + 1);
		const length = bytes.readUInt32LE(at + 5);
		const start = at + 9;
		if (start + length > bytes.length) return;
		yield { id, data: bytes.subarray(start, start + length) };
		at = start + length + 2;
	}
}

function readAttribute(content: TnefContent, id: number, data: Buffer): void {
	if (id === ATTACHMENT_START) {
		content.files.push({ name: '', contentType: 'application/octet-stream', content: Buffer.alloc(0) });
	}
	const file = content.files.at(-1);
	if (id === BODY) content.text ||= textOf(data);
	if (id === ATTACHMENT_TITLE && file) file.name ||= textOf(data);
	if (id === ATTACHMENT_DATA && file) file.content = data;
	if (id === MESSAGE_PROPERTIES) {
		for (const { tag, type, value } of properties(data)) {
			if (tag === PROPERTY.body) content.text ||= textOf(value, type);
			if (tag === PROPERTY.rtf) content.rtf = true;
			if (tag === PROPERTY.html) content.html ||= textOf(value, type);
		}
	}
	if (id === ATTACHMENT_PROPERTIES && file) {
		for (const { tag, type, value } of properties(data)) {
			if (tag === PROPERTY.longName) file.name = textOf(value, type);
			if (tag === PROPERTY.mimeType) file.contentType = textOf(value, type).toLowerCase();
			if (tag === PROPERTY.data && file.content.length === 0) file.content = value;
		}
	}
}

const textOf = (data: Buffer, type = 0): string =>
	trimEndOf(type === UNICODE ? data.toString('utf16le') : decodeText(data), '\0');

/** The MAPI properties in an attribute; it stops at a type it does not know. */
function* properties(data: Buffer): Generator<{ tag: number; type: number; value: Buffer }> {
	const count = data.readUInt32LE(0);
	let at = 4;
	for (let number = 0; number < count; number++) {
		const type = data.readUInt16LE(at) & 0x0fff;
		const many = (data.readUInt16LE(at) & 0x1000) !== 0;
		const tag = data.readUInt16LE(at + 2);
		at += 4;
		if (tag >= 0x8000) at = afterName(data, at);
		const variable = VARIABLE.has(type);
		const fixed = FIXED_SIZE[type];
		if (!variable && fixed === undefined) return;
		const values = variable || many ? data.readUInt32LE(at) : 1;
		if (variable || many) at += 4;
		// Every value takes bytes, so that the data bounds them, whatever number of them it claims.
		for (let index = 0; index < values; index++) {
			const length = variable ? data.readUInt32LE(at) : fixed!;
			if (variable) at += 4;
			if (at + length > data.length) throw new RangeError('The property goes on behind the end');
			yield { tag, type, value: data.subarray(at, at + length) };
			at += padded(length);
		}
	}
}

/** A named property has its name (a number or a text) before its value. */
function afterName(data: Buffer, start: number): number {
	const kind = data.readUInt32LE(start + 16);
	if (kind === 0) return start + 24;
	const end = start + 24 + padded(data.readUInt32LE(start + 20));
	if (end > data.length) throw new RangeError('The name goes on behind the end');
	return end;
}

/** Lengths are unsigned and of 32 bits: in arithmetic on bits, a large one would count as negative. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;
