import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { SignalMailboxApi } from '../../credentials/SignalMailboxApi.credentials';
import { SignalMailboxGraphOAuth2Api } from '../../credentials/SignalMailboxGraphOAuth2Api.credentials';
import { SignalMailboxOAuth2Api } from '../../credentials/SignalMailboxOAuth2Api.credentials';
import { SignalMailFolderApi } from '../../credentials/SignalMailFolderApi.credentials';
import { SOURCE_CHOICES } from '../../nodes/SignalMailbox/descriptions/source';
import { SignalMailbox } from '../../nodes/SignalMailbox/SignalMailbox.node';
import { SignalMailboxTrigger } from '../../nodes/SignalMailbox/SignalMailboxTrigger.node';
import type { Signal } from '../../nodes/shared/domain/signal';
import { startGraphSimulator, type GraphSimulator } from '../simulators/graph';
import { startDovecot, type Dovecot } from '../support/dovecot';
import { pollNode, runNode, type TestCredentials } from '../support/engine';
import { listFolder } from '../support/mail-folder';
import { graphCredentials, oauth2Credentials } from '../support/mailbox-credentials';
import { temporaryFolder } from '../support/temp-folder';
import { startTokenServer, type TokenServer } from '../support/token-server';

const mail = (subject: string) =>
	Buffer.from(
		`From: jan@x.example\r\nTo: dc@x.example\r\nSubject: ${subject}\r\n\r\nMijn laptop start niet.\r\n`,
	);

/** Polls and puts away what came, as a workflow does. Gives the subjects, and what became of each mail. */
async function goRound(
	credentials: TestCredentials,
	parameters: INodeParameters,
	staticData: object = {},
): Promise<{ subjects: string[]; outcomes: unknown[] }> {
	const polled = await pollNode({
		node: new SignalMailboxTrigger(),
		credentials,
		parameters,
		staticData: staticData as never,
	});
	const items = polled?.[0] ?? [];
	if (items.length === 0) return { subjects: [], outcomes: [] };
	const { source } = parameters;
	const { outputs, error } = await runNode({
		node: new SignalMailbox(),
		credentials,
		parameters: { operation: 'acknowledge', source: source!, moveTo: 'Verwerkt' },
		items,
	});
	expect(error).toBeUndefined();
	return {
		subjects: items.map(({ json }) => (json.signal as unknown as Signal).subject),
		outcomes: outputs[0]!.map(({ json }) => json.acknowledged),
	};
}

describe('a mailbox in Exchange Online, by Microsoft Graph', () => {
	let graph: GraphSimulator;
	beforeEach(async () => void (graph = await startGraphSimulator()));
	afterEach(() => graph.stop());

	const credentials = (changes: object = {}) => graphCredentials(graph, changes);

	const deliver = (subject: string) =>
		graph.store.add(graph.store.folder('inbox')!.id, mail(subject), new Date().toISOString());

	it('is read and put away, with a token that n8n gets and renews', async () => {
		const same = credentials();
		const staticData = {};
		deliver('Eerste');
		const first = await goRound(same, { source: 'graph', folder: ['inbox'] }, staticData);
		expect(first).toEqual({ subjects: ['Eerste'], outcomes: ['moved'] });
		graph.endTokens();
		deliver('Tweede');
		const second = await goRound(same, { source: 'graph', folder: ['inbox'] }, staticData);
		expect(second).toEqual({ subjects: ['Tweede'], outcomes: ['moved'] });
	});

	it('says that the client secret is wrong', async () => {
		const wrong = credentials({ clientSecret: 'verlopen' });
		await expect(goRound(wrong, { source: 'graph', folder: ['inbox'] })).rejects.toMatchObject({
			message: expect.stringContaining('(401)') as string,
			description: expect.stringContaining('client secret') as string,
		});
	});

	it('does not put away a mail of another source', async () => {
		const { error } = await runNode({
			node: new SignalMailbox(),
			credentials: credentials(),
			parameters: { operation: 'acknowledge', source: 'graph', moveTo: 'Verwerkt' },
			items: [{ json: { mail: { source: 'imap', folder: 'INBOX', uid: 1, uidValidity: '1' } } }],
		});
		expect(error!.message).toContain('The mail came from IMAP, and this node looks in Microsoft Graph');
	});
});

