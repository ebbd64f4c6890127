import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import PostalMime from 'postal-mime';
import { SignalMailFolderApi } from '../../credentials/SignalMailFolderApi.credentials';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalMailbox } from '../../nodes/SignalMailbox/SignalMailbox.node';
import type { Signal } from '../../nodes/shared/domain/signal';
import { Register } from '../../nodes/shared/storage/register';
import { startGraphSimulator, type GraphSimulator } from '../simulators/graph';
import { runNode, type TestCredentials } from '../support/engine';
import { graphCredentials, oauth2Credentials } from '../support/mailbox-credentials';
import { signalFor } from '../support/signals';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { temporaryFolder } from '../support/temp-folder';
import { startTokenServer, type TokenServer } from '../support/token-server';

const REFERENCE = 'R-2026-000123';
const TEXT = 'Beste Jan,\n\nWij gaan ermee aan de slag.';
const reply = { operation: 'reply', text: TEXT, idempotencyKey: 'a' };

const files = temporaryFolder();
let databaseFile: string;
let tests = 0;
beforeEach(() => void (databaseFile = join(files, `${++tests}.sqlite`)));

const items = (changes: Partial<Signal> = {}, binary?: INodeExecutionData['binary']) => [
	{
		json: { signal: { ...signalFor('<een@minvenj.example>'), reference: REFERENCE, ...changes } },
		...(binary && { binary }),
	} as unknown as INodeExecutionData,
];

const run = (mailbox: TestCredentials, parameters: INodeParameters, input = items()) =>
	runNode({
		node: new SignalMailbox(),
		credentials: {
			...mailbox,
			signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } },
		},
		parameters,
		items: input,
	});

/** Runs it for one item; gives what came of it. */
async function outcome(...given: Parameters<typeof run>): Promise<INodeExecutionData['json']> {
	const { outputs, error } = await run(...given);
	expect(error).toBeUndefined();
	return outputs[0]![0]!.json;
}

