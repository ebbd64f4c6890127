import { createInterface } from 'node:readline';
import { z } from 'zod/v4';
import { classify as classifyMail } from '../../nodes/SignalClassifier/classify';
import { emit, type Command } from './command';

const mailSchema = z.looseObject({
	id: z.union([z.string(), z.number()], { error: 'give every mail an id, as text or a number' }),
	subject: z.string().nullish(),
	body: z.string().nullish(),
	/** As text, or as `{name, address}`. */
	from: z.union([z.string(), z.looseObject({})]).nullish(),
});

/** Windows programs put a mark before the first line that JSON does not allow. */
const withoutMark = (line: string): string => line.replace(/^\uFEFF/, '');

/** Why a line is no mail, on one line. */
function reasonOf(error: unknown): string {
	if (error instanceof SyntaxError) return `This is no JSON (${error.message}). A mail is one line of JSON.`;
	if (!(error instanceof z.ZodError)) return String(error);
	return error.issues
		.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
		.join('; ');
}

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
				const { id, subject, body } = mailSchema.parse(JSON.parse(withoutMark(line)));
				const judged = classifyMail({ subject: subject ?? '', text: body ?? '' });
				const { category, also, supplier, urgency, sentiment, confidence, review, evidence } = judged;
				emit({ id, category, also, supplier, urgency, sentiment, confidence, review, evidence });
			} catch (error) {
				const reason = reasonOf(error);
				console.error(`Line ${number}: ${reason}`);
				emit({ line: number, error: reason });
				code = 1;
			}
		}
		return code;
	},
};
