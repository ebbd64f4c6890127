import { CompiledQuery, type Kysely } from 'kysely';
import { isPostgres } from './dialect';
import type { RegisterSchema } from './schema';
import { whenUnlocked } from './sqlite';

type RegisterDatabase = Kysely<RegisterSchema>;
type Work<T> = (transaction: RegisterDatabase) => Promise<T>;

/** Work that is done once for all items of a transaction, right before it ends. */
type Closing<Item> = (transaction: RegisterDatabase, items: readonly Item[]) => Promise<void>;

interface LeftForTheEnd {
	closing: Closing<never>;
	item: unknown;
}

/** Connections that are in a write transaction, with what was left for its end. */
const writing = new WeakMap<RegisterDatabase, LeftForTheEnd[]>();

/**
 * Runs `work` as one transaction that holds the register's one write lock from its start, on both databases
 * alike (decision 0015): what it reads cannot change before it writes. Within another one it is a part of
 * it, that is undone alone when it fails. `work` may run again when PostgreSQL breaks the transaction off.
 */
export async function writeTransaction<T>(db: RegisterDatabase, work: Work<T>): Promise<T> {
	if (writing.has(db)) return await partOfTransaction(db, work);
	return await againWhenBrokenOff(() =>
		db.connection().execute(async (connection) => {
			await begin(connection);
			const left: LeftForTheEnd[] = [];
			writing.set(connection, left);
			try {
				const result = await work(connection);
				for (const [closing, some] of Map.groupBy(left, (one) => one.closing)) {
					await closing(connection, some.map(({ item }) => item) as never[]);
				}
				await run(connection, 'commit');
				return result;
			} catch (error) {
				// A connection that is gone cannot roll back: its database does so by itself.
				await run(connection, 'rollback').catch(() => undefined);
				throw error;
			} finally {
				writing.delete(connection);
			}
		}),
	);
}

/**
 * Leaves an item for the end of the transaction; without one the work is done at once. An item of a part that is
 * undone is forgotten.
 */
export async function atEnd<Item>(db: RegisterDatabase, closing: Closing<Item>, item: Item): Promise<void> {
	const left = writing.get(db);
	if (left) left.push({ closing, item });
	else await closing(db, [item]);
}

const run = async (on: RegisterDatabase, statement: string): Promise<void> =>
	void (await on.executeQuery(CompiledQuery.raw(statement)));

async function begin(connection: RegisterDatabase): Promise<void> {
	if (!isPostgres(connection)) {
		// SQLite's default lets two readers both decide to write, and one of them then fails.
		await whenUnlocked(async () => await run(connection, 'begin immediate'));
		return;
	}
	// Read committed, so that what is read after the lock was got is what the last writer left.
	await run(connection, 'begin isolation level read committed');
	try {
		await run(
			connection,
			"select pg_advisory_xact_lock(hashtext('n8n-nodes-regie'), hashtext(current_schema()))",
		);
	} catch (error) {
		await run(connection, 'rollback').catch(() => undefined);
		throw error;
	}
}

// Every item of a run is a part: building these anew each time took as long as what they do.
const PART = {
	begin: CompiledQuery.raw('savepoint part'),
	undo: CompiledQuery.raw('rollback to part'),
	end: CompiledQuery.raw('release part'),
};

async function partOfTransaction<T>(transaction: RegisterDatabase, work: Work<T>): Promise<T> {
	const left = writing.get(transaction)!;
	const before = left.length;
	await transaction.executeQuery(PART.begin);
	let result: T;
	try {
		result = await work(transaction);
	} catch (error) {
		left.length = before;
		await transaction.executeQuery(PART.undo).catch(() => undefined);
		await transaction.executeQuery(PART.end).catch(() => undefined);
		throw error;
	}
	await transaction.executeQuery(PART.end);
	return result;
}

const ATTEMPTS = 3;
/** serialization_failure and deadlock_detected: somebody else's SQL was in the way, and all was undone. */
const BROKEN_OFF = new Set(['40001', '40P01']);

async function againWhenBrokenOff<T>(attempt: () => Promise<T>): Promise<T> {
	for (let left = ATTEMPTS - 1; ; left--) {
		try {
			return await attempt();
		} catch (error) {
			if (left === 0 || !BROKEN_OFF.has((error as { code?: string } | null)?.code ?? '')) throw error;
		}
	}
}