describe('sending by Microsoft Graph', () => {
	let graph: GraphSimulator;
	beforeEach(async () => void (graph = await startGraphSimulator()));
	afterEach(() => graph.stop());

	const mailbox = (changes: object = {}) =>
		graphCredentials(graph, { fromName: 'Dienstencentrum', ...changes });
	const answer = { ...reply, source: 'graph' };
	const sent = async () => await Promise.all(graph.sent.map(async (raw) => await PostalMime.parse(raw)));

	it('answers once, in the conversation, as the mailbox', async () => {
		expect(await outcome(mailbox(), answer)).toMatchObject({ delivery: { outcome: 'sent' } });
		expect(await outcome(mailbox(), answer)).toMatchObject({ delivery: { outcome: 'already-sent' } });
		expect(await sent()).toMatchObject([
			{
				from: { name: 'Dienstencentrum', address: graph.mailbox },
				to: [{ address: 'j.devries@minvenj.example' }],
				subject: `Re: Laptop start niet op [${REFERENCE}]`,
				inReplyTo: '<een@minvenj.example>',
			},
		]);
	});

	it('writes in house style, with the limits of its credential', async () => {
		const styled = mailbox({
			fromAddress: 'Service@Ministerie.example',
			organisation: 'Regiedesk',
			houseColour: '#00aa55',
			replyToWithReference: true,
			maxMailsPerHour: 1,
		});
		await outcome(styled, answer);
		const [mail] = await sent();
		expect(mail).toMatchObject({
			from: { address: 'service@ministerie.example' },
			replyTo: [{ address: `service+${REFERENCE}@ministerie.example` }],
			html: expect.stringContaining('#00aa55') as string,
			text: expect.stringContaining('Regiedesk') as string,
		});
		const { error } = await run(styled, { ...answer, idempotencyKey: 'b' });
		expect(error!.message).toContain('was held back: er ging in een uur al 1 mail uit');
	});

	it.each([undefined, 'service@ministerie.example'])('does not answer itself (%p)', async (fromAddress) => {
		const own = { name: null, email: fromAddress ?? graph.mailbox, organisation: null };
		const skipped = { delivery: { outcome: 'skipped', reason: 'automatic-sender' } };
		expect(await outcome(mailbox({ fromAddress }), answer, items({ customer: own }))).toMatchObject(skipped);
		expect(graph.sent).toEqual([]);
	});

	it('forwards the files that Graph takes, and names the others', async () => {
		const file = (bytes: number) => ({
			data: Buffer.alloc(bytes, 'x').toString('base64'),
			mimeType: 'text/plain',
		});
		const attachments = ['klein.txt', 'groot.txt'].map((name, index) => ({
			name,
			contentType: 'text/plain',
			size: 1,
			binaryKey: `attachment_${index}`,
			inline: false,
		}));
		const binary = { attachment_0: file(1_900_000), attachment_1: file(200_000) };
		const forward = { ...answer, operation: 'forward', to: 'desk@leverancier.example' };
		expect(await outcome(mailbox(), forward, items({ attachments }, binary))).toMatchObject({
			delivery: { outcome: 'sent' },
		});
		const [mail] = await sent();
		expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['klein.txt']);
		expect(mail!.text).toContain('vraag zo nodig om deze bijlagen: groot.txt');
	});

	it('sends a page with files once, and for who reads no HTML the text', async () => {
		const binary = {
			pdf: {
				data: Buffer.from('%PDF').toString('base64'),
				mimeType: 'application/pdf',
				fileName: 'rapport.pdf',
			},
			xlsx: {
				data: Buffer.from('PK').toString('base64'),
				mimeType: 'application/zip',
				fileName: 'cijfers.xlsx',
			},
		};
		const send = {
			...answer,
			operation: 'send',
			to: 'manager@minvenj.example, archief@minvenj.example',
			subject: 'Rapportage',
			html: '<!doctype html><p>Eigen pagina</p>',
			attachments: 'pdf, xlsx',
		};
		expect(await outcome(mailbox(), send, items({}, binary))).toMatchObject({
			delivery: { outcome: 'sent' },
		});
		expect(await outcome(mailbox(), send, items({}, binary))).toMatchObject({
			delivery: { outcome: 'already-sent' },
		});
		const [mail, ...more] = await sent();
		expect(more).toEqual([]);
		expect(mail!.html!.trim()).toBe(send.html);
		expect(mail!.text).toContain('Wij gaan ermee aan de slag.');
		expect(mail!.to!.map(({ address }) => address)).toEqual([
			'manager@minvenj.example',
			'archief@minvenj.example',
		]);
		expect(mail!.attachments.map(({ filename }) => filename)).toEqual(['rapport.pdf', 'cijfers.xlsx']);
		const { error } = await run(mailbox(), { ...send, idempotencyKey: 'b' });
		expect(error!.message).toMatch(/pdf/);
		expect(graph.sent).toHaveLength(1);
	});

	it('does not send again what was cut off, until a person releases it', async () => {
		graph.misbehave({ match: { path: 'sendMail' }, times: 1, how: 'cut-after-write' });
		const { error } = await run(mailbox(), answer);
		expect(error!.message).toContain('it may have been sent');
		expect(await outcome(mailbox(), answer)).toMatchObject({ delivery: { outcome: 'doubtful' } });
		expect(graph.sent).toHaveLength(1);
		const register = await Register.open({ databaseFile });
		await register.outbox.release('a', 'beheer');
		await register.close();
		const released = { source: 'graph', resource: 'mailbox', operation: 'sendReleased' };
		expect(await outcome(mailbox(), released)).toMatchObject({ released: { key: 'a', error: null } });
		expect(graph.sent).toHaveLength(2);
	});

	it('says that the client secret has ended, and a later run sends it', async () => {
		const { error } = await run(mailbox({ clientSecret: 'verlopen' }), answer);
		expect(error).toMatchObject({
			message: expect.stringContaining('(401)') as string,
			description: expect.stringContaining('client secret') as string,
		});
		expect(await outcome(mailbox(), answer)).toMatchObject({ delivery: { outcome: 'sent' } });
	});

	it('tells how much waits in the mailbox, without what was marked', async () => {
		const inbox = graph.store.folder('inbox')!.id;
		const add = () => graph.store.add(inbox, Buffer.from('Subject: Lift\r\n\r\nx'), new Date().toISOString());
		add();
		graph.store.categorise(add(), ['$Geregistreerd']);
		const health = { source: 'graph', resource: 'mailbox', operation: 'getHealth', folder: 'inbox' };
		expect(await outcome(mailbox(), health)).toMatchObject({ health: { backlog: 1, oldestMinutes: 0 } });
		expect(await outcome(mailbox(), { ...health, skipKeyword: '' })).toMatchObject({
			health: { backlog: 2 },
		});
		expect(await outcome(mailbox({ clientSecret: 'verlopen' }), health)).toMatchObject({
			health: { healthy: false, backlog: null },
		});
	});
});

