import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { withRetry } from '../shared/http/http-client';
import { n8nTransport } from '../shared/n8n/n8n-transport';
import { oauth2AccessToken } from '../shared/n8n/oauth2-token';
import type { SourceChoice } from './descriptions/source';
import { folderSource, mailFolderSettingsSchema } from './folder/folder-source';
import { GraphClient, graphSettingsSchema } from './graph/client';
import { graphSource } from './graph/graph-source';
import { imapSource } from './imap/imap-source';
import { imapOAuth2SettingsSchema, mailboxSettingsSchema } from './settings';
import type { MailSource } from './source/mail-source';

type Context = IExecuteFunctions | IPollFunctions;

const OPENERS: Record<SourceChoice, (context: Context) => Promise<MailSource>> = {
	async imap(context) {
		const { imap, from, ownAddresses } = mailboxSettingsSchema.parse(
			await context.getCredentials('signalMailboxApi'),
		);
		return imapSource({ imap, name: from.address, ownAddresses });
	},

	async imapOAuth2(context) {
		const type = 'signalMailboxOAuth2Api';
		const { user, ...server } = imapOAuth2SettingsSchema.parse(await context.getCredentials(type));
		const accessToken = async (refused: boolean) => await oauth2AccessToken(context, type, refused);
		const address = user.toLowerCase();
		return imapSource({
			imap: { ...server, login: { user, accessToken } },
			name: address,
			ownAddresses: [address],
		});
	},

	async graph(context) {
		const type = 'signalMailboxGraphOAuth2Api';
		const settings = graphSettingsSchema.parse(await context.getCredentials(type));
		const transport = n8nTransport(context, type, { expires: true });
		return graphSource(new GraphClient(withRetry(transport), settings), settings.mailbox);
	},

	async folder(context) {
		return folderSource(mailFolderSettingsSchema.parse(await context.getCredentials('signalMailFolderApi')));
	},
};

/** Opens the source that is chosen in a node, with the credential that goes with it. */
export const openMailSource = async (context: Context, choice: SourceChoice): Promise<MailSource> =>
	await OPENERS[choice](context);
