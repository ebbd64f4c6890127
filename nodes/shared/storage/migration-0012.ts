import type { Kysely, Migration } from 'kysely';

/** Which signals were read, beside whose data somebody asked for. */
export const readings: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable('access_log').addColumn('signal_references', 'text').execute();
	},
};
