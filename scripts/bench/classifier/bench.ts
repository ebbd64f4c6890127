import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	readFrozenMails,
	readTrainingMails,
	TRAINING_FILES,
} from '../../../nodes/SignalClassifier/training/corpus';
import type { Bench, Row } from '../bench';
import type { Judged, Learned } from './child';
import { FIELDS } from './side';
import { ownSides, sides } from './sides';
import { NLP_JS_ROUNDS } from './sides/packages';

/**
 * How good and how fast the classifier is, beside the recipe of Amsterdam's Signalen, nlp.js and natural on the same
 * split. nlp.js learns slowly, so by default only the last file is judged, by what the others taught; `--packages 0`
 * leaves nlp.js and natural out.
 */
export const classifierBench: Bench = {
	name: 'classifier',
	options: { files: 1, packages: 1 },

	async run({ files = 1, packages = 1 }, say) {
		const folder = mkdtempSync(join(tmpdir(), 'classifier-bench-'));
		const rows: Row[] = [];
		try {
			for (const { name } of packages > 0 ? sides : ownSides) {
				say(`→ ${name}`);
				const saved = join(folder, 'saved.json');
				const learned = await inChild<Learned>(['learn', name, saved, String(files)]);
				rows.push(row(name, learned, await inChild<Judged>(['judge', name, saved])));
			}
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
		return { columns: COLUMNS, rows, notes: notes(files) };
	},
};

const COLUMNS = [
	...FIELDS.flatMap((field) => [`${field} right`, `${field} macro-F1`]),
	'mails/s',
	'memory MB',
	'train s',
	'load ms',
	'file kB',
];

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function row(what: string, learned: Learned, judged: Judged): Row {
	const quality = FIELDS.flatMap((field) => [
		[`${field} right`, percent(learned.quality[field].right)],
		[`${field} macro-F1`, percent(learned.quality[field].macroF1)],
	]);
	return {
		what,
		values: {
			...(Object.fromEntries(quality) as Row['values']),
			'mails/s': Math.round(judged.mailsPerSecond),
			'memory MB': Math.round(judged.megabytes),
			'train s': learned.trainSeconds.toFixed(1),
			'load ms': Math.round(judged.loadMs),
			'file kB': Math.round(learned.kilobytes),
		},
	};
}

/** Runs child.ts. What a side prints is not shown; what goes wrong in it is. */
function inChild<Result>(args: readonly string[]): Promise<Result> {
	return new Promise((resolve, reject) => {
		const child = fork(join(__dirname, 'child.ts'), [...args], {
			execArgv: ['-r', 'ts-node/register'],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			// Checking types takes longer than most sides learn, and leaves a peak in the memory.
			env: { ...process.env, TS_NODE_TRANSPILE_ONLY: 'true' },
		});
		let result: Result | undefined;
		child.on('message', (message) => (result = message as Result));
		child.on('error', reject);
		child.on('close', (code) => {
			if (result !== undefined) resolve(result);
			else reject(new Error(`${args.join(' ')} ended with code ${code} and no result.`));
		});
	});
}

const notes = (files: number): string[] => [
	`${readTrainingMails().length + readFrozenMails().length} mails in ${TRAINING_FILES.length + 1} files; the last ${files} judged, each by what was learned from all others, so no writer and no thread is on both sides.`,
	'Signal Classifier judges urgency and tone too and gives its reasons; its memory, speed and file are for all of that. The others judge only category and supplier.',
	`nlp.js stops after ${NLP_JS_ROUNDS} rounds of learning, of the 20,000 that it takes at most by itself: those take many minutes.`,
	'nlp.js often gives no answer to a text this long; that counts as wrong.',
	'Train, file, load, speed and memory are of what was learned for the last file; times are those of the processor.',
	'Memory is the most that loading and judging took, in a process of its own, above what it had before.',
];
