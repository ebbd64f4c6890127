import fc from 'fast-check';
import { EndedRuns } from '../../../../nodes/SignalMailbox/source/ended-runs';
import { pollMailbox, type Poll } from '../../../../nodes/SignalMailbox/source/poll';
import type { OpenMailbox, WaitingMail } from '../../../../nodes/SignalMailbox/source/mail-source';
import type { PollState } from '../../../../nodes/SignalMailbox/source/poll-state';
import { mailInMemory } from '../../../../nodes/SignalMailbox/raw-mail';

/** A mailbox in memory; `broken` mails cannot be read, a `deadly` one takes the connection with it, of `hollow` ones there is nothing. */
class FakeMailbox implements OpenMailbox {
	readonly folders = new Map<string, number[]>();
	readonly broken = new Set<number>();
	readonly deadly = new Set<number>();
	readonly hollow = new Set<number>();

	fill(folder: string, count: number): void {
		const uids = this.folders.get(folder) ?? [];
		this.folders.set(folder, [
			...uids,
			...Array.from({ length: count }, (_, index) => uids.length + index + 1),
		]);
	}

	async list(folder: string): Promise<WaitingMail[]> {
		const uids = this.folders.get(folder);
		if (!uids) throw new Error(`no folder ${folder}`);
		return uids.map((uid) => ({
			key: String(uid),
			position: String(uid).padStart(10, '0'),
			location: { source: 'imap', folder, uid, uidValidity: '1' },
		}));
	}

	async *fetch(_folder: string, mails: readonly WaitingMail[]) {
		for (const mail of mails) {
			const uid = Number(mail.key);
			if (this.deadly.has(uid)) throw new Error('the connection is lost');
			if (this.hollow.has(uid)) yield { mail, outcome: 'gone' as const };
			else if (this.broken.has(uid)) yield { mail, outcome: new Error('cannot be read') };
			else {
				const raw = mailInMemory(Buffer.from(`mail ${uid}`));
				yield { mail, outcome: { uid, receivedAt: null, content: { kind: 'raw' as const, raw } } };
			}
		}
	}

	async oldest(): Promise<null> {
		return null;
	}

	async putAway(): Promise<never> {
		throw new Error('not in these tests');
	}
}

const MINUTE = 60_000;

let mailbox: FakeMailbox;
let state: PollState;
let now: number;

beforeEach(() => {
	mailbox = new FakeMailbox();
	state = {};
	now = Date.parse('2026-11-02T09:00:00Z');
});

/** What one poll shows: the number of each mail, `!` before those that were shown unread. */
async function poll(changes: Partial<Poll> = {}): Promise<string[]> {
	const shown: string[] = [];
	await pollMailbox(mailbox, state, {
		folders: ['INBOX'],
		maxMails: 50,
		maxInFlight: 200,
		leaseMs: 10 * MINUTE,
		deadline: Infinity,
		take: async ({ uid, content }) => void shown.push(content.kind === 'unreadable' ? `!${uid}` : `${uid}`),
		warn: () => undefined,
		now: () => now,
		...changes,
	});
	return shown;
}

