import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { ImapFlow } from 'imapflow';
import { imapSource } from '../../../nodes/SignalMailbox/imap/imap-source';
import type { ImapSettings } from '../../../nodes/SignalMailbox/imap/connection';
import { pollMailbox, type Poll } from '../../../nodes/SignalMailbox/source/poll';
import type { PollState } from '../../../nodes/SignalMailbox/source/poll-state';
import type { MailLocation } from '../../../nodes/shared/domain/signal';
import { startDovecot, type Dovecot } from '../../support/dovecot';
import { eventually } from '../../support/eventually';
import { inMailbox } from '../../support/imap-client';
import { listFolder } from '../../support/mail-folder';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy';

let server: Dovecot;
let proxy: TcpProxy;
/** Each test has a folder of its own. */
let folder: string;
let state: PollState;
let tests = 0;

beforeAll(async () => {
	server = await startDovecot();
}, 20_000);
afterAll(() => server.stop());

beforeEach(async () => {
	tests += 1;
	folder = `Post ${tests}`;
	state = {};
	proxy = await startTcpProxy(server);
});
afterEach(() => proxy.stop());

const settings = (changes: Partial<ImapSettings> = {}): ImapSettings => ({
	host: proxy.host,
	port: proxy.port,
	security: 'none',
	login: { user: server.user, password: server.password },
	allowUnauthorizedCerts: false,
	patienceMs: 10_000,
	...changes,
});

const mailbox = (changes: Partial<ImapSettings> = {}) =>
	imapSource({ imap: settings(changes), name: 'dc@dc.example', ownAddresses: ['dc@dc.example'] });

/** A mail that is as large as asked, and no two the same. */
const mailOf = (subject: string, bytes = 0): Buffer =>
	Buffer.from(
		`From: a@b.example\r\nSubject: ${subject}\r\n\r\n${'0123456789abcd\r\n'.repeat(bytes / 16)}\r\n`,
	);

const deliver = async (subject: string, bytes?: number) =>
	await server.deliver(mailOf(subject, bytes), folder);

interface Shown {
	subject: string;
	bytes: number;
	mail: MailLocation;
}

/** What one poll shows. `during` may do something to the mailbox once the folder was listed. */
async function poll(
	changes: Partial<Poll & ImapSettings> = {},
	during?: () => Promise<unknown>,
): Promise<Shown[]> {
	const shown: Shown[] = [];
	const take: Poll['take'] = async ({ content }, { location: mail }) => {
		if (content.kind !== 'raw') throw new Error(content.reason);
		const source = await buffer(content.raw.open());
		expect(source.length).toBe(content.raw.size);
		shown.push({ subject: /^Subject: (.*)\r$/m.exec(source.toString())![1]!, bytes: source.length, mail });
	};
	await mailbox(changes).open(
		async (open) => {
			const fetch: typeof open.fetch = async function* (name, mails) {
				await during?.();
				yield* open.fetch(name, mails);
			};
			const options = {
				folders: [folder],
				maxMails: 1000,
				maxInFlight: 1000,
				leaseMs: 1,
				warn: () => undefined,
			};
			await pollMailbox({ ...open, fetch }, state, { deadline: Infinity, take, ...options, ...changes });
		},
		{ deadline: changes.deadline, skipKeyword: '$Geregistreerd' },
	);
	return shown;
}

const subjects = (shown: readonly Shown[]): string[] => shown.map(({ subject }) => subject);

const putAway = async (mails: readonly MailLocation[], changes: Partial<ImapSettings> = {}) =>
	await mailbox(changes).open(
		async (open) => await open.putAway(mails, { kind: 'move', target: `${folder} klaar` }),
	);

const ownClient = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> =>
	await inMailbox(server, work);

const inFolder = async (work: (client: ImapFlow) => Promise<unknown>, name = folder) =>
	await ownClient(async (client) => {
		await client.mailboxOpen(name);
		await work(client);
	});

const spooled = (): string[] =>
	readdirSync(tmpdir()).filter((name) => name.startsWith('regie-mail-') && name.includes(`-${process.pid}-`));

