import { buffer } from 'node:stream/consumers';
import { GraphClient } from '../../../nodes/SignalMailbox/graph/client';
import { graphSource } from '../../../nodes/SignalMailbox/graph/graph-source';
import { handOverToGraph } from '../../../nodes/SignalMailbox/graph/hand-over';
import type { FolderCursor, OpenMailbox, PutAwayMode } from '../../../nodes/SignalMailbox/source/mail-source';
import { withRetry } from '../../../nodes/shared/http/http-client';
import { startGraphSimulator, type GraphSimulator } from '../../simulators/graph';
import { axiosTransport } from '../../support/axios-transport';

let graph: GraphSimulator;
let cursor: FolderCursor;
let waits: number[];
let minute = 0;

beforeEach(async () => {
	graph = await startGraphSimulator();
	cursor = {};
	waits = [];
});
afterEach(() => graph.stop());

const client = (): GraphClient =>
	new GraphClient(
		withRetry(axiosTransport({ headers: { authorization: `Bearer ${graph.token()}` } }), {
			attempts: 3,
			firstDelayMs: 10,
			maxDelayMs: 30_000,
			sleep: async (ms) => waits.push(ms),
			random: () => 1,
		}),
		graph,
	);

const source = (by = client(), mailbox = graph.mailbox) =>
	graphSource(by, { mailbox, ownAddresses: [mailbox] });

const open = async <T>(work: (mailbox: OpenMailbox) => Promise<T>): Promise<T> =>
	await source().open(work, { skipKeyword: '$Geregistreerd' });

const inbox = () => graph.store.folder('inbox')!;

const deliver = (subject: string, { folder = inbox().id, bytes = 0 } = {}) => {
	const received = new Date(Date.UTC(2026, 10, 2, 9, ++minute)).toISOString();
	return graph.store.add(folder, Buffer.from(`Subject: ${subject}\r\n\r\n${'x'.repeat(bytes)}`), received);
};

const list = async (folder = 'inbox') => await open((mailbox) => mailbox.list(folder, cursor));

/** Subjects of what waits, oldest first. */
const waiting = async (folder?: string): Promise<string[]> =>
	(await list(folder))
		.sort((a, b) => (a.position < b.position ? -1 : 1))
		.map(({ key }) => subjectOf(graph.store.message(key)!.mime));

const subjectOf = (mime: Buffer): string => /^Subject: (.*)\r$/m.exec(mime.toString())![1]!;

const MOVE: PutAwayMode = { kind: 'move', target: 'Verwerkt' };

const putAway = async (mode: PutAwayMode = MOVE, mails = list()) => {
	const locations = (await mails).map(({ location }) => location);
	return await open((mailbox) => mailbox.putAway(locations, mode));
};

