import { join } from 'node:path';
import unusedPort from 'get-port';
import { ObservableObject, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { SignalMailboxApi } from '../../credentials/SignalMailboxApi.credentials';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalMailbox } from '../../nodes/SignalMailbox/SignalMailbox.node';
import { SignalMailboxTrigger } from '../../nodes/SignalMailbox/SignalMailboxTrigger.node';
import { NO_FLAGS, type Signal } from '../../nodes/shared/domain/signal';
import { Register } from '../../nodes/shared/storage/register';
import { hasDovecot, startDovecot, type MailServer } from '../support/dovecot';
import { pollNode, runNode } from '../support/engine';
import { startHoodiecrow } from '../support/hoodiecrow';
import { buildMail, type MailToBuild } from '../support/mail-builder';
import { listFolder } from '../support/mail-folder';
import { signalFor } from '../support/signals';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { temporaryFolder } from '../support/temp-folder';

let server: MailServer;
let sink: SmtpSink;
/** Each test has a folder and a register of its own. */
let folder: string;
let databaseFile: string;
let tests = 0;

const registers = temporaryFolder();
const startMailServer = hasDovecot() ? startDovecot : startHoodiecrow;

beforeAll(async () => {
	server = await startMailServer();
}, 20_000);
afterAll(() => server.stop());

beforeEach(async () => {
	tests += 1;
	folder = `Post ${tests}`;
	databaseFile = join(registers, `${tests}.sqlite`);
	sink = await startSmtpSink({ user: 'verzender', password: 'geheim-post' });
});
afterEach(() => sink.stop());

const OWN_ADDRESS = 'dienstencentrum@ministerie.example';

const credentials = (changes: object = {}) => ({
	signalMailboxApi: {
		definition: new SignalMailboxApi(),
		data: {
			imapHost: server.host,
			imapPort: server.port,
			imapSecurity: 'none',
			user: server.user,
			password: server.password,
			smtpHost: sink.host,
			smtpPort: sink.port,
			smtpSecurity: 'none',
			smtpAuthentication: 'own',
			smtpUser: 'verzender',
			smtpPassword: 'geheim-post',
			fromAddress: OWN_ADDRESS,
			fromName: 'Dienstencentrum',
			...changes,
		},
	},
	signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } },
});

const deliver = async (changes: Partial<MailToBuild> = {}) =>
	await server.deliver(
		await buildMail({
			from: { name: 'Jan de Vries', address: 'J.deVries@minvenj.example' },
			to: OWN_ADDRESS,
			subject: 'Laptop start niet op',
			text: 'Mijn laptop start niet meer op.\n\nGroet,\nJan',
			...changes,
		}),
		folder,
	);

const poll = (parameters: INodeParameters = {}, options: object = {}) =>
	pollNode({
		node: new SignalMailboxTrigger(),
		credentials: credentials(),
		parameters: { folder, ...parameters },
		...options,
	});

const onlyItem = async (parameters: INodeParameters = {}): Promise<INodeExecutionData> => {
	const [items] = (await poll(parameters))!;
	expect(items).toHaveLength(1);
	return items![0]!;
};

const signalOf = ({ json }: INodeExecutionData) => json.signal as unknown as Signal;

const run = (
	parameters: INodeParameters,
	{ changes = {}, ...options }: Partial<Parameters<typeof runNode>[0]> & { changes?: object } = {},
) => runNode({ node: new SignalMailbox(), credentials: credentials(changes), parameters, ...options });