describe('reading a folder over IMAP', () => {
	it('gives every mail with all of its bytes, large ones by way of the disk, and cleans up', async () => {
		await deliver('klein');
		await deliver('groot', 3 * 1024 * 1024);
		await deliver('laatste', 1024);
		let onDisk = 0;
		const count = async () => void (onDisk = Math.max(onDisk, spooled().length));
		const shown = await poll({
			take: async ({ content }) => {
				if (content.kind === 'raw') await buffer(content.raw.open());
				await count();
			},
		});
		expect([shown, onDisk, spooled()]).toEqual([[], 1, []]);
		expect(await poll()).toMatchObject([
			{ subject: 'klein', bytes: mailOf('klein').length },
			{ subject: 'groot', bytes: mailOf('groot', 3 * 1024 * 1024).length },
			{ subject: 'laatste', bytes: mailOf('laatste', 1024).length },
		]);
	});

	it('takes many small mails over one connection and in a few commands', async () => {
		for (let number = 1; number <= 120; number++) await deliver(`mail ${number}`, 512);
		let commands = 0;
		await proxy.stop();
		proxy = await startTcpProxy(server, { onClientData: () => commands++ });
		expect(await poll()).toHaveLength(120);
		expect(proxy.connections()).toBe(1);
		// Logging in, choosing the folder, asking what is there, and the mails.
		expect(commands).toBeLessThan(15);
	});

	it('passes by what another program deletes after the listing', async () => {
		for (const subject of ['een', 'twee', 'drie']) await deliver(subject);
		const shown = await poll({}, () => inFolder((client) => client.messageDelete('2', { uid: true })));
		expect(subjects(shown)).toEqual(['een', 'drie']);
	});

	it('passes by what another program marks as deleted or handled', async () => {
		for (const subject of ['een', 'twee', 'drie']) await deliver(subject);
		await inFolder(async (client) => {
			await client.messageFlagsAdd('1', ['\\Deleted'], { uid: true });
			await client.messageFlagsAdd('2', ['$Geregistreerd'], { uid: true });
		});
		expect(subjects(await poll())).toEqual(['drie']);
	});

	it('never takes the first part of a mail for all of it when another program moves it meanwhile', async () => {
		await deliver('groot', 3 * 1024 * 1024);
		await deliver('laatste');
		proxy.pauseAfter(512 * 1024);
		const reading = poll();
		await eventually(() => proxy.received() > 512 * 1024, {
			withinMs: 10_000,
			otherwise: 'the large mail was not asked for',
		});
		await inFolder((client) => client.messageDelete('1', { uid: true }));
		proxy.resume();
		expect(await reading).toMatchObject([{ subject: 'laatste' }]);
		expect(spooled()).toEqual([]);
	}, 20_000);

	it('never takes one mail for another when the folder is made anew under its hands', async () => {
		await deliver('oud');
		const before = await poll();
		await ownClient((client) => client.mailboxDelete(folder));
		await ownClient((client) => client.mailboxCreate(folder));
		await deliver('nieuw');
		expect(await putAway(before.map(({ mail }) => mail))).toMatchObject([
			{ message: expect.stringContaining('has renumbered folder') as string },
		]);
		const after = await poll();
		expect(subjects(after)).toEqual(['nieuw']);
		expect(after[0]!.mail).not.toEqual(before[0]!.mail);
		expect(await putAway(after.map(({ mail }) => mail))).toEqual(['moved']);
	});

	it('takes mail that was numbered anew for what it is, and moves nothing by an old number', async () => {
		for (const subject of ['een', 'twee']) await deliver(subject);
		const before = await poll();
		await inFolder((client) => client.messageDelete('1', { uid: true }));
		await server.halt();
		server.renumber(folder);
		await server.start();
		const outcomes = await putAway(before.map(({ mail }) => mail));
		expect(outcomes.map((outcome) => outcome instanceof Error)).toEqual([true, true]);
		const after = await poll();
		expect(after).toMatchObject([{ subject: 'twee', mail: { uid: 1 } }]);
		expect(await putAway([after[0]!.mail])).toEqual(['moved']);
	}, 20_000);

	it('says so when the folder was deleted, and reads it when it is back', async () => {
		await deliver('een');
		await poll();
		await ownClient((client) => client.mailboxDelete(folder));
		await expect(poll()).rejects.toThrow(`The mailbox has no folder "${folder}"`);
		await deliver('twee');
		expect(subjects(await poll())).toEqual(['twee']);
	});

	it('reads a folder of another namespace, such as a shared mailbox', async () => {
		const shared = await startDovecot({
			settings: (home) => `
namespace {
  type = public
  prefix = Gedeeld/
  separator = /
  location = maildir:${home}/mail/gedeeld
  subscriptions = no
}
`,
		});
		try {
			await inMailbox(shared, async (client) => {
				await client.mailboxCreate('Gedeeld/Klachten');
				await client.append('Gedeeld/Klachten', mailOf('gedeeld'));
			});
			const shown = await poll({ port: shared.port, folders: ['Gedeeld/Klachten'] });
			expect(shown).toMatchObject([{ subject: 'gedeeld', mail: { folder: 'Gedeeld/Klachten' } }]);
			const [outcome] = await mailbox({ port: shared.port }).open(
				async (open) =>
					await open.putAway([shown[0]!.mail], { kind: 'move', target: 'Gedeeld/Klachten/Verwerkt' }),
			);
			expect(outcome).toBe('moved');
			expect(await listFolder(shared, 'Gedeeld/Klachten/Verwerkt')).toEqual(['gedeeld']);
		} finally {
			await shared.stop();
		}
	});
});

