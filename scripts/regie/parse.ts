import { readFile, stat } from 'node:fs/promises';
import { rawInMemory } from '../../nodes/SignalMailbox/source/spool';
import { mailToSignal, type MailboxContext } from '../../nodes/SignalMailbox/parse/to-signal';
import { emit, UsageError, type Command } from './command';

/** A file lies in no mailbox, so what a mailbox would tell stays empty. */
const FROM_FILE: MailboxContext = {
	place: '',
	uidValidity: null,
	mailbox: 'bestand',
	ownAddresses: [],
	keepFiles: true,
	maxMailBytes: Infinity,
};

/** Shows how mail files are read: one signal per line, in the order of the files. */
export const parse: Command = {
	usage: 'parse <file.eml>...',
	async run(files) {
		if (files.length === 0) throw new UsageError('Name one or more mail files.');
		let code = 0;
		for (const file of files) {
			try {
				const source = await readFile(file);
				const { mtime } = await stat(file);
				const mail = {
					uid: null,
					receivedAt: mtime,
					content: { kind: 'raw', raw: rawInMemory(source) },
				} as const;
				const { signal } = await mailToSignal(mail, FROM_FILE);
				emit(signal);
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				console.error(`${file}: ${reason}`);
				emit({ file, error: reason });
				code = 1;
			}
		}
		return code;
	},
};
