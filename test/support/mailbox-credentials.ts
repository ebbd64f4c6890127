import { SignalMailboxGraphOAuth2Api } from '../../credentials/SignalMailboxGraphOAuth2Api.credentials';
import { SignalMailboxOAuth2Api } from '../../credentials/SignalMailboxOAuth2Api.credentials';
import type { GraphSimulator } from '../simulators/graph';
import type { TestCredentials } from './engine';
import type { TokenServer } from './token-server';

/** An app that may use the mailbox of the simulator. */
export const graphCredentials = (graph: GraphSimulator, changes: object = {}): TestCredentials => ({
	signalMailboxGraphOAuth2Api: {
		definition: new SignalMailboxGraphOAuth2Api(),
		data: {
			mailbox: graph.mailbox,
			tenantId: 'tenant',
			clientId: graph.clientId,
			clientSecret: graph.clientSecret,
			accessTokenUrl: graph.tokenUrl,
			baseUrl: graph.baseUrl,
			...changes,
		},
	},
});

/** A mailbox that takes the tokens of this server. */
export const oauth2Credentials = (tokens: TokenServer, changes: object): TestCredentials => ({
	signalMailboxOAuth2Api: {
		definition: new SignalMailboxOAuth2Api(),
		data: {
			clientId: tokens.clientId,
			clientSecret: tokens.clientSecret,
			accessTokenUrl: tokens.accessTokenUrl,
			authentication: 'body',
			scope: 'mail',
			...changes,
		},
	},
});
