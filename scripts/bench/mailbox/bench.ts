import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dovecotVersion } from '../../../test/support/dovecot';
import type { Bench, Row } from '../bench';
import { writeMails, type MailFiles } from './mails';
import { measureInN8n, type Measured } from './side';
import { builtIn, measureBare, ours } from './sides';

const MB = 1024 * 1024;
const SEED = 20_150;
const LIMIT = 'bare imapflow';
const PEER = "n8n's Email Trigger";
const OWN = 'Signal Mailbox Trigger';
const COLUMNS = [
	'mails',
	'seconds busy',
	'mails/s',
	'processor s',
	'of it reading',
	'polls',
	'wall clock',
	'memory idle',
	'memory peak',
];

const row = (what: string, { mails, ...measured }: Measured): Row => ({
	what,
	values: {
		mails,
		'seconds busy': measured.busySeconds.toFixed(1),
		'mails/s': (mails / measured.busySeconds).toFixed(1),
		'processor s': measured.processorSeconds.toFixed(1),
		'of it reading': `${measured.readingSeconds.toFixed(1)} s`,
		polls: measured.polls,
		'wall clock': `${measured.wallSeconds.toFixed(0)} s`,
		'memory idle': `${measured.idleMb.toFixed(0)} MB`,
		'memory peak': `${measured.peakMb.toFixed(0)} MB`,
	},
});

const quarters = ({ peaksMb }: Measured): string => `${peaksMb.map((mb) => mb.toFixed(0)).join(', ')} MB`;

const describe = ({ files, total, large }: MailFiles): string =>
	`${files.length} mails, ${(total / MB).toFixed(0)} MB, of which ${large} of 10 MB`;

/** What each side did in each round. */
interface Rounds {
	peer: readonly Measured[];
	own: readonly Measured[];
}

const speed = ({ mails, busySeconds }: Measured): number => mails / busySeconds;
const work = ({ processorSeconds }: Measured): number => processorSeconds;

/** The round with the median of seconds busy. */
const middleOf = (rounds: readonly Measured[]): Measured =>
	[...rounds].sort((a, b) => a.busySeconds - b.busySeconds)[Math.floor((rounds.length - 1) / 2)]!;

const ratios = ({ peer, own }: Rounds, of: (one: Measured) => number): string =>
	own.map((one, round) => (of(one) / of(peer[round]!)).toFixed(2)).join(', ');

/** Our trigger with every guarantee on, beside n8n's own, with bare imapflow as the limit. */
export const mailboxBench: Bench = {
	name: 'mailbox',
	/** `few`, `many` and `large` are for the question whether memory grows with the mailbox and the mails. */
	options: { mails: 5000, few: 500, many: 10_000, large: 5, rounds: 3 },

	async run({ mails, few, many, large, rounds }, say) {
		const folder = mkdtempSync(join(tmpdir(), 'regie-bench-mails-'));
		try {
			const all = await writeMails(join(folder, 'all'), mails!, large!, SEED);
			const some = await writeMails(join(folder, 'some'), few!, 0, SEED);
			const big = await writeMails(join(folder, 'big'), few!, large!, SEED);
			const more = await writeMails(join(folder, 'more'), many!, large!, SEED);
			const rows: Row[] = [];
			const measured = async (what: string, measure: () => Promise<Measured>): Promise<Measured> => {
				say(`→ ${what}`);
				const outcome = await measure();
				const { values } = row(what, outcome);
				say(`  ${COLUMNS.map((column) => `${column} ${values[column]}`).join(', ')}`);
				return outcome;
			};
			/** In turns, so that a busy moment of the machine strikes both. */
			const inRounds = async (which: string, files: MailFiles): Promise<Rounds> => {
				const [peer, own]: [Measured[], Measured[]] = [[], []];
				for (let round = 1; round <= rounds!; round++) {
					peer.push(await measured(`${PEER}${which}`, () => measureInN8n(builtIn, files)));
					own.push(await measured(`${OWN}${which}`, () => measureInN8n(ours, files)));
				}
				rows.push(row(`${PEER}${which}`, middleOf(peer)), row(`${OWN}${which}`, middleOf(own)));
				return { peer, own };
			};
			const limit = await measured(LIMIT, () => measureBare(all));
			rows.push(row(LIMIT, limit));
			const whole = await inRounds('', all);
			const part = await inRounds(', few mails', some);
			const heavy = await inRounds(', few mails, some of 10 MB', big);
			const long = await measured(`${OWN}, many mails`, () => measureInN8n(ours, more));
			rows.push(row(`${OWN}, many mails`, long));
			const own = middleOf(whole.own);
			return {
				columns: COLUMNS,
				rows,
				notes: [
					`All: ${describe(all)}. Few: ${describe(some)}; ${describe(big)}. Many: ${describe(more)}.`,
					`Of ${rounds} rounds, in which the two take turns, the one with the median of seconds busy; many mails once.`,
					`Memory peak in each quarter of the time with all mails: ours ${quarters(own)}; n8n's own ${quarters(middleOf(whole.peer))}. Ours with many mails: ${quarters(long)}.`,
					`Speed of ours over n8n's own in each round: all mails ${ratios(whole, speed)}; few ${ratios(part, speed)}; some of 10 MB ${ratios(heavy, speed)}.`,
					`Processor seconds of ours over n8n's own in each round: all mails ${ratios(whole, work)}; few ${ratios(part, work)}; some of 10 MB ${ratios(heavy, work)}.`,
					`Speed of ours over bare imapflow: ${(speed(own) / speed(limit)).toFixed(2)}.`,
				],
				versions: { Dovecot: dovecotVersion() },
			};
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
