import { buffer } from 'node:stream/consumers';
import type { FetchMessageObject, ImapFlow, MessageStructureObject } from 'imapflow';
import type { FetchedMail, MailContent, MailFile } from './fetched-mail';

/** Nobody writes more than this by hand; a longer text part is a file in disguise. */
const MAX_TEXT_BYTES = 512 * 1024;

/** Takes one mail out of the open folder. Undefined when it is gone by now. */
export async function fetchMail(
	client: ImapFlow,
	listed: FetchMessageObject,
	maxMailBytes: number,
): Promise<FetchedMail | undefined> {
	const size = listed.size ?? 0;
	const content =
		size > maxMailBytes ? await fetchWithoutFiles(client, listed.uid) : await fetchWhole(client, listed.uid);
	return content && { ...describeListed(listed), content };
}

/** What the list says about a mail, without its content. */
export function describeListed({
	uid,
	size,
	internalDate,
}: FetchMessageObject): Omit<FetchedMail, 'content'> {
	const receivedAt = internalDate ? new Date(internalDate) : null;
	const valid = receivedAt !== null && !Number.isNaN(receivedAt.getTime());
	return { uid, size: size ?? 0, receivedAt: valid ? receivedAt : null };
}

async function fetchWhole(client: ImapFlow, uid: number): Promise<MailContent | undefined> {
	const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
	return mail && mail.source ? { kind: 'whole', source: mail.source } : undefined;
}

/** Header and text of a large mail: its files stay in the mailbox, and are only named. */
async function fetchWithoutFiles(client: ImapFlow, uid: number): Promise<MailContent | undefined> {
	const mail = await client.fetchOne(String(uid), { headers: true, bodyStructure: true }, { uid: true });
	if (!mail) return undefined;
	const parts = mail.bodyStructure ? leaves(mail.bodyStructure) : [];
	const isFile = (part: MessageStructureObject) =>
		part.disposition === 'attachment' || !/^text\/(plain|html)$/.test(part.type);
	const textOf = async (type: string) => {
		const part = parts.find((candidate) => candidate.type === type && !isFile(candidate));
		return part ? await download(client, uid, part.part ?? '1') : '';
	};
	return {
		kind: 'oversize',
		header: mail.headers ?? Buffer.alloc(0),
		text: await textOf('text/plain'),
		html: await textOf('text/html'),
		files: parts.filter(isFile).map(describeFile),
	};
}

const leaves = (node: MessageStructureObject): MessageStructureObject[] =>
	node.childNodes?.length && node.type !== 'message/rfc822' ? node.childNodes.flatMap(leaves) : [node];

function describeFile(part: MessageStructureObject, index: number): MailFile {
	const name = part.dispositionParameters?.filename ?? part.parameters?.name ?? `bijlage-${index + 1}`;
	// The size in the mailbox; Base64 makes a file a third larger.
	const factor = part.encoding === 'base64' ? 3 / 4 : 1;
	return { name, contentType: part.type, size: Math.floor((part.size ?? 0) * factor), content: null };
}

/** A text part in UTF-8; imapflow undoes its encoding and its character set. */
async function download(client: ImapFlow, uid: number, part: string): Promise<string> {
	const { content } = await client.download(String(uid), part, { uid: true, maxBytes: MAX_TEXT_BYTES });
	return content ? (await buffer(content)).toString('utf8') : '';
}
