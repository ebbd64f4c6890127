import type { RegisterDatabase } from './database';
import { writeTransaction } from './database';
import type { Outbox, OutgoingMail, OutboxVerdict } from './outbox';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The outbox in the register's database, see `Outbox`. */
export class OutboxTableStore implements Outbox {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async reserve(mail: OutgoingMail, maxPerDay: number): Promise<OutboxVerdict> {
		return await writeTransaction(this.db, async (db) => {
			const known = await db
				.selectFrom('outbox')
				.select('state')
				.where('key', '=', mail.key)
				.executeTakeFirst();
			if (known?.state === 'sent') return 'sent';
			if (known?.state === 'handing-over') return 'doubtful';
			const now = this.now();
			const { count } = await db
				.selectFrom('outbox')
				.select((row) => row.fn.countAll<number>().as('count'))
				.where('recipient', '=', mail.recipient)
				.where('state', 'in', ['sent', 'handing-over'])
				.where('updated_at', '>', new Date(now.getTime() - DAY_MS).toISOString())
				.executeTakeFirstOrThrow();
			if (Number(count) >= maxPerDay) return 'limited';
			const moment = now.toISOString();
			await db
				.insertInto('outbox')
				.values({
					key: mail.key,
					reference: mail.reference,
					recipient: mail.recipient,
					subject: mail.subject,
					message_id: mail.messageId,
					state: 'reserved',
					attempts: 1,
					reason: null,
					created_at: moment,
					updated_at: moment,
				})
				.onConflict((conflict) =>
					conflict.column('key').doUpdateSet((row) => ({
						state: 'reserved',
						attempts: row('outbox.attempts', '+', 1),
						updated_at: moment,
					})),
				)
				.execute();
			return 'send';
		});
	}

	async handingOver(key: string): Promise<void> {
		await this.move(key, 'handing-over', null);
	}

	async sent(key: string): Promise<void> {
		await this.move(key, 'sent', null);
	}

	async failed(key: string, reason: string): Promise<void> {
		await this.move(key, 'failed', reason);
	}

	private async move(key: string, state: string, reason: string | null): Promise<void> {
		await writeTransaction(this.db, (db) =>
			db
				.updateTable('outbox')
				.set({ state, reason, updated_at: this.now().toISOString() })
				.where('key', '=', key)
				.execute(),
		);
	}
}
