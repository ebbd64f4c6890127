import { Constructed, Integer, ObjectIdentifier, OctetString, Sequence, Set as Asn1Set } from 'asn1js';

const le = (bytes: 2 | 4, value: number): Buffer => {
	const buffer = Buffer.alloc(bytes);
	buffer.writeUIntLE(value, 0, bytes);
	return buffer;
};

function attribute(level: number, id: number, data: Buffer): Buffer {
	const checksum = data.reduce((sum, byte) => (sum + byte) & 0xffff, 0);
	return Buffer.concat([Buffer.from([level]), le(4, id), le(4, data.length), data, le(2, checksum)]);
}

function mapi(type: number, tag: number, value: Buffer): Buffer {
	const padding = Buffer.alloc((4 - (value.length % 4)) % 4);
	return Buffer.concat([le(2, type), le(2, tag), le(4, 1), le(4, value.length), value, padding]);
}

/** A MAPI property with a Unicode text, or with bytes. */
const property = (tag: number, text: string) => mapi(0x001f, tag, Buffer.from(`${text}\0`, 'utf16le'));
const binary = (tag: number, content: string) => mapi(0x0102, tag, Buffer.from(content));

/** A winmail.dat as Outlook makes it, with a text and files ([MS-OXTNEF]). */
export function winmail(text: string | { rtf: string }, files: { name: string; content: string }[]): Buffer {
	const message = typeof text === 'string' ? property(0x1000, text) : binary(0x1009, text.rtf);
	return Buffer.concat([
		le(4, 0x223e9f78),
		le(2, 1),
		attribute(1, 0x00089006, le(4, 0x00010000)),
		attribute(1, 0x00069003, Buffer.concat([le(4, 1), message])),
		...files.flatMap(({ name, content }) => [
			attribute(2, 0x00069002, Buffer.alloc(14)),
			attribute(2, 0x00018010, Buffer.from(`${name.slice(0, 8)}\0`)),
			attribute(2, 0x0006800f, Buffer.from(content)),
			attribute(2, 0x00069005, Buffer.concat([le(4, 1), property(0x3707, name)])),
		]),
	]);
}

const tagged = (...value: ConstructorParameters<typeof Sequence>[0][] & object[]) =>
	new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: value as never });

/** An S/MIME message of the given kind around a content (RFC 5652); the signature itself is left out. */
function contentInfo(type: string, content: Buffer): Buffer {
	const data = new OctetString({ valueHex: new Uint8Array(content).buffer });
	const inner = new Sequence({
		value: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' }), tagged(data)],
	});
	const signed = new Sequence({
		value: [new Integer({ value: 1 }), new Asn1Set({ value: [] }), inner, new Asn1Set({ value: [] })],
	});
	const info = new Sequence({ value: [new ObjectIdentifier({ value: type }), tagged(signed)] });
	return Buffer.from(info.toBER());
}

/** An opaque signature around a mail part. */
export const signed = (content: Buffer): Buffer => contentInfo('1.2.840.113549.1.7.2', content);
/** What nobody without the key can open. */
export const enveloped = (content: Buffer): Buffer => contentInfo('1.2.840.113549.1.7.3', content);
