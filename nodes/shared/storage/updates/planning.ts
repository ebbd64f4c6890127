import { sql } from 'kysely';
import { signalSchema, type Status } from '../../domain/signal';
import { planUpdate, silentFrom, WITH_SUPPLIER, type UpdateFacts } from '../../domain/updates/plan';
import { planSettingsSchema, type PlanSettings } from '../../domain/updates/settings';
import { termFor, type Term } from '../../domain/updates/terms';
import { WorkingCalendar } from '../../domain/working-time/working-calendar';
import { compiledOnce } from '../compiled-once';
import { writeTransaction, type RegisterDatabase } from '../database';
import { readRows } from './rows';

/** Rows per transaction: others wait for the lock meanwhile. */
const BATCH = 500;
const CURRENT = 'current';

/** Checking the settings takes longer than what they are read for, and they hardly ever change. */
let lastRead: { text: string; settings: PlanSettings } | undefined;

/** By what moments are reckoned: as it was set, and as long as nobody did, the normal terms. */
export async function planSettings(db: RegisterDatabase): Promise<PlanSettings> {
	const [kept] = await keptSettings(db);
	const text = kept?.settings ?? '{}';
	if (text !== lastRead?.text) lastRead = { text, settings: planSettingsSchema.parse(JSON.parse(text)) };
	return lastRead.settings;
}

const keptSettings = compiledOnce((db) =>
	db.selectFrom('update_plans').select('settings').where('id', '=', CURRENT),
);

/** Keeps other settings; the moments of all open signals are then reckoned anew. */
export async function keepPlanSettings(db: RegisterDatabase, chosen: PlanSettings): Promise<void> {
	const settings = JSON.stringify(chosen);
	if (settings === JSON.stringify(await planSettings(db))) return;
	await writeTransaction(db, async (transaction) => {
		await transaction
			.updateTable('updates')
			.set({ state: 'plan' })
			.where((row) =>
				row.or([row('state', 'in', ['waiting', 'closing']), row('supplier_due_at', 'is not', null)]),
			)
			.execute();
		await transaction
			.insertInto('update_plans')
			.values({ id: CURRENT, settings })
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ settings }))
			.execute();
	});
}

/** Reckons the moments anew of the signals to which something happened. Gives the settings it did that by. */
export async function bringUpToDate(db: RegisterDatabase): Promise<PlanSettings> {
	// Mostly there is nothing to reckon, and then nobody has to wait for the lock.
	if ((await firstToPlan(db)).length === 0) return await planSettings(db);
	for (;;) {
		const { settings, planned } = await planSome(db);
		if (planned < BATCH) return settings;
	}
}

const firstToPlan = compiledOnce((db) =>
	db.selectFrom('updates').select('signal_id').where('state', '=', sql.lit('plan')).limit(1),
);

async function planSome(db: RegisterDatabase): Promise<{ settings: PlanSettings; planned: number }> {
	return await writeTransaction(db, async (transaction) => {
		// Read under the lock: others set between two batches would be undone by what is reckoned by the former ones.
		const settings = await planSettings(transaction);
		const calendar = new WorkingCalendar(settings.calendar);
		const rows = await readRows(transaction)
			// Not as a value: an index holds the rows of this state alone.
			.where('updates.state', '=', sql.lit('plan'))
			.orderBy('updates.signal_id')
			.limit(BATCH)
			.execute();
		for (const row of rows) {
			const status = row.status as Status;
			const { classification } = signalSchema.pick({ classification: true }).parse(JSON.parse(row.content));
			const term = termFor(settings.terms, classification);
			const facts: UpdateFacts = {
				status,
				statusSince: row.status_since,
				toldStatus: row.told_status as Status | null,
				answered: row.answered === 1,
				waitingSince: row.waiting_since,
				promisedUntil: row.promised_until,
				wantsUpdates: row.customer !== null && row.stopped === 0 && row.stopped_at === null,
				asked: row.open_question !== null,
			};
			const { state, dueAt } = planUpdate(facts, term, calendar, settings.closeAfterDays);
			await transaction
				.updateTable('updates')
				.set({
					state,
					due_at: dueAt?.toUTC().toISO() ?? null,
					supplier_due_at: supplierDueAt(row, status, term, calendar),
				})
				.where('signal_id', '=', row.signal_id)
				.execute();
		}
		return { settings, planned: rows.length };
	});
}

/** When its supplier has been silent for too long, counted from its last sign, or from the last warning. */
function supplierDueAt(
	row: { supplier_heard_at: string | null; escalated_at: string | null },
	status: Status,
	term: Term,
	calendar: WorkingCalendar,
): string | null {
	const { supplier_heard_at: heard, escalated_at: escalated } = row;
	if (!heard || !WITH_SUPPLIER.includes(status)) return null;
	const since = escalated && escalated > heard ? escalated : heard;
	return silentFrom(since, term, calendar).toUTC().toISO();
}
