import { buffer } from 'node:stream/consumers';
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

/** Reads a mail as the trigger does; `dispose` must be called. */
export const readMail = async (
	source: Buffer | string,
	changes: Partial<MailboxContext> = {},
): Promise<ReadSignal> =>
	await mailToSignal(
		{
			uid: 1,
			receivedAt: new Date('2026-03-03T09:13:00Z'),
			content: { kind: 'raw', raw: mailInMemory(Buffer.from(source)) },
		},
		{ ...TEST_MAILBOX, ...changes },
	);

/** The signal of a mail, with the content of its files by key. */
export async function signalOfMail(
	source: Buffer | string,
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
