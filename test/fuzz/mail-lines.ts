import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAILS = join(__dirname, '..', 'corpus', 'intake.jsonl');
const LINES = 40;

/** Mails of the corpus as text to start from, each one line of JSON. */
export const mailLines = (): Buffer[] =>
	readFileSync(MAILS, 'utf8')
		.split('\n')
		.filter(Boolean)
		.slice(0, LINES)
		.map((line) => Buffer.from(line));
