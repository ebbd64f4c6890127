import { addressKey } from '../domain/address';
import { logAction } from './actions';
import type { RegisterDatabase } from './database';
import { writeTransaction } from './database';
import { rememberMailId } from './mail-ids';
import type {
	Outbox,
	OutboxState,
	OutboxVerdict,
	OutgoingMail,
	OutgoingRecord,
	ReleasedMail,
	SendLimits,
} from './outbox';
import { dropOutgoing, listOutgoing, releasedMails, releaseOutgoing } from './outbox-desk';
import { reachedLimit } from './outbox-limits';
import { hasTextAgain } from './personal-data/text-again';
import { RegisterError } from './register-error';
import { mailSent } from './updates/told';

/** The outbox in the register's database, see `Outbox`. */
export class OutboxTableStore implements Outbox {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async messageIdOf(key: string): Promise<string | null> {
		const mail = await this.db
			.selectFrom('outbox')
			.select('message_id')
			.where('key', '=', key)
			.executeTakeFirst();
		return mail?.message_id ?? null;
	}

	async reserve(mail: OutgoingMail, limits: SendLimits): Promise<OutboxVerdict> {
		return await writeTransaction(this.db, async (db) => {
			const known = await db
				.selectFrom('outbox')
				.select(['state', 'reason'])
				.where('key', '=', mail.key)
				.executeTakeFirst();
			const state = known?.state as OutboxState | undefined;
			if (state === 'sent' || state === 'doubtful' || state === 'dropped') return { decision: state };
			const to = mail.envelope.to.join(', ');
			if (state === 'handing-over') {
				await this.put(db, mail, 'doubtful', null);
				await this.log(
					db,
					mail.reference,
					`Onzeker of de mail aan ${to} is verstuurd: het versturen werd afgebroken. Controleer het, en geef de mail vrij of schrap hem.`,
				);
				return { decision: 'doubtful' };
			}
			if (state === 'released') {
				await this.put(db, mail, 'released', null);
				return { decision: 'send' };
			}
			const reached = await reachedLimit(db, mail.envelope.to, limits, this.now());
			if (!reached) {
				await this.put(db, mail, 'reserved', null);
				return { decision: 'send' };
			}
			await this.put(db, mail, 'limited', reached.reason);
			if (state !== 'limited') {
				await this.log(db, mail.reference, `Geen mail verstuurd aan ${to}: ${reached.reason}.`);
			}
			return { decision: 'limited', ...reached };
		});
	}

	async handingOver(key: string): Promise<void> {
		await writeTransaction(this.db, async (db) => {
			// In one step with the look: of two runs with the same mail only one may offer it.
			if (await this.move(db, key, ['reserved', 'released'], 'handing-over', null)) return;
			throw new RegisterError(
				`Another run has taken up the mail ${key} in the meantime, so it was not sent here.`,
				'Nothing is lost: run the workflow again to see what became of it.',
			);
		});
	}

	async sent(key: string, refused: readonly string[] = []): Promise<void> {
		const reason = refused.length > 0 ? `niet aangenomen voor ${refused.join(', ')}` : null;
		await writeTransaction(this.db, async (db) => {
			await this.move(db, key, ['handing-over', 'doubtful'], 'sent', reason);
			await db.deleteFrom('outbox_messages').where('key', '=', key).execute();
			const mail = await db
				.selectFrom('outbox')
				.select(['reference', 'recipient', 'subject'])
				.where('key', '=', key)
				.executeTakeFirstOrThrow();
			const but = reason ? `, maar ${reason}` : '';
			await this.log(db, mail.reference, `Mail gestuurd aan ${mail.recipient}${but}: ${mail.subject}`);
			await mailSent(db, key, await signalIdOf(db, mail.reference), this.now());
		});
	}

	async failed(key: string, reason: string): Promise<void> {
		await writeTransaction(this.db, (db) => this.move(db, key, ['handing-over'], 'failed', reason));
	}

	async list(states: readonly OutboxState[], limit: number): Promise<OutgoingRecord[]> {
		return await listOutgoing(this.db, states, limit, this.now());
	}

	async release(key: string, actor: string): Promise<OutgoingRecord> {
		return await writeTransaction(this.db, (db) => releaseOutgoing(db, key, actor, this.now()));
	}

	async drop(key: string, actor: string): Promise<OutgoingRecord> {
		return await writeTransaction(this.db, (db) => dropOutgoing(db, key, actor, this.now()));
	}

	async released(limit: number): Promise<ReleasedMail[]> {
		return await releasedMails(this.db, limit);
	}

	/** Writes the mail down in this state, or gives the one that is there this state. */
	private async put(
		db: RegisterDatabase,
		mail: OutgoingMail,
		state: OutboxState,
		reason: string | null,
	): Promise<void> {
		const moment = this.now().toISOString();
		const { key, envelope } = mail;
		await db
			.insertInto('outbox')
			.values({
				key,
				reference: mail.reference,
				recipient: envelope.to.join(', '),
				subject: mail.subject,
				message_id: mail.messageId,
				state,
				attempts: 1,
				reason,
				created_at: moment,
				updated_at: moment,
			})
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet((row) => ({
					state,
					reason,
					message_id: mail.messageId,
					attempts: row('outbox.attempts', '+', 1),
					updated_at: moment,
				})),
			)
			.execute();
		const message = { envelope: JSON.stringify(envelope), source: mail.source.toString('base64') };
		await db
			.insertInto('outbox_messages')
			.values({ key, ...message })
			.onConflict((conflict) => conflict.column('key').doUpdateSet(message))
			.execute();
		await db
			.insertInto('outbox_recipients')
			.values([...new Set(envelope.to.map(addressKey))].map((address) => ({ key, address })))
			.onConflict((conflict) => conflict.columns(['key', 'address']).doNothing())
			.execute();
		const signalId = await signalIdOf(db, mail.reference);
		if (!signalId) return;
		await rememberMailId(db, mail.messageId, signalId);
		await hasTextAgain(db, signalId);
	}

	/** Moves the mail when it is in one of these states; tells whether it was. */
	private async move(
		db: RegisterDatabase,
		key: string,
		from: readonly OutboxState[],
		state: OutboxState,
		reason: string | null,
	): Promise<boolean> {
		const { numUpdatedRows } = await db
			.updateTable('outbox')
			.set({ state, reason, updated_at: this.now().toISOString() })
			.where('key', '=', key)
			.where('state', 'in', from)
			.executeTakeFirst();
		return numUpdatedRows > 0n;
	}

	/** Adds a line to what was done for the signal, when the mail belongs to one that is registered. */
	private async log(db: RegisterDatabase, reference: string | null, text: string): Promise<void> {
		const signalId = await signalIdOf(db, reference);
		if (signalId) await logAction(db, signalId, this.now(), { kind: 'mail', actor: 'outbox', text });
	}
}

async function signalIdOf(db: RegisterDatabase, reference: string | null): Promise<string | undefined> {
	if (!reference) return undefined;
	const signal = await db
		.selectFrom('signals')
		.select('id')
		.where('reference', '=', reference)
		.executeTakeFirst();
	return signal?.id;
}