describe('a line that fails', () => {
	const LARGE = 2 * 1024 * 1024;

	it.each([
		['a small mail', 4096],
		['a large mail', LARGE],
	])(
		'gives what came in before a cut in the middle of %s, and the rest with the next poll',
		async (_what, bytes) => {
			await deliver('een');
			await deliver('twee', bytes);
			await deliver('drie');
			// So much the server says before the second mail is there in full.
			proxy.cutAfter(bytes === LARGE ? LARGE / 2 : 4096);
			const first = subjects(await poll().catch(() => []));
			expect(first).not.toContain('twee');
			const rest = [...(await poll()), ...(await poll())];
			expect(new Set([...first, ...subjects(rest)])).toEqual(new Set(['een', 'twee', 'drie']));
			expect(spooled()).toEqual([]);
		},
	);

	it('gives up on a server that accepts and says nothing', async () => {
		proxy.pause();
		await expect(poll({ patienceMs: 300 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
	});

	it('gives up on a server that falls silent in the middle of a mail, and goes on later', async () => {
		await deliver('een', LARGE);
		proxy.pauseAfter(LARGE / 2);
		const warnings: string[] = [];
		const warn = (message: string) => warnings.push(message);
		await expect(poll({ patienceMs: 500, warn })).rejects.toMatchObject({ name: 'NoAnswerError' });
		expect(warnings).toEqual([
			expect.stringMatching(/^Mail \d+:1 in Post \d+ could not be read: Cannot reach/),
		]);
		proxy.resume();
		expect(subjects(await poll())).toEqual(['een']);
		expect(spooled()).toEqual([]);
	});

	it('keeps to its time with a server that says a word now and then', async () => {
		await deliver('een', LARGE);
		const slow = async () => proxy.delay(200);
		await expect(poll({ deadline: Date.now() + 1000, patienceMs: 60_000 }, slow)).rejects.toThrow(
			'was not ready within the time that a poll has',
		);
		proxy.delay(0);
		expect(subjects(await poll())).toEqual(['een']);
	});

	it('goes on after the server was restarted', async () => {
		await deliver('een');
		await deliver('twee');
		const [first] = await poll({ maxMails: 1 });
		await server.halt();
		await server.start();
		expect(await putAway([first!.mail])).toEqual(['moved']);
		expect(subjects(await poll())).toEqual(['twee']);
	}, 20_000);
});

describe('putting mail away over IMAP', () => {
	/** What is in the folder now, also what is marked as deleted. */
	const left = async () => await listFolder(server, folder);

	it('is done once, also when it is done twice, and when another program took the mail', async () => {
		for (const subject of ['een', 'twee', 'drie']) await deliver(subject);
		const mails = (await poll()).map(({ mail }) => mail);
		await inFolder((client) => client.messageDelete('2', { uid: true }));
		expect(await putAway(mails)).toEqual(['moved', 'already-gone', 'moved']);
		expect(await putAway(mails)).toEqual(['already-gone', 'already-gone', 'already-gone']);
		expect(await listFolder(server, `${folder} klaar`)).toEqual(['een', 'drie']);
	});

	it('ends the same when the line is cut right after the server did it', async () => {
		await deliver('een');
		const mails = (await poll()).map(({ mail }) => mail);
		await proxy.stop();
		proxy = await startTcpProxy(server, {
			onClientData(data) {
				if (!data.includes('UID MOVE')) return;
				proxy.mute();
				setTimeout(() => proxy.cut(), 50);
			},
		});
		await expect(putAway(mails)).rejects.toThrow('Cannot reach');
		await proxy.stop();
		proxy = await startTcpProxy(server);
		expect(await putAway(mails)).toEqual(['already-gone']);
		expect([await left(), await listFolder(server, `${folder} klaar`)]).toEqual([[], ['een']]);
	});

	it.each([
		['UIDPLUS', 'IMAP4rev1 UIDPLUS NAMESPACE', ['van een ander']],
		['neither MOVE nor UIDPLUS', 'IMAP4rev1 NAMESPACE', ['een', 'van een ander']],
	])('does not remove what others deleted, on a server with %s', async (_what, capabilities, remaining) => {
		const old = await startDovecot({ settings: () => `imap_capability = ${capabilities}\n` });
		try {
			for (const subject of ['een', 'van een ander']) await old.deliver(mailOf(subject), folder);
			await inMailbox(old, async (client) => {
				await client.mailboxOpen(folder);
				await client.messageFlagsAdd('2', ['\\Deleted'], { uid: true });
			});
			const shown = await poll({ port: old.port });
			expect(subjects(shown)).toEqual(['een']);
			const mails = [shown[0]!.mail];
			expect(await putAway(mails, { port: old.port })).toEqual(['moved']);
			expect(await putAway(mails, { port: old.port })).toEqual(['already-gone']);
			expect(await poll({ port: old.port })).toEqual([]);
			expect(await listFolder(old, folder)).toEqual(remaining);
			expect(await listFolder(old, `${folder} klaar`)).toEqual(['een']);
		} finally {
			await old.stop();
		}
	});

	it('can mark a mail instead, which is then not shown any more', async () => {
		await deliver('een');
		await deliver('twee');
		const [first] = await poll();
		const flag = async () =>
			await mailbox().open(
				async (open) => await open.putAway([first!.mail], { kind: 'flag', keyword: '$Geregistreerd' }),
			);
		expect([await flag(), await flag()]).toEqual([['flagged'], ['flagged']]);
		expect(subjects(await poll())).toEqual(['twee']);
		expect(await left()).toEqual(['een', 'twee']);
	});
});
