import addressparser from 'nodemailer/lib/addressparser';
import { clean } from '../clean';
import { decodeText } from './charset';
import { decodeWords } from './words';

/** A name and address as a header gives them. */
export interface Mailbox {
	/** Empty when there is none. */
	name: string;
	address: string;
}

/** A header is never this long by honest means; it bounds what reading it costs. */
const LONGEST_VALUE = 20_000;

/** The header of a mail or part. Names in lower case. */
export class MailHeaders {
	/** @param lines whole header lines, one character per byte, folded as they came */
	constructor(private readonly lines: readonly { key: string; line: string }[]) {}

	has(name: string): boolean {
		return this.lines.some(({ key }) => key === name);
	}

	/** All values of a header, unfolded; bytes above ASCII are read as what they most likely are. */
	all(name: string): string[] {
		return this.lines.filter(({ key }) => key === name).map(({ line }) => unfold(line));
	}

	/** First value, or an empty string. */
	get(name: string): string {
		return this.all(name)[0] ?? '';
	}

	/** First value as people read it, with its encoded words read. */
	text(name: string): string {
		return clean(decodeWords(this.get(name)).replace(/\s+/g, ' '));
	}

	/** First value in lower case, for headers that mean something to machines. */
	token(name: string): string {
		return this.get(name).toLowerCase();
	}

	/** The mailboxes of an address header that have a readable address. */
	mailboxes(name: string): Mailbox[] {
		return this.all(name).flatMap(mailboxesOf);
	}

	/** Message-IDs in a header, with their angle brackets. */
	messageIds(name: string): string[] {
		return this.all(name).flatMap((value) => value.match(/<[^<>\s]{1,500}>/g) ?? []);
	}
}

function unfold(line: string): string {
	const value = line.slice(line.indexOf(':') + 1, LONGEST_VALUE).replace(/\r?\n[ \t]*/g, ' ');
	return decodeText(Buffer.from(value, 'latin1')).replaceAll('\0', '').trim();
}

/** The mailboxes in a header value; groups are opened. */
function mailboxesOf(value: string): Mailbox[] {
	const found = parse(value);
	// Some mailers encode the header as a whole, address and all.
	return found.length > 0 ? found : parse(decodeWords(value));
}

const readable = ({ name, address }: Mailbox): Mailbox => ({
	name: clean(decodeWords(name)).replace(/^(['"])(.*)\1$/, '$2'),
	address: address.trim(),
});

function parse(value: string): Mailbox[] {
	// A name with a comma that nobody quoted: Vries, Jan de <jan@x.example>
	const single = /^([^<>"]{1,200})<([^<>\s@]{1,320}@[^<>\s@]{1,320})>$/.exec(value.trim());
	if (single && !single[1]!.includes('@')) return [readable({ name: single[1]!, address: single[2]! })];
	return addressparser(value, { flatten: true })
		.filter(({ address }) => address?.includes('@'))
		.map(({ name, address }) => readable({ name: name ?? '', address: address! }));
}
