import { sourceSchema, type SignalSource } from './signal';

/**
 * The source of a signal that did not come by mail: it was filled in, or taken over from a list.
 * @param receivedAt ISO 8601
 */
export const sourceWithoutMail = (kind: 'form' | 'import', key: string, receivedAt: string): SignalSource =>
	sourceSchema.parse({
		kind,
		key,
		mailbox: null,
		messageId: null,
		uid: null,
		uidValidity: null,
		thread: [],
		receivedAt,
	});
