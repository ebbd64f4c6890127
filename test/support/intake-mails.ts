import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { CATEGORIES, SUPPLIERS } from '../../nodes/shared/domain/codebook';
import { z } from 'zod/v4';
import { buildMail } from './mail-builder';

const KINDS = [
	'mail',
	'auto-reply',
	'bounce',
	'duplicate',
	'unparseable',
	'no-message-id',
	'oversize',
] as const;

const lineSchema = z.object({
	id: z.string(),
	kind: z.enum(KINDS),
	duplicateOf: z.string().optional(),
	from: z.object({ name: z.string(), address: z.string() }),
	subject: z.string(),
	body: z.string(),
	category: z.enum(CATEGORIES),
	supplier: z.enum(SUPPLIERS),
});
/** A mail of test/corpus/intake.jsonl, with the labels a person gave it. */
export type IntakeMail = z.infer<typeof lineSchema>;

/** The 60 mails of the end-to-end test and the demo; none of them was used to train the classifier. */
export function intakeMails(): IntakeMail[] {
	const file = join(__dirname, '..', 'corpus', 'intake.jsonl');
	return readFileSync(file, 'utf8')
		.trim()
		.split('\n')
		.map((line) => lineSchema.parse(JSON.parse(line)));
}

const TWENTY_MB = 20 * 1024 * 1024;
const TO = { name: 'Dienstencentrum', address: 'dienstencentrum@dienstencentrum.example' };

/** The Message-ID a mail of the corpus carries; a duplicate has that of the mail it doubles. */
export const messageIdOf = (mail: IntakeMail): string | null =>
	mail.kind === 'no-message-id' || mail.kind === 'unparseable'
		? null
		: `<${mail.duplicateOf ?? mail.id}@post.minvenj.example>`;

/** The mail as it would lie in a mailbox, byte for byte, with a file of so many bytes. */
export async function rawMail(
	mail: IntakeMail,
	fileBytes = mail.kind === 'oversize' ? TWENTY_MB : 0,
): Promise<Buffer> {
	// Not a mail at all: no header, no address, bytes that are no text.
	if (mail.kind === 'unparseable')
		return Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x80]), Buffer.from(mail.body, 'utf16le')]);
	return await buildMail({
		from: mail.from,
		to: TO,
		subject: mail.subject,
		text: mail.body,
		messageId: messageIdOf(mail),
		headers: headersOf(mail),
		attachments: fileBytes > 0 ? [{ filename: 'filmpje.mp4', content: randomBytes(fileBytes) }] : [],
	});
}

function headersOf(mail: IntakeMail): Record<string, string> {
	if (mail.kind === 'auto-reply')
		return { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
	if (mail.kind === 'bounce') return { 'Auto-Submitted': 'auto-generated', 'Return-Path': '<>' };
	return {};
}
