import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod/v4';
import { writeTransaction, type RegisterDatabase } from './database';
import type { PdcVersionTable } from './pdc-schema';
import { RegisterError } from './register-error';

/** What is kept in versions: items of the catalogue, standard explanations, and announcements. */
export type PdcCollection = 'item' | 'uitleg' | 'aankondiging';

/** One version of something in the catalogue. */
export interface Version<T> {
	code: string;
	version: number;
	content: T;
	changedAt: string;
	changedBy: string;
	reason: string;
	/** Number of the change notice that it came from; null when it came in another way. */
	notice: string | null;
}

/** Who makes a version, and why. */
export interface VersionMaker {
	by: string;
	reason: string;
	notice?: string;
	/** The version it starts from, 0 for none: fails when there is a newer one. */
	onVersion?: number;
}

/** Keeps one collection of the catalogue. Nothing is ever overwritten: every change is a version more. */
export class VersionedStore<T extends { code: string }> {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
		private readonly collection: PdcCollection,
		private readonly schema: z.ZodType<T>,
	) {}

	/** The newest version; null when there is nothing with this code. */
	async find(code: string): Promise<Version<T> | null> {
		const row = await this.versionsOf(code).executeTakeFirst();
		return row ? this.read(row) : null;
	}

	/** @throws RegisterError when there is nothing with this code */
	async get(code: string): Promise<Version<T>> {
		const found = await this.find(code);
		if (found) return found;
		throw new RegisterError(
			`There is no ${this.collection} ${code || '(empty)'} in the catalogue.`,
			'Check the code, and that the node uses the right register credential.',
		);
	}

	/** Newest first; empty when there is nothing with this code. */
	async history(code: string): Promise<Version<T>[]> {
		return (await this.versionsOf(code).execute()).map((row) => this.read(row));
	}

	/** The newest version of everything, by code. */
	async list(): Promise<Version<T>[]> {
		const rows = await this.db
			.selectFrom('pdc_versions as this')
			.selectAll()
			.where('collection', '=', this.collection)
			.where('version', '=', (nested) =>
				nested
					.selectFrom('pdc_versions as all')
					.select((row) => row.fn.max('all.version').as('last'))
					.where('all.collection', '=', this.collection)
					.whereRef('all.code', '=', 'this.code'),
			)
			.orderBy('code')
			.execute();
		return rows.map((row) => this.read(row));
	}

	/** Versions that were made from this moment on (ISO 8601, UTC), oldest first. */
	async changedSince(moment: string): Promise<Version<T>[]> {
		const rows = await this.db
			.selectFrom('pdc_versions')
			.selectAll()
			.where('collection', '=', this.collection)
			.where('changed_at', '>=', moment)
			.orderBy('changed_at')
			.orderBy('code')
			.orderBy('version')
			.execute();
		return rows.map((row) => this.read(row));
	}

	/**
	 * Adds a version, unless the newest one is the same: then that one comes back.
	 * @throws RegisterError when there is a newer version than `onVersion`
	 */
	async put(input: T, { by, reason, notice, onVersion }: VersionMaker): Promise<Version<T>> {
		const content = this.schema.parse(input);
		return await writeTransaction(this.db, async (db) => {
			const newest = await new VersionedStore(db, this.now, this.collection, this.schema).find(content.code);
			const last = newest?.version ?? 0;
			if (onVersion !== undefined && onVersion !== last) {
				throw new RegisterError(
					`${content.code} has version ${last} by now, and this change starts from version ${onVersion}.`,
					'Get the item anew, look at what changed, and make the change on that.',
				);
			}
			if (newest && isDeepStrictEqual(newest.content, content)) return newest;
			const row: PdcVersionTable = {
				collection: this.collection,
				code: content.code,
				version: last + 1,
				content: JSON.stringify(content),
				changed_at: this.now().toISOString(),
				changed_by: by,
				reason,
				notice: notice ?? null,
			};
			await db.insertInto('pdc_versions').values(row).execute();
			return this.read(row);
		});
	}

	private versionsOf(code: string) {
		return this.db
			.selectFrom('pdc_versions')
			.selectAll()
			.where('collection', '=', this.collection)
			.where('code', '=', code)
			.orderBy('version', 'desc');
	}

	private read(row: PdcVersionTable): Version<T> {
		return {
			code: row.code,
			version: row.version,
			content: this.schema.parse(JSON.parse(row.content)),
			changedAt: row.changed_at,
			changedBy: row.changed_by,
			reason: row.reason,
			notice: row.notice,
		};
	}
}
