import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { inFull } from '../shared/n8n/in-full';
import { folderSource, mailFolderSettingsSchema } from './folder/folder-source';
import { withMailbox } from './imap/connection';
import { withSmtp } from './send/hand-over';
import { mailboxSettingsSchema } from './settings';

/** Credential test: logs in to both servers, reads the list of folders, and sends nothing. */
export async function testMailbox(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const settings = mailboxSettingsSchema.parse(credential.data ?? {});
		await withMailbox(settings.imap, async (client) => await client.list());
		await withSmtp(settings.smtp, async () => undefined);
		return { status: 'OK', message: 'Mail can be read and sent' };
	} catch (error) {
		return { status: 'Error', message: inFull(error) };
	}
}

/** Credential test: looks whether the base folder is there and may be read. */
export async function testMailFolder(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const source = folderSource(mailFolderSettingsSchema.parse(credential.data ?? {}));
		const waiting = await source.open(async (folder) => await folder.list('.', {}));
		return { status: 'OK', message: `The folder can be read; mails in it: ${waiting.length}` };
	} catch (error) {
		return { status: 'Error', message: inFull(error) };
	}
}