describe('the mailbox trigger', () => {
	describe('with more mail than one batch', () => {
		const subjects = (items: INodeExecutionData[]) => items.map((item) => signalOf(item).subject);
		const many = { batchSize: 2, maximumMails: 10 };
		beforeEach(async () => {
			for (const subject of ['1', '2', '3', '4', '5']) await deliver({ subject });
		});

		it('gives each batch to an execution of its own, one after the other', async () => {
			const batches: string[][] = [];
			let running = 0;
			const execute = async ([items]: INodeExecutionData[][]) => {
				expect((running += 1)).toBe(1);
				batches.push(subjects(items!));
				await new Promise(setImmediate);
				running -= 1;
				return 'success' as const;
			};
			const rest = (await poll(many, { execute }))!;
			expect([...batches, subjects(rest[0]!)]).toEqual([['1', '2'], ['3', '4'], ['5']]);
		});

		it('stops when a batch fails, and goes on with the next poll', async () => {
			const staticData = {};
			const execute = jest.fn(async () => 'error' as const);
			const rest = (await poll(many, { execute, staticData }))!;
			expect(execute).toHaveBeenCalledTimes(1);
			expect(subjects(rest[0]!)).toEqual(['3', '4']);
			const next = (await poll(many, { execute, staticData }))!;
			expect(subjects(next[0]!)).toEqual(['5']);
		});

		it('gives one batch when n8n starts, which waits for it', async () => {
			const [items] = (await poll(many, { activation: 'init' }))!;
			expect(subjects(items!)).toEqual(['1', '2']);
		});
	});

	it('gives a signal for a mail with its attachment, and leaves the mail where it is', async () => {
		await deliver({
			messageId: '<een@minvenj.example>',
			inReplyTo: '<nul@dienstencentrum.example>',
			attachments: [{ filename: 'foto.png', content: Buffer.from('beeld'), contentType: 'image/png' }],
		});
		const item = await onlyItem();
		const signal = signalOf(item);
		expect(signal).toMatchObject({
			reference: null,
			subject: 'Laptop start niet op',
			text: expect.stringContaining('Mijn laptop start niet meer op.') as string,
			customer: { name: 'Jan de Vries', email: 'j.devries@minvenj.example' },
			language: 'nl',
			flags: NO_FLAGS,
			status: 'ontvangen',
			source: { messageId: '<een@minvenj.example>', thread: ['<nul@dienstencentrum.example>'] },
			attachments: [
				{ name: 'foto.png', contentType: 'image/png', size: 5, binaryKey: 'attachment_0', inline: false },
			],
		});
		expect(item.json.mail).toMatchObject({ source: 'imap', folder, uid: signal.source.uid });
		expect(Buffer.from(item.binary!.attachment_0!.data, 'base64').toString()).toBe('beeld');
		expect(Buffer.from(item.binary!.source!.data, 'base64').toString()).toContain(
			'Message-ID: <een@minvenj.example>',
		);
		expect((await poll())![0]).toHaveLength(1);
	});

	it('gives nothing when there is nothing, and says so in a test from the editor', async () => {
		expect(await poll({ folder: 'INBOX' })).toBeNull();
		await expect(poll({ folder: 'INBOX' }, { mode: 'manual' })).rejects.toThrow('There is no mail in');
	});

	it('waits for its next look when the mail server is not there at the start of n8n', async () => {
		const port = await unusedPort({ host: '127.0.0.1' });
		const unreachable = { credentials: credentials({ imapPort: port }) };
		expect(await poll({}, { ...unreachable, activation: 'init' })).toBeNull();
		await expect(poll({}, unreachable)).rejects.toThrow(/Cannot reach/);
	});

	it('goes on where it stopped, and leaves alone what is being worked on', async () => {
		for (const number of [1, 2, 3]) await deliver({ subject: `Mail ${number}` });
		const staticData = {};
		const subjects = async (parameters: INodeParameters) =>
			((await poll(parameters, { staticData }))?.[0] ?? []).map((item) => signalOf(item).subject);
		expect(await subjects({ maximumMails: 2 })).toEqual(['Mail 1', 'Mail 2']);
		expect(await subjects({ maximumInFlight: 2 })).toEqual([]);
		expect(await subjects({ maximumMails: 2 })).toEqual(['Mail 3']);
		expect(await subjects({})).toEqual([]);
	});

	it('tells n8n to save what it remembers, every time', async () => {
		const staticData = ObservableObject.create({}) as { __dataChanged?: boolean };
		for (const subject of ['Eerste', 'Tweede']) {
			await deliver({ subject });
			staticData.__dataChanged = false;
			expect((await poll({}, { staticData }))![0]).toHaveLength(1);
			expect(staticData.__dataChanged).toBe(true);
		}
	});

	it('gives everything again when what it remembers is lost', async () => {
		await deliver();
		for (const staticData of [{}, {}, { folders: 'not what it was' }]) {
			expect((await poll({}, { staticData }))![0]).toHaveLength(1);
		}
	});

	it('looks in several folders, each in its turn', async () => {
		await deliver({ subject: 'Eerste' });
		await deliver({ subject: 'Tweede' });
		const other = `${folder} apart`;
		await server.deliver(
			await buildMail({ from: 'a@b.example', to: 'c@d.example', subject: 'Apart' }),
			other,
		);
		const [items] = (await poll({ folder: [folder, other], maximumMails: 2 }))!;
		expect(items!.map((item) => signalOf(item).subject)).toEqual(['Eerste', 'Apart']);
	});

	it('reads only the text of a mail that is too large', async () => {
		await deliver({
			attachments: [
				{ filename: 'film.mp4', content: Buffer.alloc(2 * 1024 * 1024, 7), contentType: 'video/mp4' },
			],
		});
		const item = await onlyItem({ maximumSizeMb: 1 });
		expect(signalOf(item)).toMatchObject({
			text: expect.stringContaining('Mijn laptop start niet meer op.') as string,
			flags: { oversize: true, unparseable: false },
			attachments: [{ name: 'film.mp4', binaryKey: null }],
		});
		expect(Object.keys(item.binary!)).toEqual(['source']);
	});

	it('gives what is no mail too, with its source', async () => {
		const raw = Buffer.from([0xff, 0xfe, 0x80, 0x31, 0x32]);
		await server.deliver(raw, folder);
		const item = await onlyItem();
		expect(signalOf(item)).toMatchObject({ flags: { unparseable: true }, customer: { email: null } });
		expect(Buffer.from(item.binary!.source!.data, 'base64')).toEqual(raw);
	});

	it('marks what must not be answered', async () => {
		await deliver({
			subject: 'Automatisch antwoord: afwezig',
			headers: { 'Auto-Submitted': 'auto-replied' },
		});
		await deliver({ from: 'MAILER-DAEMON@mail.example', subject: 'Undelivered Mail Returned to Sender' });
		await deliver({ subject: 'Nieuwsbrief', headers: { 'List-Unsubscribe': '<mailto:weg@news.example>' } });
		await deliver({ from: OWN_ADDRESS, subject: 'Re: Laptop' });
		const flags = (await poll())![0]!.map((item) =>
			Object.entries(signalOf(item).flags).flatMap(([name, set]) => (set === true ? [name] : [])),
		);
		expect(flags).toEqual([['autoReply'], ['bounce'], ['bulk'], ['loop']]);
	});

	it('takes the customer of a mail that a named colleague forwarded', async () => {
		await deliver({
			from: 'balie@servicepunt.example',
			subject: 'FW: Lift',
			text: 'Graag oppakken.\n\nVan: Hakan Demir <hakan@x.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: balie\nOnderwerp: Lift\n\nDe lift staat stil.',
		});
		const customerOf = async (colleagues: string) => signalOf(await onlyItem({ colleagues })).customer.email;
		expect(await customerOf('Servicepunt.example, jan@x.example')).toBe('hakan@x.example');
		expect(await customerOf('')).toBe('balie@servicepunt.example');
		await expect(poll({ colleagues: 'servicepunt' })).rejects.toThrow(
			'colleagues: "servicepunt" is no e-mail address and no domain',
		);
	});

	it('says which folders there are when the folder is not there', async () => {
		await expect(poll({ folder: 'Klachten' })).rejects.toMatchObject({
			message: 'The mailbox has no folder "Klachten"',
			description: expect.stringContaining('INBOX') as string,
		});
	});

	it('says that the password is wrong', async () => {
		await expect(poll({}, { credentials: credentials({ password: 'verkeerd' }) })).rejects.toMatchObject({
			message: expect.stringMatching(/refuses user "dienstencentrum"/) as string,
			description: expect.stringContaining('Check User and Password') as string,
		});
	});

	it('says that the mail server cannot be reached', async () => {
		const away = await unusedPort();
		await expect(poll({}, { credentials: credentials({ imapPort: away }) })).rejects.toThrow(
			/Cannot reach 127\.0\.0\.1:\d+: the server refuses the connection/,
		);
	});
});

