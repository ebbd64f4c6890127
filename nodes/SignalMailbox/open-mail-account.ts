import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { withRetry } from '../shared/http/http-client';
import { n8nTransport } from '../shared/n8n/n8n-transport';
import { oauth2AccessToken } from '../shared/n8n/oauth2-token';
import type { SourceChoice } from './descriptions/source';
import { folderSource, mailFolderSettingsSchema } from './folder/folder-source';
import { GraphClient, graphSettingsSchema } from './graph/client';
import { graphSource } from './graph/graph-source';
import { graphSender } from './graph/hand-over';
import { imapSource } from './imap/imap-source';
import { MailboxError } from './mailbox-error';
import { smtpSender, type MailSender } from './send/mail-sender';
import { mailboxSettingsSchema, oauth2MailboxSettings, type MailboxSettings } from './settings';
import type { MailSource } from './source/mail-source';

type Context = IExecuteFunctions | IPollFunctions;

/** A mailbox, as its credential describes it. */
export interface MailAccount {
	source: MailSource;
	/** Throws when it cannot send, or when the credential says wrongly how mail looks: for reading that is no matter. */
	sender(): MailSender;
}

const imapAccount = (settings: MailboxSettings, credential: unknown): MailAccount => ({
	source: imapSource({ ...settings, name: settings.from.address }),
	sender: () => smtpSender(settings, credential),
});

const OPENERS: Record<SourceChoice, (context: Context) => Promise<MailAccount>> = {
	async imap(context) {
		const credential = await context.getCredentials('signalMailboxApi');
		return imapAccount(mailboxSettingsSchema.parse(credential), credential);
	},

	async imapOAuth2(context) {
		const type = 'signalMailboxOAuth2Api';
		const credential = await context.getCredentials(type);
		const accessToken = async (refused: boolean) => await oauth2AccessToken(context, type, refused);
		return imapAccount(oauth2MailboxSettings(credential, accessToken), credential);
	},

	async graph(context) {
		const type = 'signalMailboxGraphOAuth2Api';
		const credential = await context.getCredentials(type);
		const settings = graphSettingsSchema.parse(credential);
		const client = new GraphClient(withRetry(n8nTransport(context, type, { expires: true })), settings);
		return {
			source: graphSource(client, settings),
			sender: () => graphSender(client, settings, credential),
		};
	},

	async folder(context) {
		const credential = await context.getCredentials('signalMailFolderApi');
		return {
			source: folderSource(mailFolderSettingsSchema.parse(credential)),
			sender: () => {
				throw new MailboxError(
					'A folder of files cannot send mail',
					'Choose another Source in this node, with the credential of the mailbox that sends.',
				);
			},
		};
	},
};

/** Opens the mailbox that is chosen in a node, with the credential that goes with it. */
export const openMailAccount = async (context: Context, choice: SourceChoice): Promise<MailAccount> =>
	await OPENERS[choice](context);
