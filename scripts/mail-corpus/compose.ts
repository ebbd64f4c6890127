import { createHash } from 'node:crypto';
import { encode as base64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import { encode as quotedPrintable, wrap as wrapQp } from 'nodemailer/lib/qp';

/** A header line; several of one name may be given. Values go out as they are, bytes as latin-1. */
export type HeaderLine = readonly [name: string, value: string];

/** A body with the header lines that say what it is. */
export interface Entity {
	headers: HeaderLine[];
	body: Buffer;
}

type Encoding = '7bit' | '8bit' | 'quoted-printable' | 'base64';
type Charset = 'utf-8' | 'iso-8859-1' | 'iso-8859-15' | 'windows-1252' | 'us-ascii';

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/** Characters of windows-1252 and iso-8859-15 that latin-1 lacks, as far as these mails use them. */
const EXTRA: Record<string, Record<string, number>> = {
	'windows-1252': { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96 },
	'iso-8859-15': { '€': 0xa4 },
};

export function bytes(text: string, charset: Charset): Buffer {
	if (charset === 'utf-8' || charset === 'us-ascii') return Buffer.from(text, 'utf8');
	const extra = EXTRA[charset] ?? {};
	return Buffer.from([...text].map((character) => extra[character] ?? character.charCodeAt(0)));
}

function encoded(content: Buffer, encoding: Encoding): Buffer {
	if (encoding === 'base64') return Buffer.from(wrapBase64(base64(content), 76));
	if (encoding === 'quoted-printable') return Buffer.from(wrapQp(quotedPrintable(content), 76));
	return content;
}

interface TextOptions {
	charset?: Charset;
	encoding?: Encoding;
	/** What the mail says its character set is, when that is not true. */
	claims?: string;
	/** More parameters of Content-Type. */
	parameters?: string;
}

function textual(type: string, text: string, options: TextOptions = {}): Entity {
	const { charset = 'utf-8', encoding = 'quoted-printable', claims = charset, parameters = '' } = options;
	return {
		headers: [
			['Content-Type', `${type}; charset="${claims}"${parameters}`],
			['Content-Transfer-Encoding', encoding],
		],
		body: encoded(bytes(crlf(text), charset), encoding),
	};
}

export const text = (content: string, options?: TextOptions): Entity =>
	textual('text/plain', content, options);
export const html = (content: string, options?: TextOptions): Entity =>
	textual('text/html', content, options);

interface FileOptions {
	disposition?: string;
	contentId?: string;
	/** Replaces the header lines that carry the name. */
	named?: HeaderLine[];
}

export function file(
	name: string,
	type: string,
	content: string | Buffer,
	options: FileOptions = {},
): Entity {
	const { disposition = 'attachment', contentId, named } = options;
	return {
		headers: [
			...(named ?? [
				['Content-Type', `${type}; name="${name}"`] as const,
				['Content-Disposition', `${disposition}; filename="${name}"`] as const,
			]),
			['Content-Transfer-Encoding', 'base64'],
			...(contentId ? [['Content-ID', `<${contentId}>`] as const] : []),
		],
		body: encoded(Buffer.isBuffer(content) ? content : Buffer.from(content), 'base64'),
	};
}

/** A part with exactly this body. */
export const part = (headers: HeaderLine[], body: string | Buffer): Entity => ({
	headers,
	body: Buffer.isBuffer(body) ? body : Buffer.from(crlf(body), 'latin1'),
});

export const attachedMail = (mail: Buffer): Entity => ({
	headers: [
		['Content-Type', 'message/rfc822'],
		['Content-Disposition', 'attachment'],
	],
	body: mail,
});

const lines = (headers: readonly HeaderLine[]): Buffer =>
	Buffer.from(headers.map(([name, value]) => `${name}: ${value}\r\n`).join(''), 'latin1');

export function multipart(subtype: string, ...parts: Entity[]): Entity {
	// Follows from what is in it, so that a mail stays the same when another one changes.
	const hash = createHash('sha1')
		.update(Buffer.concat(parts.map(({ body }) => body)))
		.digest('hex');
	const boundary = `_----grens_${hash.slice(0, 12)}`;
	const [type, parameters = ''] = subtype.split(/;(.*)/s);
	const body = parts.flatMap((child) => [
		Buffer.from(`--${boundary}\r\n`),
		lines(child.headers),
		Buffer.from('\r\n'),
		child.body,
		Buffer.from('\r\n'),
	]);
	return {
		headers: [
			['Content-Type', `multipart/${type}; boundary="${boundary}"${parameters ? `;${parameters}` : ''}`],
		],
		body: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
	};
}

export interface Envelope {
	from?: string;
	to?: string;
	subject?: string;
	id?: string | null;
	/** More header lines, below the usual ones. */
	more?: HeaderLine[];
	/** Header lines above the usual ones, as servers on the way put them. */
	top?: HeaderLine[];
	date?: string;
}

export const OWN_ADDRESS = 'dienstencentrum@dienstencentrum.example';

/** Text of a header: as UTF-8 in an encoded word when it is not ASCII. */
export const word = (value: string): string =>
	/^[\x20-\x7e]*$/.test(value) ? value : `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`;

/** The source of a whole mail. A header that is an empty string is left out. */
export function mail(envelope: Envelope, entity: Entity): Buffer {
	const {
		from = 'Sanne Bakker <sanne.bakker@minbox.example>',
		to = `Dienstencentrum <${OWN_ADDRESS}>`,
		subject = 'Melding',
		id = '<melding@minbox.example>',
		date = 'Tue, 3 Mar 2026 10:12:44 +0100',
		more = [],
		top = [],
	} = envelope;
	const usual: HeaderLine[] = [
		['From', from],
		['To', to],
		['Subject', word(subject)],
		['Date', date],
		...(id === null ? [] : [['Message-ID', id] as const]),
		['MIME-Version', '1.0'],
	];
	const header = [...top, ...usual.filter(([, value]) => value !== ''), ...more, ...entity.headers];
	return Buffer.concat([lines(header), Buffer.from('\r\n'), entity.body]);
}