describe('sending by SMTP with OAuth2', () => {
	const USER = 'dienstencentrum@ministerie.example';
	let tokens: TokenServer;
	let sink: SmtpSink;
	beforeEach(async () => {
		tokens = await startTokenServer(USER);
		sink = await startSmtpSink({ user: USER, isToken: (token) => tokens.isToken(token) });
	});
	afterEach(async () => {
		await sink.stop();
		await tokens.stop();
	});

	const mailbox = (changes: object) =>
		oauth2Credentials(tokens, {
			user: USER,
			smtpHost: sink.host,
			smtpPort: sink.port,
			smtpSecurity: 'none',
			...changes,
		});
	const answer = { ...reply, source: 'imapOAuth2' };

	it('logs in as an app of its own', async () => {
		const app = mailbox({ grantType: 'clientCredentials' });
		expect(await outcome(app, answer)).toMatchObject({ delivery: { outcome: 'sent' } });
		expect(sink.messages).toMatchObject([
			{ envelope: { from: USER, to: ['j.devries@minvenj.example'] }, headers: { from: USER } },
		]);
	});

	it('logs in for a user, also when the token was withdrawn', async () => {
		const withdrawn = { access_token: 'verlopen', refresh_token: 'blijft', token_type: 'Bearer' };
		const user = mailbox({ grantType: 'authorizationCode', oauthTokenData: withdrawn });
		expect(await outcome(user, answer)).toMatchObject({ delivery: { outcome: 'sent' } });
		expect(sink.messages).toHaveLength(1);
	});

	it('says which address is missing when the login of the mailbox is none', async () => {
		const { error } = await run(mailbox({ grantType: 'clientCredentials', user: 'dienstencentrum' }), answer);
		expect(error).toMatchObject({
			message: '"dienstencentrum" is no address to send mail from',
			description: expect.stringContaining('From Address') as string,
		});
	});
});

describe('a folder of mail files', () => {
	const mailbox = (): TestCredentials => ({
		signalMailFolderApi: { definition: new SignalMailFolderApi(), data: { baseFolder: files } },
	});

	it('has a backlog', async () => {
		mkdirSync(join(files, 'import'));
		const file = join(files, 'import', 'een.eml');
		writeFileSync(file, 'Subject: Lift\r\n\r\nx');
		utimesSync(file, 1_700_000_000, 1_700_000_000);
		const health = {
			source: 'folder',
			resource: 'mailbox',
			operation: 'getHealth',
			folder: 'import',
			maxMinutesSinceSuccess: 0,
		};
		expect(await outcome(mailbox(), health)).toMatchObject({
			health: { backlog: 1, reasons: [expect.stringMatching(/^De oudste mail wacht al/)] },
		});
	});

	it('cannot send', async () => {
		const { error } = await run(mailbox(), { ...reply, source: 'folder' });
		expect(error!.message).toContain('A folder of files cannot send mail');
		const offered = new SignalMailbox().description.properties
			.filter(
				({ name, displayOptions }) => name === 'source' && displayOptions?.show?.operation?.includes('reply'),
			)
			.flatMap(({ options = [] }) => options.map((option) => 'value' in option && option.value));
		expect(offered).toEqual(['imap', 'imapOAuth2', 'graph']);
	});
});
