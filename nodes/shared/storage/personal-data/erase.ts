import { FORGETTABLE } from '../../domain/forget';
import type { Status } from '../../domain/signal';
import { logAction } from '../actions';
import type { RegisterDatabase } from '../database';
import { forgetTold } from '../pdc-announcements';
import { forgetFollowUps, forgetMails, forgetSignals } from './forget';
import type { ErasureOutcome } from './personal-data';
import { followUpsFrom, mailsTo, mentionedIn, signalsOf } from './person';

/** Forgets a person, see `PersonalData.erase`. Call it in a write transaction. */
export async function erasePerson(
	db: RegisterDatabase,
	email: string,
	actor: string,
	alsoOpen: boolean,
	now: Date,
): Promise<ErasureOutcome> {
	const all = await signalsOf(db, email);
	const gone = all.filter(({ status }) => alsoOpen || (status as Status) === 'afgesloten');
	const staying = all.filter((row) => !gone.includes(row));
	const open = staying.map(({ reference }) => reference);
	const openIds = new Set(staying.map(({ id }) => id));
	const followUps = (await followUpsFrom(db, email)).filter(({ signal_id }) => !openIds.has(signal_id));
	const mails = await mailsElsewhere(db, email, open);
	const satisfaction = await forgetAnswers(db, email, openIds);
	await forgetTold(db, email);
	const ids = gone.map(({ id }) => id);
	for (const what of FORGETTABLE) {
		await forgetFollowUps(db, await followUpsWith(db, followUps), what);
		await forgetMails(db, mails, what);
		await forgetSignals(db, await signalsWith(db, ids), what, now);
	}
	for (const id of ids) {
		await logAction(db, id, now, { kind: 'privacy', actor, text: 'Persoonsgegevens verwijderd op verzoek.' });
	}
	const references = gone.map(({ reference }) => reference);
	return {
		signals: references,
		open,
		followUps: followUps.length,
		mails: mails.length,
		satisfaction,
		mentionedIn: await mentionedIn(db, email, new Set([...references, ...open])),
	};
}

/** As they are now: what was forgotten first is not to come back with what is forgotten next. */
const signalsWith = async (db: RegisterDatabase, ids: readonly string[]) =>
	ids.length > 0 ? await db.selectFrom('signals').selectAll().where('id', 'in', ids).execute() : [];

const followUpsWith = async (db: RegisterDatabase, rows: ReadonlyArray<{ id: string }>) =>
	rows.length > 0
		? await db
				.selectFrom('follow_ups')
				.select(['id', 'follow_up', 'content'])
				.where(
					'id',
					'in',
					rows.map(({ id }) => id),
				)
				.execute()
		: [];

/** Mails to this person that are not about a signal that stays. */
async function mailsElsewhere(
	db: RegisterDatabase,
	email: string,
	open: readonly string[],
): Promise<string[]> {
	const keys = await mailsTo(db, email);
	if (keys.length === 0 || open.length === 0) return keys;
	const staying = await db
		.selectFrom('outbox')
		.select('key')
		.where('key', 'in', keys)
		.where('reference', 'in', open)
		.execute();
	return keys.filter((key) => !staying.some((mail) => mail.key === key));
}

async function forgetAnswers(
	db: RegisterDatabase,
	email: string,
	openIds: ReadonlySet<string>,
): Promise<number> {
	const answers = await db
		.selectFrom('satisfaction')
		.select('signal_id')
		.where('customer', '=', email)
		.execute();
	const ids = answers.map(({ signal_id }) => signal_id).filter((id) => !openIds.has(id));
	if (ids.length > 0) {
		await db
			.updateTable('satisfaction')
			.set({ customer: null, remark: null })
			.where('signal_id', 'in', ids)
			.execute();
	}
	await db.deleteFrom('satisfaction_turns').where('customer', '=', email).execute();
	await db.updateTable('links').set({ party: null, data: '{}' }).where('party', '=', email).execute();
	return ids.length;
}
