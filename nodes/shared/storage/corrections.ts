import type { Classification } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { readContent } from './signal-content';

/** A mail with what a person said that it is. Its text is that of the signal, and goes when that goes. */
export interface CorrectedMail {
	signalId: string;
	subject: string;
	text: string;
	classification: Classification;
}

/** What people said of signals: the last word of a person, also where it was that the model was right. */
export interface Corrections {
	/** All of them, in the order of the references. */
	all(): Promise<CorrectedMail[]>;
}

/** How the content of a signal that a person classified reads; in what people wrote the quotes are escaped. */
const BY_PERSON = '%"decidedBy":"person:%';

/** The corrections among the signals in the register's database. */
export class CorrectedSignals implements Corrections {
	constructor(private readonly db: RegisterDatabase) {}

	async all(): Promise<CorrectedMail[]> {
		const rows = await this.db
			.selectFrom('signals')
			.select(['id', 'subject', 'text', 'content'])
			.where('content', 'like', BY_PERSON)
			.orderBy('reference')
			.execute();
		return rows.map(({ id, subject, text, content }) => ({
			signalId: id,
			subject,
			text,
			classification: readContent(content).classification!,
		}));
	}
}
