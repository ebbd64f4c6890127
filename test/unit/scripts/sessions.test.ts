import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busySeconds, sessionsIn } from '../../../scripts/bench/mailbox/sessions';
import { temporaryFolder } from '../../support/temp-folder';

const folder = temporaryFolder();

describe('time in which something was going on', () => {
	it('counts what overlaps once, and pauses not', () => {
		const spans = [
			{ from: 10_000, until: 12_000 },
			{ from: 0, until: 3_000 },
			{ from: 1_000, until: 2_000 },
			{ from: 2_000, until: 4_000 },
		];
		expect(busySeconds(spans)).toBe(6);
		expect(busySeconds([])).toBe(0);
	});
});

describe("Dovecot's log", () => {
	it('gives every session that ended, with the mails that were read in it', () => {
		const log = join(folder, 'dovecot.log');
		const lines = [
			'100.000000 master: Info: Dovecot starting up',
			'100.500000 imap-login: Info: Login: user=<a>, method=PLAIN, mpid=1, secured, session=<ONE>',
			'101.000000 imap-login: Info: Login: user=<a>, method=PLAIN, mpid=2, secured, session=<TWO>',
			'102.000000 imap(a)<1><ONE>: Info: Disconnected: Logged out in=1 out=2 body_count=7 body_bytes=9',
		];
		writeFileSync(log, lines.join('\n'));
		expect(sessionsIn(log)).toEqual([{ from: 100_500, until: 102_000, mailsRead: 7 }]);
	});
});
