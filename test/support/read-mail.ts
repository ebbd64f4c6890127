import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { RawMail } from '../../nodes/SignalMailbox/fetched-mail';
import {
	mailToSignal,
	type MailboxContext,
	type ReadSignal,
} from '../../nodes/SignalMailbox/parse/to-signal';
import { mailInMemory } from '../../nodes/SignalMailbox/raw-mail';
import type { Signal } from '../../nodes/shared/domain/signal';

/** The mailbox that tests read mail in. */
export const TEST_MAILBOX: MailboxContext = {
	folder: 'INBOX',
	uidValidity: '1',
	mailbox: 'dienstencentrum@dienstencentrum.example',
	ownAddresses: ['dienstencentrum@dienstencentrum.example'],
	keepFiles: true,
};

/** A mail that comes in pieces of so many bytes, as from a file. */
export const mailInPieces = (source: Buffer, bytes: number): RawMail => ({
	size: source.length,
	open: () =>
		Readable.from(
			Array.from({ length: Math.ceil(source.length / bytes) }, (_, at) =>
				source.subarray(at * bytes, (at + 1) * bytes),
			),
		),
});

/** Reads a mail as the trigger does; `dispose` must be called. */
export const readMail = async (
	source: RawMail | Buffer | string,
	changes: Partial<MailboxContext> = {},
): Promise<ReadSignal> =>
	await mailToSignal(
		{
			uid: 1,
			receivedAt: new Date('2026-03-03T09:13:00Z'),
			content: { kind: 'raw', raw: isRaw(source) ? source : mailInMemory(Buffer.from(source)) },
		},
		{ ...TEST_MAILBOX, ...changes },
	);

const isRaw = (source: RawMail | Buffer | string): source is RawMail =>
	typeof source === 'object' && 'open' in source;

/** The signal of a mail, with the content of its files by key. */
export async function signalOfMail(
	source: RawMail | Buffer | string,
	changes: Partial<MailboxContext> = {},
): Promise<{ signal: Signal; files: Record<string, Buffer> }> {
	const { signal, files, dispose } = await readMail(source, changes);
	try {
		const contents = await Promise.all(
			files.map(async ({ key, open }) => [key, await buffer(open())] as const),
		);
		return { signal, files: Object.fromEntries(contents) };
	} finally {
		await dispose();
	}
}
