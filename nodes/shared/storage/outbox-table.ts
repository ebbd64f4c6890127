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
			if (known?.state === 'sent' || known?.state === 'doubtful') return known.state;
			if (known?.state === 'handing-over') {
				await this.put(db, mail, 'doubtful');
				await this.log(
					db,
					mail.reference,
					`Onzeker of de mail aan ${mail.recipient} is verstuurd: het versturen werd afgebroken. Controleer het en stuur hem zo nodig zelf.`,
				);
				return 'doubtful';
			}
			if ((await this.sentInADay(db, mail.recipient)) < maxPerDay) {
				await this.put(db, mail, 'reserved');
				return 'send';
			}
			if (known?.state !== 'limited') {
				await this.put(db, mail, 'limited');
				await this.log(
					db,
					mail.reference,
					`Geen mail verstuurd: ${mail.recipient} kreeg vandaag al ${maxPerDay} mails.`,
				);
			}
			return 'limited';
		});
	}

	async handingOver(key: string): Promise<void> {
		await writeTransaction(this.db, (db) => this.move(db, key, 'handing-over', null));
	}

	async sent(key: string): Promise<void> {
		await writeTransaction(this.db, async (db) => {
			await this.move(db, key, 'sent', null);
			const mail = await db
				.selectFrom('outbox')
				.select(['reference', 'recipient', 'subject'])
				.where('key', '=', key)
				.executeTakeFirstOrThrow();
			await this.log(db, mail.reference, `Mail gestuurd aan ${mail.recipient}: ${mail.subject}`);
		});
	}

	async failed(key: string, reason: string): Promise<void> {
		await writeTransaction(this.db, (db) => this.move(db, key, 'failed', reason));
	}

	private async sentInADay(db: RegisterDatabase, recipient: string): Promise<number> {
		const { count } = await db
			.selectFrom('outbox')
			.select((row) => row.fn.countAll<number>().as('count'))
			.where('recipient', '=', recipient)
			.where('state', 'in', ['sent', 'handing-over', 'doubtful'])
			.where('updated_at', '>', new Date(this.now().getTime() - DAY_MS).toISOString())
			.executeTakeFirstOrThrow();
		return Number(count);
	}

	/** Writes the mail down in this state, or gives the one that is there this state. */
	private async put(db: RegisterDatabase, mail: OutgoingMail, state: string): Promise<void> {
		const moment = this.now().toISOString();
		await db
			.insertInto('outbox')
			.values({
				key: mail.key,
				reference: mail.reference,
				recipient: mail.recipient,
				subject: mail.subject,
				message_id: mail.messageId,
				state,
				attempts: 1,
				reason: null,
				created_at: moment,
				updated_at: moment,
			})
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet((row) => ({
					state,
					attempts: row('outbox.attempts', '+', 1),
					updated_at: moment,
				})),
			)
			.execute();
	}

	private async move(db: RegisterDatabase, key: string, state: string, reason: string | null): Promise<void> {
		await db
			.updateTable('outbox')
			.set({ state, reason, updated_at: this.now().toISOString() })
			.where('key', '=', key)
			.execute();
	}

	/** Adds a line to what was done for the signal, when the mail belongs to one that is registered. */
	private async log(db: RegisterDatabase, reference: string | null, text: string): Promise<void> {
		const signal = await db
			.selectFrom('signals')
			.select('id')
			.where('reference', '=', reference)
			.executeTakeFirst();
		if (!signal) return;
		await db
			.insertInto('actions')
			.values({ signal_id: signal.id, at: this.now().toISOString(), kind: 'mail', actor: 'outbox', text })
			.execute();
	}
}
