import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { inFull } from '../shared/n8n/in-full';
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
