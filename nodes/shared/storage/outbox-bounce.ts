import type { Signal } from '../domain/signal';
import { conversationOf } from './conversation';
import type { RegisterDatabase } from './database';
import { bareMessageId } from './mail-ids';

/**
 * Marks the newest mail of ours in the conversation of a bounce as not delivered, unless it is only delayed; the older
 * ones are what it answered. What was in doubt is certain by it: it went out.
 */
export async function markReported(db: RegisterDatabase, report: Signal, now: Date): Promise<void> {
	const ids = conversationOf(report).map((id) => `<${bareMessageId(id)}>`);
	if (ids.length === 0) return;
	const ours = await db
		.selectFrom('outbox')
		.select(['key', 'message_id'])
		.where('message_id', 'in', ids)
		.where('state', 'in', ['sent', 'handing-over', 'doubtful'])
		.execute();
	const isDelayed = report.source.bounce?.action === 'delayed';
	const about = ids.findLast((id) => ours.some(({ message_id }) => message_id === id));
	for (const { key } of ours.filter(({ message_id }) => message_id === about)) {
		await db
			.updateTable('outbox')
			.set({ state: 'sent', ...(!isDelayed && { bounced_at: now.toISOString() }) })
			.where('key', '=', key)
			.execute();
		await db.deleteFrom('outbox_messages').where('key', '=', key).execute();
	}
}
