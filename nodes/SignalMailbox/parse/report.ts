import { clean } from './clean';
import { decodeWords } from './mime/words';
import { allParts, isAttachedMail, isReportData, textOf } from './mime/parts';
import type { Part } from './mime/read-mime';

/** What a mail server or program reports about a mail of ours. */
export interface MailReport {
	kind: 'delivery' | 'receipt';
	/** Whom the mail was for, in lower case: of a delivery those whom `action` is about. */
	recipients: string[];
	/** Of a delivery: failed, delayed, delivered, relayed or expanded (RFC 3464, 2.3.3); the worst where they differ. */
	action: string;
	/** Enhanced status code such as 5.1.1 (RFC 3463), or empty. */
	status: string;
	/** What the receiving server said, or empty. */
	diagnostic: string;
	/** Message-ID of the mail it is about, with its angle brackets; null when it does not say. */
	originalMessageId: string | null;
}

/** A report is a few lines; what is longer is the mail that came back. */
const REPORT_CHARACTERS = 100_000;
/** Nobody is helped by a longer answer of a mail server. */
const DIAGNOSTIC_CHARACTERS = 500;

/** The report in a `multipart/report` (RFC 3464, RFC 8098), or null. */
export async function readReport(root: Part): Promise<MailReport | null> {
	const parts = [...allParts(root)];
	const data = parts.find((part) => isReportData(part) && !part.contentType.includes('headers'));
	if (!data) return null;
	const receipt = data.contentType.includes('disposition');
	const { message, groups } = readGroups(await textOf(data));
	const action = worstOf(groups.map(actionOf));
	// What is said of others to whom the same mail went, is not so of these.
	const told = groups.filter((group) => actionOf(group) === action);
	const values = (name: string) => [message, ...told].flatMap((fields) => fields.get(name) ?? []);
	const first = (name: string) => values(name)[0] ?? '';
	const original = parts.find((part) => isAttachedMail(part) || part.contentType.endsWith('headers'));
	const own =
		first('original-message-id') ||
		(original ? readFields(await textOf(original)).get('message-id')?.[0] : '');
	return {
		kind: receipt ? 'receipt' : 'delivery',
		recipients: [
			...new Set(
				[values('final-recipient'), values('original-recipient')]
					.find(({ length }) => length > 0)
					?.flatMap(address),
			),
		],
		action,
		status: /\d\.\d{1,3}\.\d{1,3}/.exec(first('status'))?.[0] ?? '',
		diagnostic: clean(decodeWords(first('diagnostic-code')).replace(/^[\w-]+; */, '')).slice(
			0,
			DIAGNOSTIC_CHARACTERS,
		),
		originalMessageId: /<[^<>\s]{1,500}>/.exec(own ?? '')?.[0] ?? null,
	};
}

/** A report about more recipients says of each what became of it. */
const worstOf = (actions: readonly string[]): string =>
	['failed', 'delayed'].find((worst) => actions.includes(worst)) ?? actions[0] ?? '';

const actionOf = (group: Fields): string =>
	worstOf((group.get('action') ?? []).map((action) => action.toLowerCase()));

/** `rfc822; jan@x.example` in lower case; nothing when there is no address. */
function address(value: string): string[] {
	const found = /[^\s;<>@]{1,200}@[^\s;<>@]{1,200}/.exec(value)?.[0];
	return found ? [found.toLowerCase()] : [];
}

type Fields = Map<string, string[]>;

/** The fields about the message, and after an empty line those of each recipient (RFC 3464, 2.1); all in one for a receipt. */
function readGroups(text: string): { message: Fields; groups: Fields[] } {
	const all = clean(text.slice(0, REPORT_CHARACTERS))
		.split(/\n[ \t]*\n/)
		.map(readFields);
	const groups = all.filter((fields) => RECIPIENT.some((name) => fields.has(name)));
	const message = all.filter((fields) => !groups.includes(fields));
	return { message: new Map(message.flatMap((fields) => [...fields])), groups };
}

/** A group with one of these is about a recipient. */
const RECIPIENT = ['final-recipient', 'original-recipient', 'action'];

/** Header-like lines, unfolded, by name in lower case. */
function readFields(text: string): Fields {
	const fields: Fields = new Map();
	for (const line of clean(text.slice(0, REPORT_CHARACTERS))
		.replace(/\n[ \t]+/g, ' ')
		.split('\n')) {
		const colon = line.indexOf(':');
		if (colon < 1) continue;
		const name = line.slice(0, colon).trim().toLowerCase();
		const values = fields.get(name) ?? [];
		values.push(line.slice(colon + 1).trim());
		fields.set(name, values);
	}
	return fields;
}
