import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from '../bench';
import { writeMails, type MailFiles } from './mails';
import { measureInN8n, type MeasuredMemory, type N8nSide } from './side';
import { builtIn, ours } from './sides';

const MB = 1024 * 1024;
const SEED = 20_150;
const OWN = 'Signal Mailbox Trigger';
const PEER = "n8n's Email Trigger";

/** Whether memory grows with the mailbox, or with its mails. */
export const mailboxMemoryBench: Bench = {
	name: 'mailbox-memory',
	options: { few: 500, mails: 5000, many: 10_000, large: 20 },

	async run({ few, mails, many, large }, say) {
		const folder = mkdtempSync(join(tmpdir(), 'regie-bench-mails-'));
		const rows: Row[] = [];
		const measure = async (what: string, side: N8nSide, files: MailFiles) => {
			say(`→ ${what}, ${files.files.length} mails`);
			const values = inMb(files, await measureInN8n(side, files));
			rows.push({ what, values });
			say(`  ${JSON.stringify(values)}`);
		};
		try {
			const some = await writeMails(join(folder, 'some'), few!, 0, SEED);
			const big = await writeMails(join(folder, 'big'), few!, large!, SEED);
			const all = await writeMails(join(folder, 'all'), mails!, 0, SEED);
			const more = await writeMails(join(folder, 'more'), many!, 0, SEED);
			await measure(PEER, builtIn, some);
			await measure(OWN, ours, some);
			await measure(`${PEER}, ${large} of 10 MB`, builtIn, big);
			await measure(`${OWN}, ${large} of 10 MB`, ours, big);
			await measure(PEER, builtIn, all);
			await measure(OWN, ours, all);
			await measure(OWN, ours, more);
			return { columns: Object.keys(rows[0]!.values), rows, notes: [] };
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	},
};

function inMb({ total }: MailFiles, measured: MeasuredMemory): Row['values'] {
	const { mails, liveBeforeMb, liveAfterMb, idleMb, peakMb, peaksMb } = measured;
	return {
		mails,
		'MB of mail': (total / MB).toFixed(0),
		'live before': `${liveBeforeMb.toFixed(0)} MB`,
		'live after': `${liveAfterMb.toFixed(0)} MB`,
		'RSS idle': `${idleMb.toFixed(0)} MB`,
		'RSS peak': `${peakMb.toFixed(0)} MB`,
		'in each quarter of the time': peaksMb.map((mb) => mb.toFixed(0)).join(', '),
	};
}