describe('acknowledging', () => {
	const parameters = () => ({ operation: 'acknowledge', moveTo: `${folder} klaar` });

	it('moves the mails, and finds no fault when that was done before', async () => {
		await deliver({ subject: 'Eerste' });
		await deliver({ subject: 'Tweede' });
		const [items] = (await poll())!;
		const { outputs, error } = await run(parameters(), { items });
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ json }) => json.acknowledged)).toEqual(['moved', 'moved']);
		expect(await listFolder(server, folder)).toEqual([]);
		expect(await listFolder(server, `${folder} klaar`)).toEqual(['Eerste', 'Tweede']);
		const again = await run(parameters(), { items });
		expect(again.outputs[0]!.map(({ json }) => json.acknowledged)).toEqual(['already-gone', 'already-gone']);
	});

	it('marks the mail instead, and the trigger passes it by', async () => {
		await deliver({ subject: 'Eerste' });
		await deliver({ subject: 'Tweede' });
		const [items] = (await poll({ maximumMails: 1 }))!;
		const { outputs } = await run(
			{ operation: 'acknowledge', putAwayBy: 'flag', keyword: '$Klaar' },
			{ items },
		);
		expect(outputs[0]![0]!.json.acknowledged).toBe('flagged');
		const subjects = async (skipKeyword: string) =>
			(await poll({ skipKeyword }))![0]!.map((item) => signalOf(item).subject);
		expect(await subjects('$Klaar')).toEqual(['Tweede']);
		expect(await subjects('')).toEqual(['Eerste', 'Tweede']);
	});

	it('says what is wrong when the mail does not say where it lies', async () => {
		const { error } = await run(parameters(), { items: [{ json: { mail: { uid: 7 } } }] });
		expect(error!.message).toContain('It does not say where the mail lies');
	});

	it('moves nothing when the folder has been renumbered since', async () => {
		await deliver();
		const [items] = (await poll())!;
		const stale = { ...(items![0]!.json.mail as object), uidValidity: '1' };
		const { error } = await run(parameters(), { items: [{ json: { mail: stale } }] });
		expect(error!.message).toContain('has renumbered folder');
		expect(await listFolder(server, folder)).toHaveLength(1);
	});

	it('fails only the item that is wrong', async () => {
		await deliver();
		const [items] = (await poll())!;
		const { outputs } = await run(parameters(), {
			items: [{ json: { mail: { source: 'imap', folder, uidValidity: '1' } } }, ...items!],
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toMatchObject([{ json: { acknowledged: 'moved' }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('mail.uid') as string } }]);
	});

	it('gives every item on the error output when the mailbox cannot be reached', async () => {
		await deliver();
		const [items] = (await poll())!;
		const changes = { imapPort: await unusedPort() };
		const { outputs } = await run(parameters(), { items, changes, onError: 'continueErrorOutput' });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{ json: { error: expect.stringContaining('Cannot reach') as string } },
		]);
	});
});

