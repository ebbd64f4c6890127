import type { Kysely, Migration } from 'kysely';
import { isPostgres } from './dialect';
import { threadsAndOutgoing } from './migration-0002';
import { historyAndHandling } from './migration-0003';
import { fullText } from './migration-0004';
import { statusUpdates } from './migration-0005';
import { linksAndSatisfaction } from './migration-0006';
import { privacy } from './migration-0007';
import { classifierModels } from './migration-0008';
import { supplierReports } from './migration-0009';
import { catalogue } from './migration-0010';
import { smallIndexes } from './migration-0011';
import { readings } from './migration-0012';
import { announcements } from './migration-0013';
import { onvredeAndDuplicates } from './migration-0014';

const initial: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('signals')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('reference', 'text', (column) => column.notNull().unique())
			.addColumn('source_key', 'text', (column) => column.notNull().unique())
			.addColumn('received_at', 'text', (column) => column.notNull())
			.addColumn('registered_at', 'text', (column) => column.notNull())
			.addColumn('customer_email', 'text')
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.addColumn('category', 'text')
			.addColumn('supplier', 'text')
			.addColumn('status', 'text', (column) => column.notNull())
			.addColumn('content', 'text', (column) => column.notNull())
			.addColumn('handled_at', 'text')
			.addColumn('claimed_by', 'text')
			.addColumn('claimed_until', 'text')
			.execute();
		await db.schema.createIndex('signals_by_registration').on('signals').column('registered_at').execute();
		await db.schema.createIndex('signals_by_customer').on('signals').column('customer_email').execute();

		await db.schema
			.createTable('tickets')
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('supplier', 'text', (column) => column.notNull())
			.addColumn('system', 'text', (column) => column.notNull())
			.addColumn('number', 'text', (column) => column.notNull())
			.addColumn('external_id', 'text')
			.addColumn('created_at', 'text', (column) => column.notNull())
			// At most one ticket per signal and supplier: the database decides, whoever comes first.
			.addPrimaryKeyConstraint('one_ticket_per_supplier', ['signal_id', 'supplier'] as never[])
			.execute();

		await db.schema
			.createTable('actions')
			.addColumn('id', isPostgres(db) ? 'bigserial' : 'integer', (column) =>
				isPostgres(db) ? column.primaryKey() : column.primaryKey().autoIncrement(),
			)
			.addColumn('signal_id', 'text', (column) => column.notNull().references('signals.id'))
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('kind', 'text', (column) => column.notNull())
			.addColumn('actor', 'text', (column) => column.notNull())
			.addColumn('text', 'text', (column) => column.notNull())
			.execute();
		await db.schema.createIndex('actions_of_signal').on('actions').column('signal_id').execute();

		await db.schema
			.createTable('reference_counters')
			.addColumn('year', 'integer', (column) => column.primaryKey())
			.addColumn('last', 'integer', (column) => column.notNull())
			.execute();

		await db.schema
			.createTable('outbox')
			.addColumn('key', 'text', (column) => column.primaryKey())
			.addColumn('reference', 'text')
			.addColumn('recipient', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('message_id', 'text', (column) => column.notNull())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('attempts', 'integer', (column) => column.notNull())
			.addColumn('reason', 'text')
			.addColumn('created_at', 'text', (column) => column.notNull())
			.addColumn('updated_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createIndex('outbox_by_recipient')
			.on('outbox')
			.columns(['recipient', 'created_at'])
			.execute();
	},
};

/** All changes to the register's tables, oldest first. A released one is never edited: add the next. */
export const MIGRATIONS: Record<string, Migration> = {
	'0001-initial': initial,
	'0002-threads-and-outgoing': threadsAndOutgoing,
	'0003-history-and-handling': historyAndHandling,
	'0004-full-text': fullText,
	'0005-status-updates': statusUpdates,
	'0006-links-and-satisfaction': linksAndSatisfaction,
	'0007-privacy': privacy,
	'0008-classifier-models': classifierModels,
	'0009-supplier-reports': supplierReports,
	'0010-catalogue': catalogue,
	'0011-small-indexes': smallIndexes,
	'0012-readings': readings,
	'0013-announcements': announcements,
	'0014-onvrede-and-duplicates': onvredeAndDuplicates,
};
