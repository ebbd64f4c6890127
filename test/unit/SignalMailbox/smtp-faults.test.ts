import { join } from 'node:path';
import unusedPort from 'get-port';
import { withHandOver } from '../../../nodes/SignalMailbox/send/hand-over';
import { smtpSender } from '../../../nodes/SignalMailbox/send/mail-sender';
import { sendNotice } from '../../../nodes/SignalMailbox/send/notice';
import { mailboxSettingsSchema } from '../../../nodes/SignalMailbox/settings';
import { Register } from '../../../nodes/shared/storage/register';
import { Dice, seedOfThisRun } from '../../support/dice';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy';
import { temporaryFolder } from '../../support/temp-folder';

const MAILS = 100;
const TEXT = 'Wilt u dit bekijken? '.repeat(800);
const seed = seedOfThisRun(20_150);
const folder = temporaryFolder();

describe(`outgoing mail while the mail server and the line to it fail (seed ${seed})`, () => {
	const dice = new Dice(seed);
	let sink: SmtpSink;
	let line: TcpProxy;
	/** How often the line was cut while a mail was on its way. */
	let cuts = 0;
	let bytesUntilCut = Infinity;

	beforeAll(async () => {
		sink = await startSmtpSink();
		line = await startTcpProxy(sink, {
			onClientData(data) {
				bytesUntilCut -= data.length;
				if (bytesUntilCut > 0) return;
				bytesUntilCut = Infinity;
				cuts += 1;
				line.cut();
			},
		});
	});
	afterAll(async () => {
		await line.stop();
		await sink.stop();
	});

	/** Something goes wrong with the next mail, or nothing does; gives what mends it. */
	async function fault(): Promise<() => void> {
		switch (dice.between(1, 6)) {
			case 1: // In the middle of what we say, mostly of the mail itself.
				bytesUntilCut = dice.between(1, 25_000);
				return () => (bytesUntilCut = Infinity);
			case 2: // The server has the mail, and its answer is lost.
				sink.onMessage(() => {
					cuts += 1;
					return 'cut';
				});
				return () => sink.onMessage(() => 'accept');
			case 3: // The server is down.
				line.redirect(await unusedPort({ host: '127.0.0.1' }));
				line.cut();
				return () => line.redirect(sink.port);
			case 4: // The server hangs for a while.
				line.pause();
				setTimeout(() => line.resume(), dice.between(1, 60));
				return () => line.resume();
			default:
				return () => undefined;
		}
	}

	it('goes out once, or is in doubt: none is lost, and none comes twice', async () => {
		const settings = mailboxSettingsSchema.parse({
			imapHost: '127.0.0.1',
			smtpHost: line.host,
			smtpPort: line.port,
			smtpSecurity: 'none',
			smtpAuthentication: 'none',
			user: 'dienstencentrum',
			password: 'geheim',
			fromAddress: 'dienstencentrum@ministerie.example',
		});
		const sender = smtpSender(settings, {});
		const register = await Register.open({ databaseFile: join(folder, 'register.sqlite') });
		const { outbox } = register;
		const open = new Set(Array.from({ length: MAILS }, (_, index) => `mail-${index}`));
		const [sent, doubtful] = [new Set<string>(), new Set<string>()];
		for (let run = 1; open.size > 0; run++) {
			expect(run).toBeLessThan(30);
			await withHandOver(settings.smtp, async (handOver) => {
				for (const key of open) {
					const mend = await fault();
					const { outcome } = await sendNotice({
						outbox,
						sender,
						handOver,
						to: [`${key}@x.example`],
						subject: key,
						text: TEXT,
						reference: null,
						key,
						maxPerDay: 10,
					}).catch(() => ({ outcome: 'failed' }));
					mend();
					if (outcome === 'failed') continue;
					(outcome === 'doubtful' ? doubtful : sent).add(key);
					open.delete(key);
				}
			});
		}
		await register.close();

		const came = sink.messages.map(({ subject }) => subject);
		expect(came.filter((subject, at) => came.indexOf(subject) !== at)).toEqual([]);
		expect([...sent].filter((key) => !came.includes(key))).toEqual([]);
		expect(came.filter((subject) => !sent.has(subject) && !doubtful.has(subject))).toEqual([]);
		expect(sent.size + doubtful.size).toBe(MAILS);
		expect(doubtful.size).toBeGreaterThan(0);
		expect(doubtful.size).toBeLessThanOrEqual(cuts);
	}, 240_000);
});
