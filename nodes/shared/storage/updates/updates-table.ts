import { DateTime } from 'luxon';
import { addressKey } from '../../domain/address';
import type { Signal } from '../../domain/signal';
import { mayTell } from '../../domain/updates/quiet-hours';
import {
	messageSettingsSchema,
	planSettingsSchema,
	type MessageSettingsInput,
	type PlanSettings,
	type PlanSettingsInput,
} from '../../domain/updates/settings';
import { WorkingCalendar, ZONE } from '../../domain/working-time/working-calendar';
import { logAction } from '../actions';
import type { Claim } from '../claims';
import { writeTransaction, type RegisterDatabase } from '../database';
import { rowOf } from '../signal-lookup';
import { toSignals } from '../signal-rows';
import { moveStatus } from '../status-moves';
import { planAgain, statusTold, stopSignal } from './marks';
import { composeMessages, type Turn } from './compose-messages';
import { dueCustomers, fixedMessage, isAnythingDue, unfinishedMessages } from './messages';
import { bringUpToDate, keepPlanSettings, planSettings } from './planning';
import { readRows } from './rows';
import { perSupplier, silentRows } from './silence';
import { recordSkipped, recordTold } from './told';
import type { DueUpdate, SilentSupplier, StopScope, UpdateOutcome, Updates } from './updates';

/** The status updates in the register's database, see `Updates`. */
export class UpdatesTableStore implements Updates {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async setTerms(input: PlanSettingsInput): Promise<PlanSettings> {
		const settings = planSettingsSchema.parse(input);
		await keepPlanSettings(this.db, settings);
		return settings;
	}

	async due(input: MessageSettingsInput, claim: Claim, limit: number): Promise<DueUpdate[]> {
		const chosen = messageSettingsSchema.parse(input);
		const now = this.now();
		const calendar = new WorkingCalendar((await planSettings(this.db)).calendar);
		if (!mayTell(DateTime.fromJSDate(now, { zone: ZONE }), chosen.quiet, calendar)) return [];
		const settings = { ...(await bringUpToDate(this.db)), ...chosen };
		if (!(await isAnythingDue(this.db, now.toISOString()))) return [];
		return await writeTransaction(this.db, async (db) => {
			const given: DueUpdate[] = [];
			const turns: Turn[] = [];
			for (const message of await unfinishedMessages(db, now.toISOString(), limit).execute()) {
				const fixed = await fixedMessage(db, message, claim, now);
				if (fixed) given.push(fixed);
				else turns.push(message);
			}
			const room = limit - given.length - turns.length;
			if (room > 0) {
				const due = await dueCustomers(db, now.toISOString(), room).execute();
				turns.push(...due.map(({ customer }) => ({ customer: customer! })));
			}
			return [...given, ...(await composeMessages(db, turns, settings, claim, now))];
		});
	}

	async record(key: string, outcome: UpdateOutcome, actor: string): Promise<string[]> {
		// What was held back by a limit keeps its key, and is tried again when its claim ends.
		if (outcome === 'limited') return [];
		const recordOutcome = outcome === 'skipped' ? recordSkipped : recordTold;
		return await writeTransaction(this.db, (db) => recordOutcome(db, key, actor, this.now()));
	}

	async stop(scope: StopScope, stopped: boolean, actor: string): Promise<void> {
		await writeTransaction(this.db, async (db) => {
			if ('customer' in scope) return await this.stopCustomer(db, addressKey(scope.customer), stopped, actor);
			const { id } = await rowOf(db, scope.reference);
			await stopSignal(db, id, stopped);
			const text = stopped
				? 'Geen statusberichten meer over dit signaal.'
				: 'Weer statusberichten over dit signaal.';
			await logAction(db, id, this.now(), { kind: 'notitie', actor, text });
		});
	}

	async silentSuppliers(limit: number): Promise<SilentSupplier[]> {
		const { calendar } = await bringUpToDate(this.db);
		const now = this.now();
		const rows = await silentRows(this.db, now.toISOString(), limit).execute();
		return perSupplier(rows, new WorkingCalendar(calendar), now);
	}

	async recordEscalation(references: readonly string[], actor: string): Promise<void> {
		await writeTransaction(this.db, async (db) => {
			for (const reference of references) {
				const { id, supplier } = await rowOf(db, reference);
				const now = this.now();
				await planAgain(db, id, { escalated_at: now.toISOString() });
				const text = `De coördinator is gewaarschuwd: ${supplier ?? 'de leverancier'} laat niets horen.`;
				await logAction(db, id, now, { kind: 'escalatie', actor, text });
			}
		});
	}

	async closeSolved(limit: number, actor: string): Promise<Signal[]> {
		await bringUpToDate(this.db);
		return await writeTransaction(this.db, async (db) => {
			const now = this.now();
			const rows = await readRows(db)
				.where('updates.state', '=', 'closing')
				.where('updates.due_at', '<=', now.toISOString())
				.orderBy('updates.due_at')
				.limit(limit)
				.execute();
			for (const row of rows) {
				await moveStatus(db, row, 'afgesloten', actor, now);
				// He was told so when it was solved.
				await statusTold(db, row.signal_id, 'afgesloten');
			}
			return (await toSignals(db, rows)).map((signal) => ({ ...signal, status: 'afgesloten' }));
		});
	}

	private async stopCustomer(
		db: RegisterDatabase,
		customer: string,
		stopped: boolean,
		actor: string,
	): Promise<void> {
		await db.deleteFrom('update_stops').where('customer', '=', customer).execute();
		if (stopped) {
			await db.insertInto('update_stops').values({ customer, at: this.now().toISOString(), actor }).execute();
		}
		await db.updateTable('updates').set({ state: 'plan' }).where('customer', '=', customer).execute();
	}
}
