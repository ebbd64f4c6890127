import { followUpSchema } from '../../domain/follow-up';
import type { RegisterDatabase } from '../database';
import { toOutgoingRecord } from '../outbox-desk';
import { toSignals } from '../signal-rows';
import type { PersonalDataExport } from './personal-data';
import { followUpsFrom, mailsTo, mentionedIn, signalsOf } from './person';

/** All that the register holds of a person, see `PersonalData.export`. */
export async function personalDataOf(
	db: RegisterDatabase,
	email: string,
	now: Date,
): Promise<PersonalDataExport> {
	const signals = await toSignals(db, await signalsOf(db, email));
	const followUps = (await followUpsFrom(db, email)).map(({ follow_up, reference }) => ({
		...followUpSchema.parse(JSON.parse(follow_up)),
		reference,
	}));
	const answers = await db
		.selectFrom('satisfaction')
		.innerJoin('signals', 'signals.id', 'satisfaction.signal_id')
		.select(['signals.reference', 'satisfaction.invited_at', 'satisfaction.answer'])
		.select(['satisfaction.remark', 'satisfaction.answered_at'])
		.where('satisfaction.customer', '=', email)
		.orderBy('satisfaction.invited_at')
		.execute();
	const stop = await db
		.selectFrom('update_stops')
		.select('at')
		.where('customer', '=', email)
		.executeTakeFirst();
	const own = new Set([
		...signals.map(({ reference }) => reference!),
		...followUps.map((one) => one.reference),
	]);
	return {
		email,
		createdAt: now.toISOString(),
		signals,
		followUps,
		mails: await mailRecords(db, await mailsTo(db, email), now),
		satisfaction: answers.map(({ reference, invited_at, answer, remark, answered_at }) => ({
			reference,
			invitedAt: invited_at,
			answer,
			remark,
			answeredAt: answered_at,
		})),
		stoppedUpdatesAt: stop?.at ?? null,
		mentionedIn: await mentionedIn(db, email, own),
	};
}

async function mailRecords(db: RegisterDatabase, keys: readonly string[], now: Date) {
	if (keys.length === 0) return [];
	const rows = await db
		.selectFrom('outbox')
		.selectAll()
		.where('key', 'in', keys)
		.orderBy('created_at')
		.execute();
	return rows.map((row) => toOutgoingRecord(row, now));
}