describe('answering', () => {
	const text = 'Beste Jan,\n\nWij gaan ermee aan de slag.';
	const parameters = { operation: 'reply', text, idempotencyKey: '={{ $json.signal.reference }}:antwoord' };

	async function registered(changes: Partial<Signal> = {}): Promise<{ items: INodeExecutionData[] }> {
		const register = await Register.open({ databaseFile });
		const { signal } = await register.register(signalFor('<een@minvenj.example>', changes), {
			by: 'test',
			minutes: 1,
		});
		await register.close();
		return { items: [{ json: { signal: { ...signal } } as unknown as INodeExecutionData['json'] }] };
	}

	const actionsOf = async (reference: string) => {
		const register = await Register.open({ databaseFile });
		const { actions } = await register.get(reference);
		await register.close();
		return actions.map((action) => action.text);
	};

	it('answers once, in the conversation, as a machine', async () => {
		const input = await registered();
		const first = await run(parameters, input);
		expect(first.error).toBeUndefined();
		expect(first.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
		expect(sink.messages).toHaveLength(1);
		const [mail] = sink.messages;
		const { reference } = signalOf(input.items[0]!);
		expect(mail).toMatchObject({
			envelope: { from: OWN_ADDRESS, to: ['j.devries@minvenj.example'] },
			subject: `Re: Laptop start niet op [${reference}]`,
			text,
			headers: {
				'auto-submitted': 'auto-replied',
				'in-reply-to': '<een@minvenj.example>',
				references: '<een@minvenj.example>',
				from: `Dienstencentrum <${OWN_ADDRESS}>`,
			},
		});
		const again = await run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'already-sent' });
		expect(sink.messages).toHaveLength(1);
		expect(await actionsOf(reference!)).toContain(
			`Mail gestuurd aan j.devries@minvenj.example: Re: Laptop start niet op [${reference}]`,
		);
	});

	it.each([
		['an automatic reply', { flags: { ...NO_FLAGS, autoReply: true } }, 'automatic-sender'],
		[
			'a no-reply address',
			{ customer: { name: null, email: 'no-reply@x.example', organisation: null } },
			'automatic-sender',
		],
		[
			'our own plus-address',
			{ customer: { name: null, email: 'dienstencentrum+x@ministerie.example', organisation: null } },
			'automatic-sender',
		],
		['nobody', { customer: { name: null, email: null, organisation: null } }, 'no-address'],
	])('does not answer %s', async (_who, changes, reason) => {
		const { outputs } = await run(parameters, await registered(changes));
		expect(outputs[0]![0]!.json.delivery).toEqual({ outcome: 'skipped', reason, messageId: null });
		expect(sink.messages).toEqual([]);
	});

	it('does not send again what was cut off while it was handed over, and writes that down', async () => {
		const input = await registered();
		sink.onMessage(() => 'cut');
		const first = await run(parameters, input);
		expect(first.error!.message).toContain('it may have been sent');
		sink.onMessage(() => 'accept');
		const again = await run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'doubtful' });
		expect(sink.messages).toHaveLength(1);
		const actions = await actionsOf(signalOf(input.items[0]!).reference!);
		expect(actions.at(-1)).toContain('Onzeker of de mail aan j.devries@minvenj.example is verstuurd');
	});

	it('sends again what the mail server refused', async () => {
		const input = await registered();
		sink.onMessage(() => ({ code: 451, message: 'Try again later' }));
		const first = await run(parameters, input);
		expect(first.error).toMatchObject({ message: expect.stringContaining('Try again later') as string });
		sink.onMessage(() => 'accept');
		const again = await run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
	});

	it('gives every attempt to send a mail the same Message-ID, and no two mails', async () => {
		const input = await registered();
		const offered: string[] = [];
		sink.onMessage(({ headers }) => {
			offered.push(headers['message-id']!);
			return { code: 451, message: 'Try again later' };
		});
		for (const idempotencyKey of ['a', 'a', 'b']) await run({ ...parameters, idempotencyKey }, input);
		expect(offered).toHaveLength(3);
		expect(offered[1]).toBe(offered[0]);
		expect(offered[2]).not.toBe(offered[0]);
	});

	it('stops answering an address that keeps writing', async () => {
		const input = await registered();
		const answer = (key: string) => run({ ...parameters, maxPerDay: 2, idempotencyKey: key }, input);
		for (const key of ['a', 'b']) await answer(key);
		const { outputs } = await answer('c');
		expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'limited' });
		expect(sink.messages).toHaveLength(2);
	});

	it('says that the login for sending is wrong', async () => {
		const { error } = await run(parameters, { ...(await registered()), changes: { smtpPassword: 'fout' } });
		expect(error).toMatchObject({
			message: expect.stringContaining('refuses user "verzender"') as string,
			description: expect.stringContaining('Check the SMTP user and password') as string,
		});
		expect(sink.messages).toEqual([]);
	});
});

