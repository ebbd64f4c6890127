import type { Selectable } from 'kysely';
import { addressKey } from '../domain/address';
import { followUpAction, followUpSchema, toFollowUp, type FollowUp } from '../domain/follow-up';
import type { Signal, Status } from '../domain/signal';
import { statusAfterAnswer } from '../domain/status';
import { logAction } from './actions';
import { claimed, UNCLAIMED, type Claim } from './claims';
import type { Belonging } from './conversation';
import { customerAnswered, isFromCustomer } from './customer-answers';
import type { RegisterDatabase } from './database';
import { rememberMailId } from './mail-ids';
import { markReported } from './outbox-bounce';
import { RegisterError } from './register-error';
import type { FollowUpTable } from './schema';
import { indexSignal } from './search-index';
import { moveStatus } from './status-moves';
import { supplierHeard } from './updates/marks';

export type FollowUpRow = Selectable<FollowUpTable>;

/** Writes a mail down as a follow-up of a signal: its action, and the status it brings about. */
export async function addFollowUp(
	db: RegisterDatabase,
	mail: Signal,
	{ row, evidence, knownSender }: Belonging,
	claim: Claim,
	now: Date,
): Promise<FollowUp> {
	const followUp = toFollowUp(mail, evidence, knownSender);
	await db
		.insertInto('follow_ups')
		.values({
			id: mail.id,
			signal_id: row.id,
			source_key: mail.source.key,
			registered_at: now.toISOString(),
			// Who sends automatic mail is nobody to take an answer from.
			sender: followUp.kind === 'person' ? senderKey(mail) : null,
			follow_up: JSON.stringify(followUp),
			content: JSON.stringify(mail),
			handled_at: null,
			...claimed(claim, now),
		})
		.execute();
	await rememberMailId(db, mail.source.messageId, row.id);
	await indexSignal(db, row.id);
	await logAction(db, row.id, now, { ...followUpAction(followUp), actor: claim.by });
	if (mail.flags.bounce) await markReported(db, mail, now);
	if (followUp.kind !== 'person') return followUp;
	if (await isFromCustomer(db, row, mail)) {
		await customerAnswered(db, row, mail.text, claim.by, now);
	} else {
		await supplierHeard(db, row.id, now);
		await moveStatus(db, row, statusAfterAnswer(row.status as Status), claim.by, now);
	}
	return followUp;
}

function senderKey({ source, customer }: Signal): string | null {
	const email = source.forwardedBy?.email ?? customer.email;
	return email && addressKey(email);
}

export const readFollowUp = ({ follow_up }: FollowUpRow): FollowUp =>
	followUpSchema.parse(JSON.parse(follow_up));

/** The mails about this signal that came after its own, oldest first. */
export async function followUpsOf(db: RegisterDatabase, signalId: string): Promise<FollowUp[]> {
	const rows = await db
		.selectFrom('follow_ups')
		.selectAll()
		.where('signal_id', '=', signalId)
		.orderBy('registered_at')
		.orderBy('id')
		.execute();
	return rows.map(readFollowUp);
}

/** The row with this id or source key, if there is one. */
export const findFollowUp = async (db: RegisterDatabase, column: 'id' | 'source_key', value: string) =>
	await db.selectFrom('follow_ups').selectAll().where(column, '=', value).executeTakeFirst();

export async function claimFollowUp(
	db: RegisterDatabase,
	id: string,
	claim: Claim,
	now: Date,
): Promise<void> {
	await db.updateTable('follow_ups').set(claimed(claim, now)).where('id', '=', id).execute();
}

/** Finishes a follow-up: its mail may be put away. Doing it again changes nothing. */
export async function completeFollowUp(db: RegisterDatabase, id: string, now: Date): Promise<FollowUpRow> {
	const row = await existing(db, id);
	if (!row.handled_at) {
		await db
			.updateTable('follow_ups')
			.set({ handled_at: now.toISOString(), failures: 0, ...UNCLAIMED })
			.where('id', '=', id)
			.execute();
	}
	return row;
}

/** Lets go of the claim after a failure, so that the next run tries again. */
export async function releaseFollowUp(db: RegisterDatabase, id: string): Promise<void> {
	await existing(db, id);
	await db
		.updateTable('follow_ups')
		.set((row) => ({ ...UNCLAIMED, failures: row('failures', '+', 1) }))
		.where('id', '=', id)
		.execute();
}

async function existing(db: RegisterDatabase, id: string): Promise<FollowUpRow> {
	const row = await findFollowUp(db, 'id', id);
	if (row) return row;
	throw new RegisterError(
		`There is no follow-up ${id || '(empty)'} in the register.`,
		'Take the ID from followUp.id, as the Follow-Up output of Register gives it, and check that the node uses the right register credential.',
	);
}
