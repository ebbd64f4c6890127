import { randomUUID } from 'node:crypto';
import { FORGOTTEN } from '../domain/forget';
import type { RegisterDatabase } from './database';

/** A question of a customer, and what the catalogue had for it. */
export interface AskedQuestion {
	/** What it was asked in, such as the reference of a signal. The same one counts once. */
	sourceKey: string;
	question: string;
	/** Whether the catalogue answered it; otherwise a person did. */
	answered: boolean;
	/** From 0 to 1. */
	confidence: number;
	/** Codes of the items that were found, best first. */
	codes: string[];
}

/** The questions that were asked of the catalogue. */
export class PdcQuestions {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	/** Writes the question down; one that was there stays as it was. */
	async add({ sourceKey, question, answered, confidence, codes }: AskedQuestion): Promise<void> {
		await this.db
			.insertInto('pdc_questions')
			.values({
				id: randomUUID(),
				source_key: sourceKey,
				asked_at: this.now().toISOString(),
				question,
				answered: answered ? 1 : 0,
				confidence,
				codes: JSON.stringify(codes),
			})
			.onConflict((conflict) => conflict.column('source_key').doNothing())
			.execute();
	}

	/** What was asked from this moment on and the catalogue did not answer, oldest first; without what was forgotten. */
	async unanswered(since: string): Promise<Array<AskedQuestion & { askedAt: string }>> {
		const rows = await this.db
			.selectFrom('pdc_questions')
			.selectAll()
			.where('answered', '=', 0)
			.where('asked_at', '>=', since)
			.where('question', '!=', FORGOTTEN)
			.orderBy('asked_at')
			.execute();
		return rows.map((row) => ({
			sourceKey: row.source_key,
			question: row.question,
			answered: false,
			confidence: row.confidence,
			codes: JSON.parse(row.codes) as string[],
			askedAt: row.asked_at,
		}));
	}
}

/** Forgets the words of what was asked in these signals. That it was asked, and what was found, is counted and stays. */
export async function forgetAsked(db: RegisterDatabase, references: readonly string[]): Promise<void> {
	await db
		.updateTable('pdc_questions')
		.set({ question: FORGOTTEN })
		.where('source_key', 'in', references)
		.execute();
}