describe('listing a folder in Exchange Online', () => {
	it('tells what waits, over several pages, and then only asks what changed', async () => {
		for (let number = 1; number <= 1200; number++) deliver(`mail ${number}`);
		expect(await waiting()).toHaveLength(1200);
		const first = graph.requests().length;
		graph.store.remove(graph.store.inFolder(inbox().id)[0]!);
		deliver('erbij');
		const now = await waiting();
		expect([now.length, now[0], now.at(-1)]).toEqual([1200, 'mail 2', 'erbij']);
		expect(graph.requests().length - first).toBe(1);
	});

	it('remembers the oldest of very many, and finds the others when those are done', async () => {
		for (let number = 1; number <= 2400; number++) deliver(`mail ${number}`);
		const first = await waiting();
		expect([first.length, first.at(-1)]).toEqual([2000, 'mail 2000']);
		for (const mail of graph.store.inFolder(inbox().id).slice(0, 1500)) graph.store.remove(mail);
		const then = await waiting();
		expect([then.length, then[0], then.at(-1)]).toEqual([900, 'mail 1501', 'mail 2400']);
	});

	it('goes on listing where its time was up', async () => {
		for (let number = 1; number <= 1200; number++) deliver(`mail ${number}`);
		const listUntil = async (deadline: number) =>
			(await source().open(async (mailbox) => await mailbox.list('inbox', cursor), { deadline })).length;
		expect([await listUntil(0), await listUntil(0), await listUntil(0), await listUntil(0)]).toEqual([
			500, 1000, 1200, 1200,
		]);
	});

	it('keeps telling a mail until it is put away, also when nothing changed', async () => {
		deliver('een');
		expect([await waiting(), await waiting(), await waiting()]).toEqual([['een'], ['een'], ['een']]);
		await putAway();
		expect(await waiting()).toEqual([]);
	});

	it.each(['syncStateNotFound', 'resyncRequired'] as const)('starts over after 410 %s', async (code) => {
		deliver('een');
		const weg = deliver('weg');
		await waiting();
		graph.store.remove(weg);
		deliver('twee');
		graph.expireDelta(code);
		expect(await waiting()).toEqual(['een', 'twee']);
	});

	it('starts over when what it remembers is lost or spoilt', async () => {
		deliver('een');
		await waiting();
		for (const remembered of [{}, { link: 7 }]) {
			cursor = remembered;
			expect(await waiting()).toEqual(['een']);
		}
	});

	it('tells the same from an older memory, as an overlapping poll may leave it', async () => {
		const weg = deliver('weg');
		deliver('een');
		await waiting();
		const older = structuredClone(cursor);
		graph.store.remove(weg);
		deliver('twee');
		expect(await waiting()).toEqual(['een', 'twee']);
		cursor = older;
		expect(await waiting()).toEqual(['een', 'twee']);
	});

	it('finds a folder that was made anew, by its path', async () => {
		const made = graph.store.addFolder(inbox().id, 'Klachten')!;
		deliver('oud', { folder: made.id });
		expect(await waiting('Postvak IN/Klachten')).toEqual(['oud']);
		graph.store.removeFolder(made.id);
		const again = graph.store.addFolder(inbox().id, 'Klachten')!;
		deliver('nieuw', { folder: again.id });
		expect(await waiting('Postvak IN/Klachten')).toEqual(['nieuw']);
	});

	it('names the folders that are there when the one asked for is not', async () => {
		await expect(list('Klachten')).rejects.toMatchObject({
			message: 'The mailbox has no folder "Klachten"',
			hint: expect.stringContaining('Postvak IN') as string,
		});
	});

	it('waits as long as Exchange asks, and goes on after a fault', async () => {
		deliver('een');
		graph.misbehave({ match: { path: 'delta' }, times: 1, how: '429', retryAfter: 7 });
		graph.misbehave({ match: { path: 'delta' }, times: 1, how: '5xx' });
		expect(await waiting()).toEqual(['een']);
		expect(waits).toEqual([7000, 20]);
	});

	it('does not follow a link to another server with its access token', async () => {
		for (let number = 1; number <= 501; number++) deliver(`mail ${number}`);
		const other = await startGraphSimulator();
		try {
			graph.linkTo(`${other.baseUrl}/users/${graph.mailbox}`);
			await expect(list()).rejects.toThrow('Exchange Online gave a link that leads elsewhere');
			expect(other.requests()).toEqual([]);
		} finally {
			await other.stop();
		}
	});

	it('says what to do when the app may not, and when there is no such mailbox', async () => {
		const listAs = async (token: string, mailbox: string) => {
			const transport = axiosTransport({ headers: { authorization: `Bearer ${token}` } });
			const other = new GraphClient(withRetry(transport), { ...graph, mailbox });
			return await source(other, mailbox).open((opened) => opened.list('inbox', {}));
		};
		await expect(listAs('fout', graph.mailbox)).rejects.toMatchObject({ failure: 'credential-invalid' });
		await expect(listAs(graph.token(), 'weg@ministerie.example')).rejects.toMatchObject({
			failure: 'not-found',
			hint: expect.stringContaining('Check the mailbox') as string,
		});
	});
});

describe('fetching from Exchange Online', () => {
	const fetchAll = async (between?: () => void) => {
		const mails = await list();
		between?.();
		return await open(async (mailbox) => {
			const got: (string | number)[] = [];
			for await (const { outcome } of mailbox.fetch('inbox', mails)) {
				if (outcome === 'gone' || outcome instanceof Error) got.push(String(outcome));
				else if (outcome.content.kind === 'raw') got.push((await buffer(outcome.content.raw.open())).length);
			}
			return got;
		});
	};

	it('gives the MIME of small and large mails', async () => {
		const [small, large] = [deliver('klein'), deliver('groot', { bytes: 3 * 1024 * 1024 })];
		expect(await fetchAll()).toEqual([small.mime.length, large.mime.length]);
	});

	it('asks for a few at a time, in order, and no more than Exchange takes', async () => {
		const mails = Array.from({ length: 12 }, (_, number) =>
			deliver(`mail ${number}`, { bytes: number * 1000 }),
		);
		graph.misbehave({ match: { path: '$value' }, times: 6, how: 'latency', ms: 20 });
		expect(await fetchAll()).toEqual(mails.map(({ mime }) => mime.length));
		expect(graph.busiest()).toBe(3);
	});

	it('passes by what is gone', async () => {
		const [gone, there] = [deliver('weg'), deliver('twee')];
		expect(await fetchAll(() => graph.store.remove(gone))).toEqual(['gone', there.mime.length]);
	});

	it('tells what cannot be had, and goes on with the next', async () => {
		const [broken, whole] = [deliver('een'), deliver('twee')];
		graph.misbehave({ match: { path: `${broken.immutableId}/$value` }, times: 3, how: 'cut-before' });
		expect(await fetchAll()).toEqual([expect.stringContaining('NoAnswerError'), whole.mime.length]);
	});
});

