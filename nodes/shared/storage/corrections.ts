import { addressKey } from '../domain/address';
import { FORGOTTEN } from '../domain/forget';
import type { Classification } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { readContent } from './signal-content';

/** A mail with what a person said that it is. Its text is that of the signal, and goes when that goes. */
export interface CorrectedMail {
	signalId: string;
	subject: string;
	text: string;
	/** The same for all mails of one customer; absent when he is not known, or forgotten. */
	author?: string;
	/** The same for all mails of one conversation; absent for what did not come by mail. */
	thread?: string;
	classification: Classification;
}

/** What people said of signals: the last word of a person, also where it was that the model was right. */
export interface Corrections {
	/** All of them that have words left and a kind that a person was sure of, in the order of the references. */
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
			.where('text', '!=', FORGOTTEN)
			.orderBy('reference')
			.execute();
		return rows.flatMap(({ id, subject, text, content }) => {
			const { classification, customer, source } = readContent(content);
			if (!isJudged(classification!)) return [];
			const author = customer.email === null ? undefined : addressKey(customer.email);
			const thread = (source.thread[0] ?? source.messageId) || undefined;
			return [{ signalId: id, subject, text, author, thread, classification: classification! }];
		});
	}
}

/** Who answers that he is not satisfied. A program made a signal of that: its supplier, and often its text, nobody chose. */
const BY_CUSTOMER = 'person:klant';

/** Whether a person was sure of the kind, and nobody is asked to look again. */
const isJudged = ({ review, confidence, decidedBy }: Classification): boolean =>
	!review && confidence.category > 0 && decidedBy !== BY_CUSTOMER;