describe('a poll', () => {
	it('does not give a mail again while it is worked on, and does when it was not put away in time', async () => {
		mailbox.fill('INBOX', 2);
		expect(await poll()).toEqual(['1', '2']);
		now += 9 * MINUTE;
		expect(await poll()).toEqual([]);
		now += MINUTE;
		expect(await poll()).toEqual(['1', '2']);
	});

	it('gives a mail again that its execution did not put away: soon, then less often, and never after its lease', async () => {
		mailbox.fill('INBOX', 1);
		const ended = new EndedRuns();
		expect(await poll({ ended })).toEqual(['1']);
		const minutesUntilNext = async (): Promise<number> => {
			ended.note([{ folder: 'INBOX', key: '1' }]);
			for (let minutes = 0; ; minutes++, now += MINUTE) {
				if ((await poll({ ended })).length > 0) return minutes;
			}
		};
		const waits: number[] = [];
		for (let tries = 1; tries <= 7; tries++) waits.push(await minutesUntilNext());
		expect(waits).toEqual([0, 1, 2, 4, 8, 10, 10]);
	});

	it('knows a mail no more that was put away, and leaves one alone that is still worked on', async () => {
		mailbox.fill('INBOX', 2);
		const ended = new EndedRuns();
		await poll({ ended });
		ended.note([{ folder: 'INBOX', key: '1' }]);
		mailbox.folders.set('INBOX', [2]);
		expect(await poll({ ended })).toEqual([]);
		expect(state.folders!.INBOX).toMatchObject({ tries: {}, handed: { 2: now + 10 * MINUTE } });
	});

	it('does not make a mail wait a turn more for a lease that is as good as over', async () => {
		mailbox.fill('INBOX', 1);
		// The mail server was slow: the poll began long before it came to the mails.
		await poll({ leaseMs: MINUTE, startedAt: now - 9_000 });
		now += MINUTE - 9_400;
		expect(await poll()).toEqual(['1']);
	});

	it('takes no notice of what was handed out before n8n started', async () => {
		mailbox.fill('INBOX', 2);
		await poll();
		expect(await poll({ afresh: true })).toEqual(['1', '2']);
		expect(await poll()).toEqual([]);
	});

	it('asks before every batch whether to go on, and leaves the rest for the next poll when not', async () => {
		mailbox.fill('INBOX', 7);
		const asked: number[] = [];
		const shown: string[] = [];
		const batches = (most: number): Partial<Poll> => ({
			batchSize: 3,
			take: async ({ uid }) => void shown.push(String(uid)),
			nextBatch: async () => asked.push(shown.length) <= most,
		});
		await poll(batches(2));
		expect(asked).toEqual([0, 3, 6]);
		expect(shown).toEqual(['1', '2', '3', '4', '5', '6']);
		await poll(batches(Infinity));
		expect(shown.slice(6)).toEqual(['7']);
	});

	it('gives no more than may be in flight, and goes on when there is room', async () => {
		mailbox.fill('INBOX', 6);
		expect(await poll({ maxInFlight: 4 })).toEqual(['1', '2', '3', '4']);
		expect(await poll({ maxInFlight: 4 })).toEqual([]);
		mailbox.folders.set('INBOX', [3, 4, 5, 6]);
		expect(await poll({ maxInFlight: 4 })).toEqual(['5', '6']);
	});

	it('survives that its memory is lost, with a second showing at worst', async () => {
		mailbox.fill('INBOX', 3);
		await poll();
		state = {};
		expect(await poll()).toEqual(['1', '2', '3']);
	});

	it('does not give a mail to two polls that overlap in one n8n', async () => {
		mailbox.fill('INBOX', 4);
		const [one, other] = await Promise.all([poll({ maxMails: 2 }), poll({ maxMails: 2 })]);
		expect([...one!, ...other!].sort()).toEqual(['1', '2', '3', '4']);
	});

	it('shows a mail that cannot be read as it is, after three tries, and the others meanwhile', async () => {
		mailbox.fill('INBOX', 3);
		mailbox.broken.add(2);
		expect(await poll()).toEqual(['1', '3']);
		expect(await poll()).toEqual([]);
		expect(await poll()).toEqual([]);
		expect(await poll()).toEqual(['!2']);
	});

	it('passes a mail by that takes the connection with it', async () => {
		mailbox.fill('INBOX', 4);
		mailbox.deadly.add(2);
		const shown: string[][] = [await poll(), await poll()];
		expect(shown).toEqual([['1'], ['3', '4']]);
		// Mostly it is the line: it is tried twelve times in all.
		for (let tries = 3; tries <= 12; tries++) await expect(poll()).rejects.toThrow('the connection is lost');
		expect(await poll()).toEqual(['!2']);
	});

	it('shows a mail as it is that is there all the time, and that the server never gives', async () => {
		mailbox.fill('INBOX', 3);
		mailbox.hollow.add(2);
		const warnings: string[] = [];
		const warn = (message: string) => warnings.push(message);
		expect(await poll({ warn })).toEqual(['1', '3']);
		for (let tries = 2; tries <= 12; tries++) expect(await poll({ warn })).toEqual([]);
		expect(await poll({ warn })).toEqual(['!2']);
		// Mostly somebody took it: nothing to warn of.
		expect(warnings).toEqual([]);
	});

	it('counts a mail that could not be handed on as not read', async () => {
		mailbox.fill('INBOX', 1);
		await poll({ take: () => Promise.reject(new Error('no place for it')) });
		expect(await poll()).toEqual(['1']);
	});

	it('does not give a mail up because the disk of n8n is full', async () => {
		mailbox.fill('INBOX', 1);
		const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
		const warnings: string[] = [];
		for (let tries = 1; tries <= 20; tries++) {
			await poll({ take: () => Promise.reject(full), warn: (message) => warnings.push(message) });
		}
		expect(await poll()).toEqual(['1']);
		expect(warnings).toHaveLength(20);
		expect(warnings[0]).toBe('Mail 1 in INBOX could not be read: no space left on device');
	});

	it('stops when its time is up, and the next one goes on', async () => {
		mailbox.fill('INBOX', 3);
		const deadline = now;
		const shown: number[] = [];
		const take: Poll['take'] = async ({ uid }) => {
			shown.push(uid!);
			now += 1;
		};
		await poll({ deadline, take });
		expect(shown).toEqual([1]);
		expect(await poll()).toEqual(['2', '3']);
	});

	it('looks in the other folders when one is not there, and says so', async () => {
		mailbox.fill('INBOX', 1);
		const warnings: string[] = [];
		const folders = ['Weg', 'INBOX'];
		expect(await poll({ folders, warn: (message) => warnings.push(message) })).toEqual(['1']);
		expect(warnings).toEqual(['Folder Weg could not be read: no folder Weg']);
		await expect(poll({ folders: ['Weg'] })).rejects.toThrow('no folder Weg');
	});

	it('shows every mail, whatever breaks, and never has too many in flight', async () => {
		const plan = fc.record({
			mails: fc.integer({ min: 1, max: 30 }),
			broken: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
			deadly: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
			hollow: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
			maxMails: fc.integer({ min: 1, max: 10 }),
			maxInFlight: fc.integer({ min: 1, max: 10 }),
			// What n8n makes of the state: saved, lost, or overwritten by an older poll.
			memory: fc.array(fc.constantFrom('kept', 'lost', 'old'), { maxLength: 10 }),
		});
		await fc.assert(
			fc.asyncProperty(plan, async ({ mails, broken, deadly, hollow, maxMails, maxInFlight, memory }) => {
				mailbox = new FakeMailbox();
				state = {};
				mailbox.fill('INBOX', mails);
				broken.forEach((uid) => mailbox.broken.add(uid));
				deadly.forEach((uid) => mailbox.deadly.add(uid));
				hollow.forEach((uid) => mailbox.hollow.add(uid));
				const seen = new Set<number>();
				// Every mail needs one turn, a bad one four, a deadly or hollow one thirteen; a turn may wait for its lease.
				for (let round = 0; round < mails * 32 + 80; round++) {
					const before = structuredClone(state);
					if (memory[round] === 'lost') state = {};
					const shown = await poll({ maxMails, maxInFlight }).catch(() => []);
					expect(shown.length).toBeLessThanOrEqual(Math.min(maxMails, maxInFlight));
					for (const text of shown) seen.add(Number(text.replace('!', '')));
					if (memory[round] === 'old') state = before;
					now += 5 * MINUTE;
				}
				expect(seen.size).toBe(mails);
			}),
			{ numRuns: 60 },
		);
	});
});
