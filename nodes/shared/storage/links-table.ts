import type { Selectable } from 'kysely';
import { writeTransaction, type RegisterDatabase } from './database';
import { newLinkToken, readLinkToken, sameHash } from './link-token';
import {
	newLinkSchema,
	type Link,
	type LinkLook,
	type LinkPurpose,
	type Links,
	type LinkUse,
	type NewLink,
} from './links';
import type { LinkTable } from './schema';

type LinkRow = Selectable<LinkTable>;

/** The links in the register's database, see `Links`. */
export class LinksTableStore implements Links {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async issue(input: NewLink): Promise<{ token: string }> {
		const { purpose, subject, party, validUntil, singleUse, data } = newLinkSchema.parse(input);
		const { token, id, hash } = newLinkToken(await keyOf(this.db), purpose);
		await this.db
			.insertInto('links')
			.values({
				id,
				hash,
				purpose,
				subject,
				party,
				data: JSON.stringify(data),
				single_use: singleUse ? 1 : 0,
				created_at: this.now().toISOString(),
				valid_until: new Date(validUntil).toISOString(),
				used_at: null,
			})
			.execute();
		return { token };
	}

	async look(token: string, purpose: LinkPurpose): Promise<LinkLook> {
		return judged(await findRow(this.db, token, purpose), this.now());
	}

	async use<T>(
		token: string,
		purpose: LinkPurpose,
		work: (link: Link, db: RegisterDatabase) => Promise<T>,
	): Promise<LinkUse<T>> {
		return await writeTransaction(this.db, async (db) => {
			const row = await findRow(db, token, purpose);
			const looked = judged(row, this.now());
			if (looked.state !== 'valid') return looked;
			if (!(await take(db, row!, this.now()))) {
				// Another use came in between; its moment is there when the row is read again.
				return judged(await findRow(db, token, purpose), this.now()) as LinkUse<T>;
			}
			return { ...looked, result: await work(looked.link, db) };
		});
	}
}

/** Writes down that the link is used, unless it was used in the meantime and may be so once only. */
async function take(db: RegisterDatabase, { id }: LinkRow, now: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('links')
		.set({ used_at: now.toISOString() })
		.where('id', '=', id)
		.where((where) => where.or([where('single_use', '=', 0), where('used_at', 'is', null)]))
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

async function findRow(
	db: RegisterDatabase,
	token: string,
	purpose: LinkPurpose,
): Promise<LinkRow | undefined> {
	const read = readLinkToken(await keyOf(db), purpose, token);
	if (!read) return undefined;
	const row = await db.selectFrom('links').selectAll().where('id', '=', read.id).executeTakeFirst();
	return row && row.purpose === purpose && sameHash(row.hash, read.hash) ? row : undefined;
}

function judged(row: LinkRow | undefined, now: Date): LinkLook {
	if (!row) return { state: 'invalid', link: null };
	const link: Link = {
		purpose: row.purpose as LinkPurpose,
		subject: row.subject,
		party: row.party,
		data: JSON.parse(row.data) as Link['data'],
		singleUse: row.single_use === 1,
		createdAt: row.created_at,
		validUntil: row.valid_until,
		usedAt: row.used_at,
	};
	if (link.singleUse && link.usedAt) return { state: 'used', link };
	return { state: row.valid_until <= now.toISOString() ? 'expired' : 'valid', link };
}

async function keyOf(db: RegisterDatabase): Promise<Buffer> {
	const { key } = await db
		.selectFrom('link_keys')
		.select('key')
		.where('name', '=', 'current')
		.executeTakeFirstOrThrow();
	return Buffer.from(key, 'base64');
}
