import { DateTime } from 'luxon';
import { addressKey } from '../../domain/address';
import { dutchDay } from '../../domain/updates/message';
import { logAction } from '../actions';
import type { RegisterDatabase } from '../database';
import { customerHeard, stopSignal } from './marks';
import { updateContentSchema, type UpdateContent } from './updates';

/** A mail went out: when it was a status update that is written down, otherwise the customer heard from us. */
export async function mailSent(
	db: RegisterDatabase,
	key: string,
	signalId: string | undefined,
	now: Date,
): Promise<void> {
	if ((await recordTold(db, key, 'outbox', now)).length > 0 || !signalId) return;
	const toCustomer = await db
		.selectFrom('outbox_recipients')
		.innerJoin('updates', 'updates.customer', 'outbox_recipients.address')
		.select('updates.signal_id')
		.where('outbox_recipients.key', '=', key)
		.where('updates.signal_id', '=', signalId)
		.executeTakeFirst();
	if (toCustomer) await customerHeard(db, signalId, now);
}

/** The customer has this message. Gives the references it was about; none when that was known. */
export async function recordTold(
	db: RegisterDatabase,
	key: string,
	actor: string,
	now: Date,
): Promise<string[]> {
	const content = await finish(db, key);
	if (!content) return [];
	const next = content.nextUpdateBy
		? ` Volgende update uiterlijk ${dutchDay(DateTime.fromISO(content.nextUpdateBy))}.`
		: '';
	for (const { id, status } of await signalsOf(db, content)) {
		await db
			.updateTable('updates')
			.set({ state: 'plan', told_status: status, promised_until: content.nextUpdateBy })
			.where('signal_id', '=', id)
			.execute();
		// Who wrote while the message was under way, got no answer to that by it.
		await db
			.updateTable('updates')
			.set({ answered: 1, waiting_since: now.toISOString() })
			.where('signal_id', '=', id)
			.where('waiting_since', '<=', content.composedAt)
			.execute();
		await logAction(db, id, now, {
			kind: 'statusbericht',
			actor,
			text: `De klant weet dat de stand '${status}' is.${next}`,
		});
	}
	return content.signals.map(({ reference }) => reference);
}

/** Nobody gets this message, nor the ones that would follow: an automatic sender, or no address. */
export async function recordSkipped(
	db: RegisterDatabase,
	key: string,
	actor: string,
	now: Date,
): Promise<string[]> {
	const content = await finish(db, key);
	if (!content) return [];
	for (const { id } of await signalsOf(db, content)) {
		await stopSignal(db, id, true);
		await logAction(db, id, now, {
			kind: 'notitie',
			actor,
			text: `Geen statusberichten aan ${addressKey(content.customer.email)}: dit is een automatische afzender.`,
		});
	}
	return content.signals.map(({ reference }) => reference);
}

/** Takes the message off the list of what is under way; undefined when it is not on it. */
async function finish(db: RegisterDatabase, key: string): Promise<UpdateContent | undefined> {
	const message = await db
		.deleteFrom('update_messages')
		.where('key', '=', key)
		.returning('content')
		.executeTakeFirst();
	return message && updateContentSchema.parse(JSON.parse(message.content));
}

async function signalsOf(db: RegisterDatabase, { signals }: UpdateContent) {
	const rows = await db
		.selectFrom('signals')
		.select(['id', 'reference'])
		.where(
			'reference',
			'in',
			signals.map(({ reference }) => reference),
		)
		.execute();
	const idOf = new Map(rows.map(({ id, reference }) => [reference, id]));
	return signals.map(({ reference, status }) => ({ id: idOf.get(reference)!, status }));
}
