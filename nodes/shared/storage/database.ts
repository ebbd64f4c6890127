import { homedir } from 'node:os';
import { join } from 'node:path';
import { Kysely, Migrator, sql } from 'kysely';
import { z } from 'zod/v4';
import { MIGRATIONS } from './migrations';
import type { RegisterSchema } from './schema';
import { sqliteDialect, whenUnlocked } from './sqlite';

export type RegisterDatabase = Kysely<RegisterSchema>;

/** Settings of the register, as they stand in its credential. */
export const registerSettingsSchema = z.object({
	/** Path of the SQLite file; empty means the default place in n8n's own folder. */
	databaseFile: z.string().trim().default(''),
});
export type RegisterSettings = z.input<typeof registerSettingsSchema>;

/** `<n8n's folder>/.n8n/regie/register.sqlite`: next to what an administrator backs up anyway. */
export function defaultDatabaseFile(env: NodeJS.ProcessEnv = process.env): string {
	return join(env.N8N_USER_FOLDER || homedir(), '.n8n', 'regie', 'register.sqlite');
}

/** Opens the database and brings its tables up to date. Close it with `destroy()`. */
export async function openDatabase(settings: RegisterSettings): Promise<RegisterDatabase> {
	const { databaseFile } = registerSettingsSchema.parse(settings);
	const file = databaseFile || defaultDatabaseFile();
	const db = new Kysely<RegisterSchema>({ dialect: await whenUnlocked(async () => sqliteDialect(file)) });
	try {
		await migrate(db);
		return db;
	} catch (error) {
		await db.destroy();
		throw error;
	}
}

async function migrate(db: RegisterDatabase): Promise<void> {
	const migratorOn = (on: RegisterDatabase) =>
		new Migrator({ db: on, provider: { getMigrations: async () => MIGRATIONS } });
	const known = await migratorOn(db).getMigrations();
	if (known.every((migration) => migration.executedAt)) return;
	// Under the write lock: two runs that find the same empty file must not both make the tables.
	await writeTransaction(db, async (locked) => {
		const { error } = await migratorOn(locked).migrateToLatest();
		if (error) throw error;
	});
}

/** Databases that are in a write transaction. */
const writing = new WeakSet<RegisterDatabase>();

/**
 * Runs `work` as one transaction that holds the write lock from its start. SQLite's default lets
 * two readers both decide to write, and one of them then fails. Within another one it is a part of
 * it, that is undone alone when it fails.
 */
export async function writeTransaction<T>(
	db: RegisterDatabase,
	work: (transaction: RegisterDatabase) => Promise<T>,
): Promise<T> {
	if (writing.has(db)) return await partOfTransaction(db, work);
	return await db.connection().execute(async (connection) => {
		await whenUnlocked(async () => await sql`begin immediate`.execute(connection));
		writing.add(connection);
		try {
			const result = await work(connection);
			await sql`commit`.execute(connection);
			return result;
		} catch (error) {
			await sql`rollback`.execute(connection);
			throw error;
		}
	});
}

async function partOfTransaction<T>(
	transaction: RegisterDatabase,
	work: (transaction: RegisterDatabase) => Promise<T>,
): Promise<T> {
	await sql`savepoint part`.execute(transaction);
	try {
		return await work(transaction);
	} catch (error) {
		await sql`rollback to part`.execute(transaction);
		throw error;
	} finally {
		await sql`release part`.execute(transaction);
	}
}
