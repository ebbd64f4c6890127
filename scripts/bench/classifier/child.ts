/**
 * Measures one side in a process of its own, so that memory is that of this side alone. `learn` measures how good it
 * is and how long it learns, and puts what it learned last in a file; `judge` starts from that file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import {
	readFrozenMails,
	readTrainingMails,
	type LabelledMail,
} from '../../../nodes/SignalClassifier/training/corpus';
import { accuracy, macroF1, type Decision } from '../../../nodes/SignalClassifier/training/metrics';
import { LABELS } from '../../../nodes/SignalClassifier/training/train';
import { FIELDS, type Field, type Judge, type Side } from './side';
import { sides } from './sides';

export interface Learned {
	quality: Record<Field, { right: number; macroF1: number }>;
	trainSeconds: number;
	kilobytes: number;
}
export interface Judged {
	loadMs: number;
	mailsPerSecond: number;
	/** What starting, loading and judging took at most, above what the process had before. */
	megabytes: number;
}

/** What this process worked, in seconds: unlike the clock, it says the same on a machine that does other things too. */
function processorSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

const fileOf = ({ id }: LabelledMail): string => id.split('-')[0]!;
const KILOBYTE = 1024;

/** The frozen mails come last, so that the first file that is judged is one that nothing was tuned on. */
const labelledMails = (): LabelledMail[] => [...readTrainingMails(), ...readFrozenMails()];

const decisionOf = (field: Field, mail: LabelledMail, said: string): Decision => {
	const labels: readonly string[] = LABELS[field];
	return { label: labels.indexOf(said), right: labels.indexOf(mail[field]), confidence: 1 };
};

/** Judges every one of the last files by what was learned from all others, and keeps what was learned last. */
async function learn(side: Side, judgedFiles: number, saveTo: string): Promise<Learned> {
	const mails = labelledMails();
	const decisions: Record<Field, Decision[]> = { category: [], supplier: [] };
	let saved = '';
	let trainSeconds = 0;
	for (const file of [...new Set(mails.map(fileOf))].slice(-judgedFiles)) {
		const started = processorSeconds();
		saved = await side.train(mails.filter((mail) => fileOf(mail) !== file));
		trainSeconds = processorSeconds() - started;
		const judge = await side.load(saved);
		for (const mail of mails.filter((one) => fileOf(one) === file)) {
			const said = await judge(mail);
			for (const field of FIELDS) decisions[field].push(decisionOf(field, mail, said[field]));
		}
	}
	writeFileSync(saveTo, saved);
	const quality = (field: Field) => ({
		right: accuracy(decisions[field]),
		macroF1: macroF1(decisions[field], LABELS[field].length),
	});
	return {
		quality: { category: quality('category'), supplier: quality('supplier') },
		trainSeconds,
		kilobytes: Buffer.byteLength(saved) / KILOBYTE,
	};
}

async function judgeAll(judge: Judge, mails: readonly LabelledMail[]): Promise<number> {
	const started = processorSeconds();
	for (const mail of mails) await judge(mail);
	return mails.length / (processorSeconds() - started);
}

async function judgeFrom(side: Side, file: string): Promise<Judged> {
	const mails = labelledMails();
	const before = process.memoryUsage().rss;
	const saved = readFileSync(file, 'utf8');
	const started = processorSeconds();
	const judge = await side.load(saved);
	const loadMs = (processorSeconds() - started) * 1000;
	const mailsPerSecond = await judgeAll(judge, mails);
	const peak = process.resourceUsage().maxRSS * KILOBYTE;
	return { loadMs, mailsPerSecond, megabytes: (peak - before) / KILOBYTE ** 2 };
}

async function main(): Promise<void> {
	const [what, name, file, judgedFiles] = process.argv.slice(2) as [string, string, string, string];
	const side = sides.find((one) => one.name === name)!;
	const result =
		what === 'learn' ? await learn(side, Number(judgedFiles), file) : await judgeFrom(side, file);
	process.send!(result, () => process.exit(0));
}

if (require.main === module) void main();
