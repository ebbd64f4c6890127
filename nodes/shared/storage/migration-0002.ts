import type { Kysely, Migration } from 'kysely';
import { addressKey } from '../domain/address';
import { rememberMailId } from './mail-ids';
import type { RegisterSchema } from './schema';
import { storedSignals } from './stored-signals';

/** Rows that are taken over at a time, so that a large register needs no large memory. */
const BATCH = 500;

/** Follow-up mails, the Message-IDs that lead to a signal, and an outbox that can be looked into. */
export const threadsAndOutgoing: Migration = {
	async up(untyped: Kysely<unknown>) {
		await untyped.schema
			.createTable('mail_ids')
			.addColumn('message_id', 'text', (column) => column.primaryKey())
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.execute();

		await untyped.schema
			.createTable('follow_ups')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('source_key', 'text', (column) => column.notNull().unique())
			.addColumn('registered_at', 'text', (column) => column.notNull())
			.addColumn('sender', 'text')
			.addColumn('follow_up', 'text', (column) => column.notNull())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('handled_at', 'text')
			.addColumn('claimed_by', 'text')
			.addColumn('claimed_until', 'text')
			.addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
			.execute();
		await untyped.schema.createIndex('follow_ups_of_signal').on('follow_ups').column('signal_id').execute();

		for (const name of ['failures', 'unparseable']) {
			await untyped.schema
				.alterTable('signals')
				.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0))
				.execute();
		}
		await untyped.schema.createIndex('signals_by_status').on('signals').column('status').execute();

		await untyped.schema.alterTable('outbox').addColumn('bounced_at', 'text').execute();
		await untyped.schema.createIndex('outbox_by_message').on('outbox').column('message_id').execute();
		await untyped.schema.createIndex('outbox_by_reference').on('outbox').column('reference').execute();
		await untyped.schema
			.createIndex('outbox_by_state')
			.on('outbox')
			.columns(['state', 'updated_at'])
			.execute();
		await untyped.schema
			.createTable('outbox_recipients')
			.addColumn('key', 'text', (column) => column.notNull().references('outbox.key'))
			.addColumn('address', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('one_line_per_recipient', ['key', 'address'] as never[])
			.execute();
		await untyped.schema
			.createIndex('outbox_recipients_by_address')
			.on('outbox_recipients')
			.column('address')
			.execute();
		await untyped.schema
			.createTable('outbox_messages')
			.addColumn('key', 'text', (column) => column.primaryKey().references('outbox.key'))
			.addColumn('envelope', 'text', (column) => column.notNull())
			.addColumn('source', 'text', (column) => column.notNull())
			.execute();

		const db = untyped as Kysely<RegisterSchema>;
		await takeOverSignals(db);
		await takeOverOutbox(db);
	},
};

async function takeOverSignals(db: Kysely<RegisterSchema>): Promise<void> {
	for await (const { id, content } of storedSignals(db)) {
		const { source, flags } = JSON.parse(content) as {
			source: { messageId: string | null };
			flags: { unparseable: boolean };
		};
		if (flags.unparseable) {
			await db.updateTable('signals').set({ unparseable: 1 }).where('id', '=', id).execute();
		}
		await rememberMailId(db, source.messageId, id);
	}
}

async function takeOverOutbox(db: Kysely<RegisterSchema>): Promise<void> {
	for (let after = ''; ;) {
		const rows = await db
			.selectFrom('outbox')
			.leftJoin('signals', 'signals.reference', 'outbox.reference')
			.select(['outbox.key', 'outbox.recipient', 'outbox.message_id', 'signals.id'])
			.where('outbox.key', '>', after)
			.orderBy('outbox.key')
			.limit(BATCH)
			.execute();
		for (const { key, recipient, message_id, id } of rows) {
			if (id) await rememberMailId(db, message_id, id);
			const addresses = new Set(recipient.split(',').map(addressKey));
			await db
				.insertInto('outbox_recipients')
				.values([...addresses].map((address) => ({ key, address })))
				.execute();
		}
		if (rows.length < BATCH) return;
		after = rows.at(-1)!.key;
	}
}
