import { addressKey } from '../../domain/address';
import type { RegisterDatabase } from '../database';
import { LinksTableStore } from '../links-table';
import type { OutboxState } from '../outbox';
import { rowOf } from '../signal-lookup';
import { toSignals } from '../signal-rows';
import { GONE, isFromPerson } from './candidates';
import { stoppedAmong } from './stops';
import {
	questionKey,
	type InvitationOutcome,
	type InvitationRefusal,
	type InvitationTerms,
} from './satisfaction';

const DAY_MS = 86_400_000;

/** See `Satisfaction.invite`. Call it in a write transaction. */
export async function inviteCustomer(
	db: RegisterDatabase,
	reference: string,
	{ oncePerDays, validDays }: InvitationTerms,
	now: Date,
): Promise<InvitationOutcome> {
	const row = await rowOf(db, reference);
	const [signal] = await toSignals(db, [row]);
	const refused = (refusal: InvitationRefusal): InvitationOutcome => ({ invitation: null, refusal });
	if (row.status !== 'afgesloten') return refused('not-closed');
	if (row.duplicate_of) return refused('duplicate');
	if (!row.customer_email) return refused('no-address');
	if (!isFromPerson(signal!)) return refused('automatic-sender');
	const idempotencyKey = questionKey(reference);
	if (await isAsked(db, row.id, idempotencyKey)) return refused('asked');
	const customer = addressKey(row.customer_email);
	if ((await stoppedAmong(db, [row])).has(row.id)) return refused('stopped');
	if (!(await takeTurn(db, customer, row.id, oncePerDays, now))) return refused('too-soon');

	const validUntil = new Date(now.getTime() + validDays * DAY_MS).toISOString();
	const invited = { customer, invited_at: now.toISOString(), valid_until: validUntil };
	await db
		.insertInto('satisfaction')
		.values({ signal_id: row.id, mail_key: idempotencyKey, ...invited })
		.onConflict((conflict) => conflict.column('signal_id').doUpdateSet(invited))
		.execute();
	const { token } = await new LinksTableStore(db, () => now).issue({
		purpose: 'satisfaction',
		subject: reference,
		party: customer,
		validUntil,
		singleUse: true,
	});
	return {
		invitation: { reference, to: row.customer_email, token, validUntil, idempotencyKey },
		refusal: null,
	};
}

async function isAsked(db: RegisterDatabase, signalId: string, mailKey: string): Promise<boolean> {
	const asked = await db
		.selectFrom('satisfaction')
		.select('answer')
		.where('signal_id', '=', signalId)
		.executeTakeFirst();
	if (asked?.answer) return true;
	const mail = await db.selectFrom('outbox').select('state').where('key', '=', mailKey).executeTakeFirst();
	return mail !== undefined && GONE.includes(mail.state as OutboxState);
}

/** Gives the customer his turn, unless he had one about another signal within the period: the database decides. */
async function takeTurn(
	db: RegisterDatabase,
	customer: string,
	signalId: string,
	oncePerDays: number,
	now: Date,
): Promise<boolean> {
	const turn = { signal_id: signalId, invited_at: now.toISOString() };
	const longAgo = new Date(now.getTime() - oncePerDays * DAY_MS).toISOString();
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('satisfaction_turns')
		.values({ customer, ...turn })
		.onConflict((conflict) =>
			conflict
				.column('customer')
				.doUpdateSet(turn)
				.where((where) =>
					where.or([
						where('satisfaction_turns.invited_at', '<=', longAgo),
						where('satisfaction_turns.signal_id', '=', signalId),
					]),
				),
		)
		.executeTakeFirst();
	return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
