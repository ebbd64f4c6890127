import { addressKey } from '../domain/address';
import { signalSchema } from '../domain/signal';
import type { RegisterDatabase } from './database';

/** A mail as an answer to it names it (RFC 5322, 3.6.4). */
export interface MailInThread {
	/** With its angle brackets. */
	messageId: string;
	/** Message-IDs of the conversation before it, oldest first. */
	thread: string[];
}

/** What the register knows of the mails that went to and fro about a signal. */
export interface Correspondence {
	/** The newest mail that this address sent about a signal that was there; null when there is none. */
	newestFrom(email: string, reference: string): Promise<MailInThread | null>;
}

export class CorrespondenceStore implements Correspondence {
	constructor(private readonly db: RegisterDatabase) {}

	async newestFrom(email: string, reference: string): Promise<MailInThread | null> {
		const rows = await this.db
			.selectFrom('follow_ups')
			.innerJoin('signals', 'signals.id', 'follow_ups.signal_id')
			.select('follow_ups.content')
			.where('signals.reference', '=', reference)
			.where('follow_ups.sender', '=', addressKey(email))
			.execute();
		const [newest] = rows
			.map(({ content }) => signalSchema.parse(JSON.parse(content)).source)
			.sort((a, b) => Date.parse(b.receivedAt) - Date.parse(a.receivedAt))
			.flatMap(({ messageId, thread }) => (messageId ? [{ messageId, thread }] : []));
		return newest ?? null;
	}
}