describe('sending a notice', () => {
	const parameters = {
		operation: 'send',
		to: 'Coordinator@dienstencentrum.example; manager@dienstencentrum.example',
		subject: 'Onvrede R-2026-000001',
		text: 'Wilt u dit bekijken?',
		reference: 'R-2026-000001',
		idempotencyKey: 'R-2026-000001:collega',
	};

	it('sends it once, to everybody it is for', async () => {
		for (const outcome of ['sent', 'already-sent']) {
			const { outputs, error } = await run(parameters);
			expect(error).toBeUndefined();
			expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome });
		}
		expect(sink.messages).toMatchObject([
			{
				envelope: { to: ['coordinator@dienstencentrum.example', 'manager@dienstencentrum.example'] },
				headers: { 'auto-submitted': 'auto-generated' },
			},
		]);
	});

	it('says which address is wrong, and sends nothing', async () => {
		const { error } = await run({ ...parameters, to: 'coordinator' });
		expect(error!.message).toContain('to.0: This is no e-mail address');
		expect(sink.messages).toEqual([]);
	});
});

describe('what a mail says and how it looks', () => {
	const REFERENCE = 'R-2026-000123';
	const items = (changes: Partial<Signal> = {}, binary?: INodeExecutionData['binary']) => [
		{
			json: { signal: { ...signalFor('<een@minvenj.example>'), reference: REFERENCE, ...changes } },
			...(binary && { binary }),
		} as unknown as INodeExecutionData,
	];
	const answer = { operation: 'reply', idempotencyKey: 'a' };

	it('fills in a ready text and a template, in house style', async () => {
		const changes = { organisation: 'Regiedesk', replyToWithReference: true };
		await run({ ...answer, content: 'ontvangstbevestiging' }, { items: items(), changes });
		const template = 'Beste {naam},\n\nU schreef:\n\n{bericht}';
		await run({ ...answer, idempotencyKey: 'b', content: 'template', template }, { items: items(), changes });
		const [ready, own] = sink.messages;
		expect(ready!.text).toContain(`onder nummer ${REFERENCE}.`);
		expect(ready!.text).toMatch(/groet,\nRegiedesk\n\nRegiedesk$/);
		expect(ready!.headers['reply-to']).toBe(`dienstencentrum+${REFERENCE}@ministerie.example`);
		expect(own!.text).toContain('> Mijn laptop start niet meer op sinds vanochtend.');
		expect(own!.html).toMatch(/<blockquote[^>]*>Mijn laptop start niet meer op/);
	});

	it('says which placeholder does not exist, and sends nothing', async () => {
		const { error } = await run({ ...answer, content: 'template', template: '{nummr}' }, { items: items() });
		expect(error).toMatchObject({
			message: 'The template asks for {nummr}, which does not exist',
			description: expect.stringContaining('{nummer}') as string,
		});
		expect(sink.messages).toEqual([]);
	});

	it('sends a batch over one connection', async () => {
		const all = Array.from({ length: 5 }, () => items()[0]!);
		const key = '=k{{ $itemIndex }}';
		const { outputs } = await run(
			{ ...answer, text: 'Hallo', idempotencyKey: key, maxPerDay: 9 },
			{ items: all },
		);
		expect(outputs[0]).toHaveLength(5);
		expect(sink.messages).toHaveLength(5);
		expect(sink.connections()).toBe(1);
	});

	it('holds an answer back at the limit for all mail, so that a later run sends it', async () => {
		const limited = { items: items(), changes: { maxMailsPerHour: 1 } };
		await run({ ...answer, text: 'Hallo' }, limited);
		const { error } = await run({ ...answer, text: 'Hallo', idempotencyKey: 'b' }, limited);
		expect(error!.message).toContain('was held back: er gingen in een uur al 1 mails uit');
		const later = await run({ ...answer, text: 'Hallo', idempotencyKey: 'b' }, { items: items() });
		expect(later.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
	});

	describe('forwarding', () => {
		const file = (content: string) => ({
			data: Buffer.from(content).toString('base64'),
			mimeType: 'text/plain',
		});
		const attachments = ['foto.txt', 'groot.txt', 'weg.txt'].map((name, index) => ({
			name,
			contentType: 'text/plain',
			size: 4,
			binaryKey: index === 2 ? null : `attachment_${index}`,
			inline: false,
		}));
		const forward = {
			operation: 'forward',
			to: 'Desk <Desk@leverancier.example>',
			text: 'Wilt u dit oppakken?',
			maxFilesMb: 1,
			idempotencyKey: 'f',
		};

		it('sends the words of the customer with his attachments, and names what did not fit', async () => {
			const binary = { attachment_0: file('foto'), attachment_1: file('x'.repeat(2 ** 20)) };
			for (const outcome of ['sent', 'already-sent']) {
				const { outputs, error } = await run(forward, { items: items({ attachments }, binary) });
				expect(error).toBeUndefined();
				expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome });
			}
			const [mail] = sink.messages;
			expect(sink.messages).toHaveLength(1);
			expect(mail).toMatchObject({
				envelope: { to: ['desk@leverancier.example'] },
				subject: `Fw: Laptop start niet op [${REFERENCE}]`,
				files: [{ name: 'foto.txt', contentType: 'text/plain', content: Buffer.from('foto') }],
			});
			expect(mail!.text).toBe(
				[
					'Wilt u dit oppakken?',
					'Van: Jan de Vries <j.devries@minvenj.example>\nOntvangen: 2 november 2026 10:00\nOnderwerp: Laptop start niet op',
					'> Mijn laptop start niet meer op sinds vanochtend.',
					'Niet meegestuurd, vraag zo nodig om deze bijlagen: groot.txt, weg.txt',
				].join('\n\n'),
			);
		});

		it('sends the original mail as one file, byte for byte', async () => {
			const eml = 'Subject: Lift\r\n\r\nDe lift \u00e9n de trap\r\n';
			const binary = { source: { ...file(eml), mimeType: 'message/rfc822' } };
			const { error } = await run({ ...forward, include: 'original' }, { items: items({}, binary) });
			expect(error).toBeUndefined();
			const [mail] = sink.messages;
			expect(mail!.files).toMatchObject([{ name: 'bericht.eml', contentType: 'message/rfc822' }]);
			expect(mail!.raw.includes(Buffer.from(eml))).toBe(true);
		});

		it('says so when the item has no original mail', async () => {
			const { error } = await run({ ...forward, include: 'original' }, { items: items() });
			expect(error!.message).toBe('The item has no binary property "source" with the original mail');
		});
	});

	it('sends what a person released, once', async () => {
		const limited = { items: items(), changes: { maxMailsPerHour: 1 } };
		await run({ ...answer, text: 'Hallo' }, limited);
		await run({ ...answer, text: 'Uitgesteld', idempotencyKey: 'b' }, limited);
		const register = await Register.open({ databaseFile });
		await register.outbox.release('b', 'beheer');
		await register.close();
		const released = { resource: 'mailbox', operation: 'sendReleased' };
		const { outputs } = await run(released, limited);
		expect(outputs[0]!.map(({ json }) => json.released)).toEqual([
			{ key: 'b', to: ['j.devries@minvenj.example'], error: null },
		]);
		expect((await run(released, limited)).outputs[0]).toEqual([]);
		expect(sink.messages.map(({ text }) => text)).toEqual(['Hallo', 'Uitgesteld']);
	});
});

