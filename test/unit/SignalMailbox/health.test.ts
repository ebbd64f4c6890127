import { judgeHealth } from '../../../nodes/SignalMailbox/health/judge';
import type { RegisterHealth } from '../../../nodes/shared/storage/health';

const now = new Date('2026-11-02T10:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const limits = {
	maxBacklog: 10,
	maxAgeMinutes: 30,
	maxMinutesSinceSuccess: 30,
	maxQuarantine: 1,
	maxOutgoingWaiting: 0,
};
const register: RegisterHealth = {
	lastSuccess: ago(5).toISOString(),
	unreadable: 1,
	failing: 0,
	outgoing: { doubtful: 0, limited: 0 },
};
const backlog = { mails: 10, oldest: ago(30) };

it('is healthy up to the thresholds, and tells the figures', () => {
	expect(judgeHealth(backlog, register, limits, now)).toEqual({
		healthy: true,
		reasons: [],
		backlog: 10,
		oldestMinutes: 30,
		lastSuccess: '2026-11-02T09:55:00.000Z',
		quarantine: { unreadable: 1, failing: 0 },
		outgoing: { doubtful: 0, limited: 0 },
		checkedAt: '2026-11-02T10:00:00.000Z',
	});
});

it.each([
	[{ mails: 11, oldest: null }, {}, /^Er staan 11 mails in de postbus/],
	[{ mails: 1, oldest: ago(31) }, {}, /^De oudste mail wacht al 31 minuten; het mogen er 30 zijn\.$/],
	[backlog, { lastSuccess: ago(45).toISOString() }, /maar de laatste is 45 minuten geleden afgehandeld/],
	[backlog, { lastSuccess: null }, /nog nooit een mail afgehandeld/],
	[
		backlog,
		{ failing: 1 },
		/^1 mail kon niet worden gelezen en bij 1 mail mislukt de intake .* samen mag het er 1 zijn/,
	],
	[backlog, { unreadable: 2 }, /^2 mails konden niet worden gelezen en bij 0 mails mislukt/],
	[
		backlog,
		{ outgoing: { doubtful: 1, limited: 2 } },
		/^Van 1 uitgaande mail is onzeker of die is verstuurd en 2 zijn/,
	],
	[
		backlog,
		{ outgoing: { doubtful: 2, limited: 1 } },
		/^Van 2 uitgaande mails .* ze zijn verstuurd en 1 is teg/,
	],
])('says what is wrong (%#)', (mailbox, changes, reason) => {
	const health = judgeHealth(mailbox, { ...register, ...changes }, limits, now);
	expect(health.healthy).toBe(false);
	expect(health.reasons).toEqual([expect.stringMatching(reason)]);
});

it('counts one mail and one minute as people do', () => {
	const strict = { ...limits, maxBacklog: 0, maxAgeMinutes: 0 };
	expect(judgeHealth({ mails: 1, oldest: ago(1) }, register, strict, now).reasons).toEqual([
		'Er staat 1 mail in de postbus; het mogen er 0 zijn.',
		'De oudste mail wacht al 1 minuut; het mogen er 0 zijn.',
	]);
});

it('does not take a quiet night for a standstill', () => {
	const quiet = { ...register, lastSuccess: ago(600).toISOString() };
	expect(judgeHealth({ mails: 0, oldest: null }, quiet, limits, now).healthy).toBe(true);
});

it('is not healthy when it cannot look', () => {
	expect(judgeHealth(new Error('ECONNREFUSED'), new Error('geen bestand'), limits, now)).toMatchObject({
		healthy: false,
		reasons: [
			'De postbus kan niet worden gelezen: ECONNREFUSED',
			'Het register kan niet worden gelezen: geen bestand',
		],
		backlog: null,
		quarantine: null,
	});
});
