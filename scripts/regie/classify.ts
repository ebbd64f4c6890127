import { createInterface } from 'node:readline';
import { z } from 'zod/v4';
import { classify as classifyMail } from '../../nodes/SignalClassifier/classify';
import { emit, type Command } from './command';

const mailSchema = z.looseObject({
	id: z.union([z.string(), z.number()]),
	subject: z.string().nullish(),
	body: z.string().nullish(),
	/** As text, or as `{name, address}`. */
	from: z.union([z.string(), z.looseObject({})]).nullish(),
});

/**
 * Classifies mails from stdin, one JSON object per line, to one JSON object per line on stdout. A line
 * that is no mail gives `{line, error}` in its place, and exit code 1.
 */
export const classify: Command = {
	usage: 'classify < mails.jsonl > out.jsonl',
	async run() {
		let code = 0;
		let number = 0;
		for await (const line of createInterface({ input: process.stdin })) {
			number++;
			if (line.trim() === '') continue;
			try {
				const { id, subject, body } = mailSchema.parse(JSON.parse(line));
				const judged = classifyMail({ subject: subject ?? '', text: body ?? '' });
				const { category, also, supplier, urgency, sentiment, confidence, review, evidence } = judged;
				emit({ id, category, also, supplier, urgency, sentiment, confidence, review, evidence });
			} catch (error) {
				const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
				console.error(`Line ${number}: ${reason}`);
				emit({ line: number, error: reason });
				code = 1;
			}
		}
		return code;
	},
};
