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

/** Our trigger with every guarantee on, beside n8n's own, with bare imapflow as the limit. */
export const mailboxBench: Bench = {
	name: 'mailbox',
	/** `few` and `large` are for the question whether memory grows with the mailbox and the mails. */
	options: { mails: 5000, few: 500, large: 5 },

	async run({ mails, few, large }, say) {
		const folder = mkdtempSync(join(tmpdir(), 'regie-bench-mails-'));
		try {
			const all = await writeMails(join(folder, 'all'), mails!, large!, SEED);
			const some = await writeMails(join(folder, 'some'), few!, 0, SEED);
			const big = await writeMails(join(folder, 'big'), few!, large!, SEED);
			const rows: Row[] = [];
			const measured = async (what: string, measure: () => Promise<Measured>): Promise<Measured> => {
				say(`→ ${what}`);
				const outcome = await measure();
				const measuredRow = row(what, outcome);
				rows.push(measuredRow);
				say(`  ${COLUMNS.map((column) => `${column} ${measuredRow.values[column]}`).join(', ')}`);
				return outcome;
			};
			const limit = await measured('bare imapflow', () => measureBare(all));
			const peer = await measured("n8n's Email Trigger", () => measureInN8n(builtIn, all));
			const own = await measured('Signal Mailbox Trigger', () => measureInN8n(ours, all));
			await measured("n8n's Email Trigger, few mails", () => measureInN8n(builtIn, some));
			await measured('Signal Mailbox Trigger, few mails', () => measureInN8n(ours, some));
			await measured("n8n's Email Trigger, few mails, some of 10 MB", () => measureInN8n(builtIn, big));
			await measured('Signal Mailbox Trigger, few mails, some of 10 MB', () => measureInN8n(ours, big));
			const speed = (one: Measured) => one.mails / one.busySeconds;
			return {
				columns: COLUMNS,
				rows,
				notes: [
					`All: ${describe(all)}. Few: ${describe(some)}; ${describe(big)}.`,
					`Memory peak in each quarter of the time with all mails: ours ${quarters(own)}; n8n's own ${quarters(peer)}.`,
					`Processor seconds of ours over n8n's own: ${(own.processorSeconds / peer.processorSeconds).toFixed(2)}.`,
					`Speed of ours over n8n's own: ${(speed(own) / speed(peer)).toFixed(2)}; over bare imapflow: ${(speed(own) / speed(limit)).toFixed(2)}.`,
				],
				versions: { Dovecot: dovecotVersion() },
			};
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};
