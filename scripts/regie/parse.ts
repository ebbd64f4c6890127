import type { RawMail } from '../../nodes/SignalMailbox/fetched-mail';
import { mailToSignal, type MailboxContext } from '../../nodes/SignalMailbox/parse/to-signal';
import { emit, UsageError, type Command } from './command';
import { mailFiles } from './mail-files';

/** A file lies in no mailbox, so what a mailbox would tell stays empty. */
const FROM_FILE: MailboxContext = {
	folder: '',
	uidValidity: null,
	mailbox: 'bestand',
	ownAddresses: [],
	keepFiles: true,
};

/**
 * Shows how mail files are read: one signal per line, in the order of the files. Folders and mbox files give
 * a line for each mail in them; a file that cannot be opened gives `{file, error}`. Ends with 0 when all files
 * could be opened, 1 when one could not, and 2 when it was called without files.
 */
export const parse: Command = {
	usage: 'parse [--own <address>]... <file.eml>...',
	async run(args) {
		const { files, own } = readArguments(args);
		if (files.length === 0) throw new UsageError('Name one or more mail files.');
		const context = { ...FROM_FILE, ownAddresses: own };
		let code = 0;
		for (const path of files) {
			for await (const found of mailFiles(path)) {
				const error = 'error' in found ? found.error : await show(found.raw, context);
				if (error === undefined) continue;
				console.error(`${found.file}: ${error}`);
				emit({ file: found.file, error });
				code = 1;
			}
		}
		return code;
	},
};

/** Prints the signal of a mail; gives what went wrong when its file cannot be read. */
async function show(raw: RawMail, context: MailboxContext): Promise<string | undefined> {
	try {
		const mail = { uid: null, receivedAt: null, content: { kind: 'raw', raw } } as const;
		const { signal, dispose } = await mailToSignal(mail, context);
		await dispose();
		emit(signal);
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function readArguments(args: readonly string[]): { files: string[]; own: string[] } {
	const files: string[] = [];
	const own: string[] = [];
	for (let index = 0; index < args.length; index++) {
		if (args[index] !== '--own') files.push(args[index]!);
		else if (args[++index]?.includes('@')) own.push(args[index]!.toLowerCase());
		else throw new UsageError('Behind --own stands an address of the mailbox itself.');
	}
	return { files, own };
}
