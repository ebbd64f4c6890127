import { Kysely, Migrator, type Dialect } from 'kysely';
import { isPostgres } from './dialect';
import { MIGRATIONS } from './migrations';
import { postgresDialect } from './postgres';
import type { RegisterSchema } from './schema';
import { defaultDatabaseFile, registerSettingsSchema, type RegisterSettings } from './settings';
import { sqliteDialect, whenUnlocked } from './sqlite';
import { writeTransaction } from './write-transaction';

export type RegisterDatabase = Kysely<RegisterSchema>;
export { writeTransaction };

/**
 * Opens the database and brings its tables up to date. Close it with `destroy()`.
 * @throws RegisterError when it cannot be reached, opened or written
 */
export async function openDatabase(settings: RegisterSettings): Promise<RegisterDatabase> {
	const db = new Kysely<RegisterSchema>({ dialect: await dialectFor(settings) });
	try {
		await migrate(db);
		return db;
	} catch (error) {
		await db.destroy();
		throw error;
	}
}

/** How to reach the register. @throws RegisterError when its file cannot be opened or written */
export async function dialectFor(input: RegisterSettings): Promise<Dialect> {
	const settings = registerSettingsSchema.parse(input);
	if (settings.database === 'sqlite') {
		return await whenUnlocked(async () => sqliteDialect(settings.databaseFile || defaultDatabaseFile()));
	}
	return postgresDialect(settings);
}

async function migrate(db: RegisterDatabase): Promise<void> {
	if (await isUpToDate(db)) return;
	const toLatest = async (on: RegisterDatabase, disableTransactions: boolean) => {
		const provider = { getMigrations: async () => MIGRATIONS };
		const { error } = await new Migrator({ db: on, provider, disableTransactions }).migrateToLatest();
		if (error) throw error;
	};
	// Two runs that find the same empty database must not both make the tables. For PostgreSQL Kysely sees to that.
	if (isPostgres(db)) await toLatest(db, false);
	else await writeTransaction(db, async (locked) => await toLatest(locked, true));
}

/** One small question instead of Kysely's own look at all tables: a register is opened for every run of a node. */
async function isUpToDate(db: RegisterDatabase): Promise<boolean> {
	const bookkeeping = db as unknown as Kysely<{ kysely_migration: { name: string } }>;
	const executed = await bookkeeping
		.selectFrom('kysely_migration')
		.select('name')
		.execute()
		.catch((error: unknown) => {
			if (isMissingTable(error)) return [];
			throw error;
		});
	const names = new Set(executed.map(({ name }) => name));
	return Object.keys(MIGRATIONS).every((name) => names.has(name));
}

/** In the words of SQLite, or by the code of PostgreSQL (undefined_table). */
const isMissingTable = (error: unknown): boolean =>
	/no such table/.test(String(error)) || (error as { code?: string }).code === '42P01';