describe('a mailbox behind IMAP that takes no passwords', () => {
	let server: Dovecot;
	let tokens: TokenServer;
	beforeAll(async () => {
		tokens = await startTokenServer('dienstencentrum');
		server = await startDovecot({ settings: tokens.dovecotSettings });
	}, 20_000);
	afterAll(async () => {
		await server.stop();
		await tokens.stop();
	});

	const credentials = (changes: object) =>
		oauth2Credentials(tokens, {
			imapHost: server.host,
			imapPort: server.port,
			imapSecurity: 'none',
			user: server.user,
			...changes,
		});
	const parameters = { source: 'imapOAuth2', folder: ['INBOX'] };

	it('is read by an app of its own (client credentials)', async () => {
		await server.deliver(mail('Van de app'));
		const round = await goRound(credentials({ grantType: 'clientCredentials' }), parameters);
		expect(round).toEqual({ subjects: ['Van de app'], outcomes: ['moved'] });
		expect(await listFolder(server, 'Verwerkt')).toContain('Van de app');
	});

	it('is read for a user who connected it, also after the token has ended', async () => {
		await server.deliver(mail('Van een gebruiker'));
		const ended = { access_token: 'verlopen', refresh_token: 'blijft', token_type: 'Bearer' };
		const same = credentials({ grantType: 'authorizationCode', oauthTokenData: ended });
		const round = await goRound(same, parameters);
		expect(round).toEqual({ subjects: ['Van een gebruiker'], outcomes: ['moved'] });
		// The poll renewed it, and what came after used the new one.
		expect(same.signalMailboxOAuth2Api!.data.oauthTokenData).not.toMatchObject(ended);
	});

	it('says what to do when the app is refused, or was never connected', async () => {
		const refused = credentials({ grantType: 'clientCredentials', clientSecret: 'fout' });
		await expect(goRound(refused, parameters)).rejects.toThrow(
			'The token server gives no access token: Wrong secret',
		);
		const unconnected = credentials({ grantType: 'authorizationCode' });
		await expect(goRound(unconnected, parameters)).rejects.toThrow('The OAuth2 credential is not connected');
	});
});

describe('a folder of mail files', () => {
	const baseFolder = temporaryFolder();
	const credentials: TestCredentials = {
		signalMailFolderApi: { definition: new SignalMailFolderApi(), data: { baseFolder } },
	};

	it('is read and put away, and nothing outside it', async () => {
		mkdirSync(join(baseFolder, 'import'));
		const file = join(baseFolder, 'import', 'een.eml');
		writeFileSync(file, mail('Uit een bestand'));
		utimesSync(file, 1_700_000_000, 1_700_000_000);
		const round = await goRound(credentials, { source: 'folder', folder: ['import'] });
		expect(round).toEqual({ subjects: ['Uit een bestand'], outcomes: ['moved'] });
		await expect(goRound(credentials, { source: 'folder', folder: ['../..'] })).rejects.toThrow(
			'is outside the base folder',
		);
	});
});

describe('choosing a source', () => {
	it('asks for the credential that goes with it, in the trigger and in the node', () => {
		for (const { description } of [new SignalMailboxTrigger(), new SignalMailbox()]) {
			// By `show`, n8n would take the fields that decide out of the panel.
			expect(description.credentials!.filter(({ displayOptions }) => displayOptions?.show)).toEqual([]);
			const bySource = SOURCE_CHOICES.map((source) => {
				const shown = description.credentials!.filter(({ displayOptions }) => {
					const hidden = displayOptions?.hide?.source;
					return hidden !== undefined && !hidden.includes(source);
				});
				return [source, shown.map(({ name }) => name)] as const;
			});
			expect(Object.fromEntries(bySource)).toEqual({
				folder: [new SignalMailFolderApi().name],
				graph: [new SignalMailboxGraphOAuth2Api().name],
				imap: [new SignalMailboxApi().name],
				imapOAuth2: [new SignalMailboxOAuth2Api().name],
			});
		}
	});
});
