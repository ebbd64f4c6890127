import { sourceSchema, type SignalSource } from './signal';

/**
 * The source of a signal that did not come by mail but was filled in.
 * @param receivedAt ISO 8601
 */
export const formSource = (key: string, receivedAt: string): SignalSource =>
	sourceSchema.parse({
		kind: 'form',
		key,
		mailbox: null,
		messageId: null,
		uid: null,
		uidValidity: null,
		thread: [],
		receivedAt,
	});
