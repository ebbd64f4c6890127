import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { announcementSchema, seenSchema, type Announcement, type Seen } from '../domain/pdc/announcement';
import type { RegisterDatabase } from './database';
import { VersionedStore } from './pdc-versions';

/** A mail to a customer group, or to who approves, as it was made: it goes out in these words, or never. */
export interface AnnouncementMail {
	/** Idempotency key for the outbox. */
	key: string;
	/** As `addressKey` gives it. */
	recipient: string;
	content: MailContent;
	/** ISO 8601 in UTC. */
	madeAt: string;
	/** As the outbox has it; null while that is not known. */
	outcome: string | null;
}

const mailContentSchema = z.object({
	subject: z.string(),
	text: z.string(),
	/** Codes of the announcements it is about. */
	codes: z.array(z.string()),
});
export type MailContent = z.output<typeof mailContentSchema>;

/** What one recipient was told of one announcement last. */
export interface ToldBefore {
	version: number;
	seen: Seen;
}

/** - `bericht`: to a customer group; - `vraag`: to who approves. */
type MailKind = 'bericht' | 'vraag';

/** Planned work and disturbances, who was told what of them, and by which mail. */
export class PdcAnnouncements {
	/** Nothing is overwritten: what changes at a supplier, and what a person decides, is a version more. */
	readonly versions: VersionedStore<Announcement>;

	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {
		this.versions = new VersionedStore(db, now, 'aankondiging', announcementSchema);
	}

	/** What this recipient was told last, by code. */
	async toldTo(recipient: string): Promise<Map<string, ToldBefore>> {
		const rows = await this.db
			.selectFrom('announcement_told')
			.selectAll()
			.where('recipient', '=', recipient)
			.execute();
		return new Map(
			rows.map(({ code, version, seen }) => [code, { version, seen: seenSchema.parse(JSON.parse(seen)) }]),
		);
	}

	/**
	 * Keeps a mail to a customer group before it goes out, with what it tells. From then on these count as told: the
	 * mail is given again, in the same words and with the same key, until its outcome is known.
	 * @param daily it is the mail of this day about planned work
	 */
	async addMail(
		recipient: string,
		content: MailContent,
		told: ReadonlyMap<string, ToldBefore>,
		daily: boolean,
	): Promise<AnnouncementMail> {
		const { count } = await this.db
			.selectFrom('announcement_mails')
			.select((query) => query.fn.countAll().as('count'))
			.where('recipient', '=', recipient)
			.executeTakeFirstOrThrow();
		// In the order in which they were made, also within one millisecond.
		const serial = String(Number(count) + 1).padStart(6, '0');
		const key = `aankondiging:${serial}:${randomUUID()}`;
		const mail = await this.add('bericht', key, recipient, content, daily);
		for (const [code, { version, seen }] of told) {
			const row = { recipient, code, version, seen: JSON.stringify(seen), mail_key: mail.key };
			await this.db
				.insertInto('announcement_told')
				.values(row)
				.onConflict((conflict) => conflict.columns(['recipient', 'code']).doUpdateSet(row))
				.execute();
		}
		return mail;
	}

	/** Mails to this customer group of which it is not known whether they went out, oldest first. */
	async underWay(recipient: string): Promise<AnnouncementMail[]> {
		const rows = await this.mails('bericht', recipient).where('outcome', 'is', null).execute();
		return rows.map(readMail);
	}

	/** When the last mail of a day about planned work was made; null when there was none. */
	async lastDaily(recipient: string): Promise<string | null> {
		const row = await this.db
			.selectFrom('announcement_mails')
			.select((query) => query.fn.max('made_at').as('last'))
			.where('recipient', '=', recipient)
			.where('kind', '=', 'bericht')
			.where('daily', '=', 1)
			.executeTakeFirst();
		return row?.last ?? null;
	}

	/** Keeps a question to who approves; one with this key that was there already comes back as it was. */
	async addQuestion(key: string, recipient: string, content: MailContent): Promise<AnnouncementMail> {
		const known = await this.db
			.selectFrom('announcement_mails')
			.selectAll()
			.where('key', '=', key)
			.executeTakeFirst();
		return known ? readMail(known) : await this.add('vraag', key, recipient, content, false);
	}

	/** The outbox has this mail. False when the key is of none. */
	async recordOutcome(key: string, outcome: string): Promise<boolean> {
		const { numUpdatedRows } = await this.db
			.updateTable('announcement_mails')
			.set({ outcome })
			.where('key', '=', key)
			.executeTakeFirst();
		return numUpdatedRows > 0n;
	}

	private mails(kind: MailKind, recipient: string) {
		return this.db
			.selectFrom('announcement_mails')
			.selectAll()
			.where('recipient', '=', recipient)
			.where('kind', '=', kind)
			.orderBy('made_at')
			.orderBy('key');
	}

	private async add(
		kind: MailKind,
		key: string,
		recipient: string,
		content: MailContent,
		daily: boolean,
	): Promise<AnnouncementMail> {
		const madeAt = this.now().toISOString();
		const row = { key, kind, recipient, daily: daily ? 1 : 0, content: JSON.stringify(content) };
		await this.db
			.insertInto('announcement_mails')
			.values({ ...row, made_at: madeAt, outcome: null })
			.execute();
		return { key, recipient, content, madeAt, outcome: null };
	}
}

/** Forgets what this address was told of planned work and disturbances, and the mails by which. */
export async function forgetTold(db: RegisterDatabase, recipient: string): Promise<void> {
	await db.deleteFrom('announcement_told').where('recipient', '=', recipient).execute();
	await db.deleteFrom('announcement_mails').where('recipient', '=', recipient).execute();
}

const readMail = (row: {
	key: string;
	recipient: string;
	content: string;
	made_at: string;
	outcome: string | null;
}): AnnouncementMail => ({
	key: row.key,
	recipient: row.recipient,
	content: mailContentSchema.parse(JSON.parse(row.content)),
	madeAt: row.made_at,
	outcome: row.outcome,
});
