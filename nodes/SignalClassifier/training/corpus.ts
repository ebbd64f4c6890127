import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { CATEGORIES, SENTIMENTS, SUPPLIERS, URGENCIES } from '../../shared/domain/codebook';

/** What is absent is empty. */
const textSchema = z
	.string()
	.nullish()
	.transform((text) => text ?? '');

const fields = {
	id: z.string().min(1),
	subject: textSchema,
	body: textSchema,
	category: z.enum(CATEGORIES),
	also: z.array(z.enum(CATEGORIES)),
	supplier: z.enum(SUPPLIERS),
	urgency: z.enum(URGENCIES),
	sentiment: z.enum(SENTIMENTS),
	author: z.string().min(1).optional(),
	thread: z.string().min(1).optional(),
};
const hasText = ({ subject, body }: { subject: string; body: string }) => `${subject}${body}`.trim() !== '';
const NO_TEXT = { error: 'subject and body are both empty' };

/**
 * One labelled mail, as the codebook describes it. Some people write everything in the subject, so either the subject
 * or the body may be empty. `author` is the same for all mails of one writer, `thread` for all mails of one
 * conversation or about one incident: with them a corpus can be split without a writer or a case on both sides.
 */
export const labelledMailSchema = z.object(fields).refine(hasText, NO_TEXT);
export type LabelledMail = z.infer<typeof labelledMailSchema>;

/** A mail to learn from: of one that a person judged in the register, urgency and tone may not have been judged. */
export const taughtMailSchema = z
	.object({ ...fields, urgency: fields.urgency.optional(), sentiment: fields.sentiment.optional() })
	.refine(hasText, NO_TEXT);
export type TaughtMail = z.infer<typeof taughtMailSchema>;

/** Beside this file in the package, and with the tests in its source. */
export const CORPUS_FOLDER = [
	join(__dirname, 'corpus'),
	join(__dirname, '..', '..', '..', 'test', 'corpus'),
].find(existsSync)!;
/** What the model learns from. intake.jsonl is never among them: it is the test. */
export const TRAINING_FILES = [
	'train-2.jsonl',
	'train-3.jsonl',
	'train-4.jsonl',
	'train-5.jsonl',
	'train-6.jsonl',
	'train-7.jsonl',
	'train-8.jsonl',
	'train-10.jsonl',
] as const;

/** Labelled mails that no model learns from: by them two models are compared. */
const FROZEN_FILE = 'train-9.jsonl';

/** What is no JSON is left to the schema, which says so. */
function jsonOf(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return line;
	}
}

/** Reads labelled mails; an error names the file and the line. */
export function readMails(file: string): LabelledMail[] {
	// Windows programs may start a file with a mark that JSON does not allow.
	const lines = readFileSync(file, 'utf8')
		.replace(/^\uFEFF/, '')
		.split('\n');
	return lines.flatMap((line, at) => {
		if (line.trim() === '') return [];
		const result = labelledMailSchema.safeParse(jsonOf(line));
		if (result.success) return [result.data];
		const { path, message } = result.error.issues[0]!;
		throw new Error(`${file}, line ${at + 1}: ${path.join('.') || 'line'}: ${message}`);
	});
}

/** All training mails, in the order of the files. */
export const readTrainingMails = (): LabelledMail[] =>
	TRAINING_FILES.flatMap((name) => readMails(join(CORPUS_FOLDER, name)));

/** The mails that no model learned from. */
export const readFrozenMails = (): LabelledMail[] => readMails(join(CORPUS_FOLDER, FROZEN_FILE));

/** SHA-256 over the mails as data: spaces or the order of keys in a file do not matter, the order of mails does. */
export function corpusHash(mails: readonly TaughtMail[]): string {
	const hash = createHash('sha256');
	for (const mail of mails) hash.update(JSON.stringify(taughtMailSchema.parse(mail)));
	return hash.digest('hex');
}