describe('health', () => {
	const health = async (parameters: INodeParameters = {}, changes: object = {}) => {
		const { outputs, error } = await run(
			{ resource: 'mailbox', operation: 'getHealth', folder, ...parameters },
			{ changes },
		);
		expect(error).toBeUndefined();
		return outputs[0]![0]!.json.health;
	};

	it('tells what waits, and calls it healthy within the thresholds', async () => {
		await deliver({ subject: 'Eerste' });
		await deliver({ subject: 'Tweede' });
		expect(await health({ maxMinutesSinceSuccess: 0 })).toMatchObject({
			healthy: true,
			backlog: 2,
			oldestMinutes: 0,
			lastSuccess: null,
			quarantine: { unreadable: 0, failing: 0 },
		});
		expect(await health({ maxBacklog: 1 })).toMatchObject({
			healthy: false,
			reasons: [
				'Er staan 2 mails in de postbus; het mogen er 1 zijn.',
				'Er staat mail in de postbus, maar er is nog nooit een mail afgehandeld.',
			],
		});
	});

	it('answers, and is not healthy, when the mailbox cannot be reached', async () => {
		const away = await unusedPort();
		expect(await health({}, { imapPort: away })).toMatchObject({
			healthy: false,
			reasons: [expect.stringContaining('De postbus kan niet worden gelezen: Cannot reach') as string],
			backlog: null,
			outgoing: { doubtful: 0, limited: 0 },
		});
	});
});