describe('putting mail away in Exchange Online', () => {
	const inTarget = () => {
		const target = graph.store.childFolders('root').find(({ displayName }) => displayName === 'Verwerkt');
		return target ? graph.store.inFolder(target.id).map(({ mime }) => subjectOf(mime)) : [];
	};

	it('moves it, makes the folder, and finds no fault when that was done before', async () => {
		deliver('een');
		const mails = list();
		expect(await putAway(MOVE, mails)).toEqual(['moved']);
		expect(await putAway(MOVE, mails)).toEqual(['already-gone']);
		expect(inTarget()).toEqual(['een']);
	});

	it.each(['cut-after-write', '5xx-after-write'] as const)(
		'looks where the mail is after %s',
		async (how) => {
			deliver('een');
			graph.misbehave({ match: { path: '/move' }, times: 1, how });
			expect(await putAway()).toEqual(['moved']);
			expect(inTarget()).toEqual(['een']);
		},
	);

	it('says so when the move did not happen', async () => {
		deliver('een');
		graph.misbehave({ match: { path: '/move' }, times: 1, how: 'cut-before' });
		expect(await putAway()).toMatchObject([{ name: 'NoAnswerError' }]);
		expect(await putAway()).toEqual(['moved']);
	});

	it('makes the folder once, also when two executions want it at the same time', async () => {
		deliver('een');
		const mails = await list();
		const both = [MOVE, MOVE].map((mode) => putAway(mode, Promise.resolve(mails)));
		expect((await Promise.all(both)).flat()).toContain('moved');
		expect(
			graph.store.childFolders('root').filter(({ displayName }) => displayName === 'Verwerkt'),
		).toHaveLength(1);
	});

	it('leaves a mail where a person put it', async () => {
		const mail = deliver('een');
		const mails = await list();
		graph.store.move(mail, graph.store.folder('archive')!.id);
		expect(await putAway(MOVE, Promise.resolve(mails))).toEqual(['already-gone']);
		expect(mail.parentFolderId).toBe(graph.store.folder('archive')!.id);
	});

	it('waits when asked to, and does not move twice', async () => {
		deliver('een');
		graph.misbehave({ match: { path: '/move' }, times: 1, how: '429', retryAfter: 3 });
		expect(await putAway()).toEqual(['moved']);
		expect(waits).toEqual([3000]);
	});

	it('can give it a category instead, which then is not shown any more', async () => {
		const mail = deliver('een');
		graph.store.categorise(mail, ['Rood']);
		expect(await putAway({ kind: 'flag', keyword: '$Geregistreerd' })).toEqual(['flagged']);
		expect(mail.categories).toEqual(['Rood', '$Geregistreerd']);
		expect(await waiting()).toEqual([]);
	});
});

describe('sending by Exchange Online', () => {
	const MAIL = Buffer.from('To: klant@x.example\r\nSubject: Antwoord\r\n\r\nHallo');
	const envelope = { from: 'dienstencentrum@ministerie.example', to: ['klant@x.example'] };
	const send = async (mail = MAIL, steps: string[] = []) => {
		await handOverToGraph(client())(envelope, mail, async () => void steps.push('handing over'));
		return steps;
	};

	it('hands the mail over as it is', async () => {
		expect(await send()).toEqual(['handing over']);
		expect(graph.sent).toEqual([MAIL]);
	});

	it('is in doubt when the line is cut, and never sends twice', async () => {
		graph.misbehave({ match: { path: 'sendMail' }, times: 1, how: 'cut-after-write' });
		await expect(send()).rejects.toThrow('it may have been sent');
		expect(graph.sent).toHaveLength(1);
	});

	it('takes a mail of 3 MB, and does not offer a larger one', async () => {
		const mailOf = (bytes: number) => Buffer.concat([MAIL, Buffer.alloc(bytes - MAIL.length, 'x')]);
		const most = 3_000_000;
		await send(mailOf(most));
		expect(graph.sent.map(({ length }) => length)).toEqual([most]);
		const steps: string[] = [];
		await expect(send(mailOf(most + 1), steps)).rejects.toThrow('Microsoft Graph takes 3 MB at most');
		expect(steps).toEqual([]);
	});

	it('is certain that nothing was sent when Exchange refuses', async () => {
		graph.misbehave({ match: { path: 'sendMail' }, times: 3, how: '429' });
		await expect(send()).rejects.toMatchObject({ failure: 'rate-limited' });
		expect(graph.sent).toEqual([]);
	});
});
