import { randomUUID } from 'node:crypto';
import unusedPort from 'get-port';
import { ObservableObject, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { NO_FLAGS } from '../../nodes/shared/domain/signal';
import { MailboxUnderTest, OWN_ADDRESS, signalOf } from './support/mailbox';

const mailbox = new MailboxUnderTest();

describe('the mailbox trigger', () => {
	describe('with more mail than one batch', () => {
		const subjects = (items: INodeExecutionData[]) => items.map((item) => signalOf(item).subject);
		const many = { batchSize: 2, maximumMails: 10 };
		beforeEach(async () => {
			for (const subject of ['1', '2', '3', '4', '5']) await mailbox.deliver({ subject });
		});

		it('gives each batch to an execution of its own, one after the other', async () => {
			const batches: string[][] = [];
			let running = 0;
			const execute = async ([items]: INodeExecutionData[][]) => {
				// What is left at the end waits for nothing.
				expect((running += 1)).toBeLessThanOrEqual(items!.length < 2 ? 2 : 1);
				batches.push(subjects(items!));
				await new Promise(setImmediate);
				running -= 1;
				return 'success' as const;
			};
			expect(await mailbox.poll(many, { execute })).toBeNull();
			expect(batches).toEqual([['1', '2'], ['3', '4'], ['5']]);
		});

		it('stops when a batch fails, and goes on with the next poll', async () => {
			const staticData = {};
			const batches: string[][] = [];
			const execute = async ([items]: INodeExecutionData[][]) => {
				batches.push(subjects(items!));
				return 'error' as const;
			};
			const nodeId = randomUUID();
			await mailbox.poll(many, { execute, staticData, nodeId });
			expect(batches.splice(0)).toEqual([
				['1', '2'],
				['3', '4'],
			]);
			await mailbox.poll(many, { execute, staticData, nodeId });
			// What failed comes back at once, after what was not tried yet.
			expect(batches).toEqual([
				['1', '5'],
				['2', '3'],
			]);
		});

		it('gives again what an execution did not put away, less often each time, and waits for one that runs', async () => {
			const staticData = {};
			const shown: string[] = [];
			const nodeId = randomUUID();
			let ends: Promise<void> = Promise.resolve();
			const execute = async ([items]: INodeExecutionData[][]) => {
				shown.push(...subjects(items!));
				await ends;
				return 'success' as const;
			};
			const poll = async () => {
				await mailbox.poll({}, { execute, staticData, nodeId });
				await new Promise(setImmediate);
				return shown.splice(0).length;
			};
			expect([await poll(), await poll(), await poll()]).toEqual([5, 5, 0]);
			const { promise, resolve } = Promise.withResolvers<void>();
			ends = promise;
			await mailbox.deliver({ subject: '6' });
			expect([await poll(), await poll()]).toEqual([1, 0]);
			resolve();
			await new Promise(setImmediate);
			expect(await poll()).toBe(1);
		});

		it('gives everything again when n8n starts: what ran before does not any more', async () => {
			const staticData = {};
			const execute = () => new Promise<'success'>(() => undefined);
			await mailbox.poll({}, { execute, staticData });
			expect(await mailbox.poll({}, { staticData })).toBeNull();
			const [items] = (await mailbox.poll({}, { staticData, activation: 'init' }))!;
			expect(subjects(items!)).toHaveLength(5);
		});

		it('gives one batch when n8n starts, which waits for it', async () => {
			const [items] = (await mailbox.poll(many, { activation: 'init' }))!;
			expect(subjects(items!)).toEqual(['1', '2']);
		});
	});

	it('gives a signal for a mail with its attachment, and leaves the mail where it is', async () => {
		await mailbox.deliver({
			messageId: '<een@minvenj.example>',
			inReplyTo: '<nul@dienstencentrum.example>',
			attachments: [{ filename: 'foto.png', content: Buffer.from('beeld'), contentType: 'image/png' }],
		});
		const item = await mailbox.onlyItem();
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
		expect(item.json.mail).toMatchObject({ source: 'imap', folder: mailbox.folder, uid: signal.source.uid });
		expect(Buffer.from(item.binary!.attachment_0!.data, 'base64').toString()).toBe('beeld');
		expect(Buffer.from(item.binary!.source!.data, 'base64').toString()).toContain(
			'Message-ID: <een@minvenj.example>',
		);
		expect((await mailbox.poll())![0]).toHaveLength(1);
	});

	it('gives nothing when there is nothing, and says so in a test from the editor', async () => {
		expect(await mailbox.poll({ folder: 'INBOX' })).toBeNull();
		await expect(mailbox.poll({ folder: 'INBOX' }, { mode: 'manual' })).rejects.toThrow(
			'There is no mail in',
		);
	});

	it('waits for its next look when the mail server is not there at the start of n8n', async () => {
		const port = await unusedPort({ host: '127.0.0.1' });
		const unreachable = { credentials: mailbox.credentials({ imapPort: port }) };
		expect(await mailbox.poll({}, { ...unreachable, activation: 'init' })).toBeNull();
		await expect(mailbox.poll({}, unreachable)).rejects.toThrow(/Cannot reach/);
	});

	it('goes on where it stopped, and leaves alone what is being worked on', async () => {
		for (const number of [1, 2, 3]) await mailbox.deliver({ subject: `Mail ${number}` });
		const staticData = {};
		const subjects = async (parameters: INodeParameters) =>
			((await mailbox.poll(parameters, { staticData }))?.[0] ?? []).map((item) => signalOf(item).subject);
		expect(await subjects({ maximumMails: 2 })).toEqual(['Mail 1', 'Mail 2']);
		expect(await subjects({ maximumInFlight: 2 })).toEqual([]);
		expect(await subjects({ maximumMails: 2 })).toEqual(['Mail 3']);
		expect(await subjects({})).toEqual([]);
	});

	it('tells n8n to save what it remembers, every time', async () => {
		const staticData = ObservableObject.create({}) as { __dataChanged?: boolean };
		for (const subject of ['Eerste', 'Tweede']) {
			await mailbox.deliver({ subject });
			staticData.__dataChanged = false;
			expect((await mailbox.poll({}, { staticData }))![0]).toHaveLength(1);
			expect(staticData.__dataChanged).toBe(true);
		}
	});

	it('gives everything again when what it remembers is lost', async () => {
		await mailbox.deliver();
		for (const staticData of [{}, {}, { folders: 'not what it was' }]) {
			expect((await mailbox.poll({}, { staticData }))![0]).toHaveLength(1);
		}
	});

	it('looks in several folders, each in its turn', async () => {
		await mailbox.deliver({ subject: 'Eerste' });
		await mailbox.deliver({ subject: 'Tweede' });
		const other = `${mailbox.folder} apart`;
		await mailbox.deliver({ subject: 'Apart' }, other);
		const [items] = (await mailbox.poll({ folder: [mailbox.folder, other], maximumMails: 2 }))!;
		expect(items!.map((item) => signalOf(item).subject)).toEqual(['Eerste', 'Apart']);
	});

	it('reads only the text of a mail that is too large', async () => {
		await mailbox.deliver({
			attachments: [
				{ filename: 'film.mp4', content: Buffer.alloc(2 * 1024 * 1024, 7), contentType: 'video/mp4' },
			],
		});
		const item = await mailbox.onlyItem({ maximumSizeMb: 1 });
		expect(signalOf(item)).toMatchObject({
			text: expect.stringContaining('Mijn laptop start niet meer op.') as string,
			flags: { oversize: true, unparseable: false },
			attachments: [{ name: 'film.mp4', binaryKey: null }],
		});
		expect(Object.keys(item.binary!)).toEqual(['source']);
	});

	it('gives what is no mail too, with its source', async () => {
		const raw = Buffer.from([0xff, 0xfe, 0x80, 0x31, 0x32]);
		await mailbox.server.deliver(raw, mailbox.folder);
		const item = await mailbox.onlyItem();
		expect(signalOf(item)).toMatchObject({ flags: { unparseable: true }, customer: { email: null } });
		expect(Buffer.from(item.binary!.source!.data, 'base64')).toEqual(raw);
	});

	it('marks what must not be answered', async () => {
		await mailbox.deliver({
			subject: 'Automatisch antwoord: afwezig',
			headers: { 'Auto-Submitted': 'auto-replied' },
		});
		await mailbox.deliver({
			from: 'MAILER-DAEMON@mail.example',
			subject: 'Undelivered Mail Returned to Sender',
		});
		await mailbox.deliver({
			subject: 'Nieuwsbrief',
			headers: { 'List-Unsubscribe': '<mailto:weg@news.example>' },
		});
		await mailbox.deliver({ from: OWN_ADDRESS, subject: 'Re: Laptop' });
		const flags = (await mailbox.poll())![0]!.map((item) =>
			Object.entries(signalOf(item).flags).flatMap(([name, set]) => (set === true ? [name] : [])),
		);
		expect(flags).toEqual([['autoReply'], ['bounce'], ['bulk'], ['loop']]);
	});

	it('takes the customer of a mail that a named colleague forwarded', async () => {
		await mailbox.deliver({
			from: 'balie@servicepunt.example',
			subject: 'FW: Lift',
			text: 'Graag oppakken.\n\nVan: Hakan Demir <hakan@x.example>\nVerzonden: maandag 2 maart 2026 08:41\nAan: balie\nOnderwerp: Lift\n\nDe lift staat stil.',
		});
		const customerOf = async (colleagues: string) =>
			signalOf(await mailbox.onlyItem({ colleagues })).customer.email;
		expect(await customerOf('Servicepunt.example, jan@x.example')).toBe('hakan@x.example');
		expect(await customerOf('')).toBe('balie@servicepunt.example');
		await expect(mailbox.poll({ colleagues: 'servicepunt' })).rejects.toThrow(
			'colleagues: "servicepunt" is no e-mail address and no domain',
		);
	});

	it('says which folders there are when the folder is not there', async () => {
		await expect(mailbox.poll({ folder: 'Klachten' })).rejects.toMatchObject({
			message: 'The mailbox has no folder "Klachten"',
			description: expect.stringContaining('INBOX') as string,
		});
	});

	it('says that the password is wrong', async () => {
		await expect(
			mailbox.poll({}, { credentials: mailbox.credentials({ password: 'verkeerd' }) }),
		).rejects.toMatchObject({
			message: expect.stringMatching(/refuses user "dienstencentrum"/) as string,
			description: expect.stringContaining('Check User and Password') as string,
		});
	});

	it('says that the mail server cannot be reached', async () => {
		const away = await unusedPort();
		await expect(mailbox.poll({}, { credentials: mailbox.credentials({ imapPort: away }) })).rejects.toThrow(
			/Cannot reach 127\.0\.0\.1:\d+: the server refuses the connection/,
		);
	});
});
