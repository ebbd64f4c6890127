import { createTransport } from 'nodemailer';
import { hasDovecot, startDovecot, type MailServer } from '../../support/dovecot';
import { startHoodiecrow } from '../../support/hoodiecrow';
import { inMailbox } from '../../support/imap-client';
import { buildMail } from '../../support/mail-builder';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';

const servers = hasDovecot() ? [startDovecot, startHoodiecrow] : [startHoodiecrow];

describe.each(servers)('the mail server of the tests (%p)', (start) => {
	let server: MailServer;

	beforeAll(async () => (server = await start()), 20_000);
	afterAll(async () => await server.stop());

	it('keeps the bytes of a mail that is no mail', async () => {
		const raw = Buffer.concat([Buffer.from([0xff, 0xfe, 0x80, 0x01]), Buffer.from('geen kop\r\n')]);
		await server.deliver(raw);
		const source = await inMailbox(server, async (client) => {
			await client.mailboxOpen('INBOX');
			const mail = await client.fetchOne('*', { source: true });
			return mail && mail.source;
		});
		expect(source).toEqual(raw);
	});

	it('delivers in another folder, and moves from there', async () => {
		const raw = await buildMail({
			from: 'a@b.example',
			to: 'c@d.example',
			subject: 'Lift',
			text: 'x',
			messageId: null,
		});
		expect(raw.toString()).not.toMatch(/message-id/i);
		await server.deliver(raw, 'Apart');
		await inMailbox(server, async (client) => {
			await client.mailboxCreate('Elders');
			await client.mailboxOpen('Apart');
			await client.messageMove('1:*', 'Elders', { uid: true });
			expect((await client.status('Apart', { messages: true })) || {}).toMatchObject({ messages: 0 });
			await client.mailboxOpen('Elders');
			const moved = await client.fetchOne('*', {
				source: true,
				envelope: true,
				bodyStructure: true,
				size: true,
			});
			expect(moved && moved.source).toEqual(raw);
			expect(moved).toMatchObject({
				size: raw.length,
				bodyStructure: { type: 'text/plain' },
				envelope: { subject: 'Lift' },
			});
		});
	});

	it('refuses a wrong password', async () => {
		await expect(inMailbox({ ...server, password: 'fout' }, async () => undefined)).rejects.toMatchObject({
			authenticationFailed: true,
		});
	});
});

describe('the sink for outgoing mail', () => {
	let sink: SmtpSink;

	beforeAll(async () => (sink = await startSmtpSink({ user: 'u', password: 'p' })));
	afterAll(async () => await sink.stop());

	const send = async (to: string, pass = 'p') =>
		await createTransport({ host: sink.host, port: sink.port, auth: { user: 'u', pass } }).sendMail({
			from: 'dc@dc.example',
			to,
			subject: 'Één bericht',
			text: 'Hallo',
		});

	it('takes a mail, refuses a recipient, cuts the line, and asks for a login', async () => {
		sink.rejectRecipient('weg@x.example');
		sink.onMessage((mail) => (mail.envelope.to[0] === 'knip@x.example' ? 'cut' : undefined));
		await send('ja@x.example');
		await expect(send('weg@x.example')).rejects.toMatchObject({ responseCode: 550 });
		await expect(send('knip@x.example')).rejects.toMatchObject({ code: 'ECONNECTION' });
		await expect(send('ja@x.example', 'fout')).rejects.toMatchObject({ code: 'EAUTH' });
		expect(sink.messages.map(({ envelope }) => envelope.to)).toEqual([['ja@x.example'], ['knip@x.example']]);
		expect(sink.messages[0]).toMatchObject({
			subject: 'Één bericht',
			text: 'Hallo',
			headers: { to: 'ja@x.example' },
		});
	});
});
