import type { RegisterDatabase } from './database';
import { bareMessageId } from './mail-ids';

/**
 * Marks the newest mail of ours among these Message-IDs as not delivered; the older ones are what it
 * answered. What was in doubt is certain by it: it went out.
 */
export async function markBounced(db: RegisterDatabase, thread: readonly string[], now: Date): Promise<void> {
	const ids = thread.map((id) => `<${bareMessageId(id)}>`);
	if (ids.length === 0) return;
	const ours = await db
		.selectFrom('outbox')
		.select(['key', 'message_id'])
		.where('message_id', 'in', ids)
		.where('state', 'in', ['sent', 'handing-over', 'doubtful'])
		.execute();
	const bounced = ids.findLast((id) => ours.some(({ message_id }) => message_id === id));
	for (const { key } of ours.filter(({ message_id }) => message_id === bounced)) {
		await db
			.updateTable('outbox')
			.set({ state: 'sent', bounced_at: now.toISOString() })
			.where('key', '=', key)
			.execute();
		await db.deleteFrom('outbox_messages').where('key', '=', key).execute();
	}
}
