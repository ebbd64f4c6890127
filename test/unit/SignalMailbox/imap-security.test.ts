import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { withMailbox, type ImapSettings } from '../../../nodes/SignalMailbox/imap/connection';
import type { Login } from '../../../nodes/SignalMailbox/login';
import { makeCertificate } from '../../support/certificate';
import { startDovecot, type Dovecot } from '../../support/dovecot';
import { temporaryFolder } from '../../support/temp-folder';
import { startTokenServer, type TokenServer } from '../../support/token-server';

const folder = temporaryFolder();

let server: Dovecot;
let tokens: TokenServer;
let ca: string;

beforeAll(async () => {
	const { ca: own, ...certificate } = makeCertificate(folder);
	ca = own;
	tokens = await startTokenServer('dienstencentrum');
	server = await startDovecot({ certificate, settings: tokens.dovecotSettings });
}, 20_000);
afterAll(async () => {
	await server.stop();
	await tokens.stop();
});

const folders = async (changes: Partial<ImapSettings>): Promise<string[]> =>
	await withMailbox(
		{
			host: server.host,
			port: server.port,
			security: 'none',
			login: { user: server.user, password: server.password },
			allowUnauthorizedCerts: false,
			...changes,
		},
		async (client) => (await client.list()).map(({ path }) => path),
	);

describe('a certificate that nobody vouches for', () => {
	const ways = () =>
		[
			{ security: 'tls', port: server.tlsPort },
			{ security: 'starttls', port: server.port },
		] as const;

	it('is refused, with what to do', async () => {
		for (const way of ways()) {
			await expect(folders(way)).rejects.toMatchObject({
				message: expect.stringMatching(
					/certificate of the IMAP server 127\.0\.0\.1 is not trusted/,
				) as string,
				hint: expect.stringContaining('Allow Unauthorized Certificates') as string,
			});
		}
	});

	it('is taken when an administrator says so', async () => {
		for (const way of ways()) {
			expect(await folders({ ...way, allowUnauthorizedCerts: true })).toContain('INBOX');
		}
	});

	it('is taken once its authority is trusted, and then only for its own name', async () => {
		const before = getCACertificates('default');
		setDefaultCACertificates([...before, ca]);
		try {
			for (const way of ways()) expect(await folders(way)).toContain('INBOX');
			await expect(folders({ ...ways()[0], host: 'localhost' })).rejects.toThrow('is not trusted');
		} finally {
			setDefaultCACertificates(before);
		}
	});

	it('says that the port is the wrong one', async () => {
		await expect(folders({ security: 'tls', port: server.port })).rejects.toThrow(
			'does not speak TLS on port',
		);
	});
});

describe('logging in with an access token', () => {
	const withTokens = (...given: (() => string)[]) => {
		const refusals: boolean[] = [];
		const accessToken = async (refused: boolean) =>
			given[Math.min(refusals.push(refused), given.length) - 1]!();
		return { login: { user: server.user, accessToken } satisfies Login, refusals };
	};

	it('opens the mailbox', async () => {
		const { login, refusals } = withTokens(() => tokens.issue());
		expect(await folders({ login })).toContain('INBOX');
		expect(refusals).toEqual([false]);
	});

	it('asks for another token when the first one is not taken any more', async () => {
		const ended = tokens.issue();
		tokens.endAll();
		const { login, refusals } = withTokens(
			() => ended,
			() => tokens.issue(),
		);
		expect(await folders({ login })).toContain('INBOX');
		expect(refusals).toEqual([false, true]);
	});

	it('says what to do when no token is taken', async () => {
		const { login } = withTokens(() => 'verzonnen');
		await expect(folders({ login })).rejects.toMatchObject({
			failure: 'credential-invalid',
			hint: expect.stringContaining('Connect the Signal Mailbox OAuth2 credential again') as string,
		});
	});
});
