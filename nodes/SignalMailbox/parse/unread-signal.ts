import { createHash } from 'node:crypto';
import { mailSourceKey } from '../../shared/domain/source-key';
import { NO_FLAGS, type SignalFlags } from '../../shared/domain/signal';
import type { FetchedMail, RawMail } from '../fetched-mail';
import { clean } from './clean';
import { decodeText } from './mime/charset';
import { newSignal } from './new-signal';
import type { MailboxContext, ReadSignal, SignalFile } from './to-signal';

/** How much of its source stands for the text of a mail that cannot be read. */
const SOURCE_CHARACTERS = 20_000;
const SOURCE_FILE = { key: 'source', name: 'oorspronkelijk-bericht.eml', contentType: 'message/rfc822' };

/** The source of a mail as a file of the item. */
export const sourceFile = (raw: RawMail): SignalFile => ({
	...SOURCE_FILE,
	size: raw.size,
	bytes: raw.bytes,
	open: () => raw.open(),
});

/** The start of the source as text, and all of it as a file: somebody has to look at it. */
export async function unparseableSignal(
	mail: FetchedMail,
	raw: RawMail,
	context: MailboxContext,
): Promise<Omit<ReadSignal, 'dispose'>> {
	const hash = createHash('sha256');
	const start: Buffer[] = [];
	let kept = 0;
	for await (const chunk of raw.open() as AsyncIterable<Buffer>) {
		hash.update(chunk);
		if (kept < SOURCE_CHARACTERS) start.push(chunk);
		kept += chunk.length;
	}
	const file = sourceFile(raw);
	const { key: binaryKey, name, contentType, size } = file;
	const signal = newSignal(mail, mailSourceKey(null, hash.digest('hex')), context);
	signal.text = clean(decodeText(Buffer.concat(start).subarray(0, SOURCE_CHARACTERS)));
	signal.attachments = [{ name, contentType, size, binaryKey, inline: false }];
	signal.flags = unparseable(whyUnread(Buffer.concat(start)));
	return { signal, files: [file] };
}

/** How an Outlook .msg file begins. */
const MSG_SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

function whyUnread(source: Buffer): string {
	if (source.length === 0) return 'het bestand is leeg';
	return source.subarray(0, MSG_SIGNATURE.length).equals(MSG_SIGNATURE)
		? 'dit is een .msg-bestand: open het in Outlook en bewaar het als .eml'
		: 'dit is geen mail die te lezen is';
}

const unparseable = (reason: string): SignalFlags => ({
	...NO_FLAGS,
	unparseable: true,
	reasons: [{ flag: 'unparseable', reason }],
});

/** The mail server does not give the mail; its place in the mailbox is all there is to know it by. */
export function unreadableSignal(mail: FetchedMail, reason: string, context: MailboxContext): ReadSignal {
	const { mailbox, folder, uidValidity, sourceId } = context;
	const place = [mailbox, folder, uidValidity, sourceId ?? mail.uid].join('\n');
	const signal = newSignal(mail, mailSourceKey(null, place), context);
	signal.text = `Deze mail kon niet uit de postbus worden gehaald: ${reason}\nZoek de mail op in de postbus en lees hem daar.`;
	signal.flags = unparseable(`de mail kon niet uit de postbus worden gehaald: ${reason}`);
	return { signal, files: [], dispose: async () => undefined };
}
