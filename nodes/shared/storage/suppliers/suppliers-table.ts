import type { Status } from '../../domain/signal';
import type { SupplierChange } from '../../domain/suppliers/supplier-change';
import { supplierMove } from '../../domain/suppliers/supplier-progress';
import { logAction } from '../actions';
import { customerAnswered, recordDissatisfaction } from '../customer-answers';
import { writeTransaction, type RegisterDatabase } from '../database';
import { toSignals, type SignalRow } from '../signal-rows';
import { moveStatus } from '../status-moves';
import { supplierHeard } from '../updates/marks';
import type { SupplierReport, Suppliers } from './suppliers';

/** What suppliers report, in the register's database, see `Suppliers`. */
export class SuppliersTableStore implements Suppliers {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async report(change: SupplierChange, actor: string): Promise<SupplierReport> {
		return await writeTransaction(this.db, async (db) => {
			const row = await signalOf(db, change);
			if (!row) return { outcome: 'unknown', signal: null };
			const isNew = await this.remember(db, change.changeId, row.id);
			const outcome = isNew ? await this.take(db, row, change, actor) : 'known';
			const [signal] = await toSignals(db, [await currentRow(db, row.id)]);
			return { outcome, signal: signal! };
		});
	}

	private async remember(db: RegisterDatabase, changeId: string, signalId: string): Promise<boolean> {
		const { numInsertedOrUpdatedRows } = await db
			.insertInto('supplier_changes')
			.values({ change_id: changeId, signal_id: signalId, at: this.now().toISOString() })
			.onConflict((conflict) => conflict.column('change_id').doNothing())
			.executeTakeFirst();
		return numInsertedOrUpdatedRows === 1n;
	}

	private async take(
		db: RegisterDatabase,
		row: SignalRow,
		{ text, by, progress }: SupplierChange,
		actor: string,
	): Promise<'recorded' | 'disagreement'> {
		const now = this.now();
		if (by === 'customer') {
			const written = text ?? '';
			const action = { kind: 'reactie', actor, text: `De klant schreef bij de leverancier: ${written}` };
			await logAction(db, row.id, now, action);
			await customerAnswered(db, row, written, actor, now);
			return 'recorded';
		}
		if (text !== null) await logAction(db, row.id, now, { kind: 'leverancier', actor, text });
		// What says nothing, such as our own change coming back, is no sign of the supplier either.
		if (text !== null || progress !== null) await supplierHeard(db, row.id, now);
		const { path, disagreement } = supplierMove(row.status as Status, progress);
		let current = row;
		for (const status of path) {
			await moveStatus(db, current, status, actor, now);
			current = { ...current, status };
		}
		if (!disagreement) return 'recorded';
		await recordDissatisfaction(
			db,
			row,
			'De leverancier is klaar, maar volgens de klant is het niet opgelost.',
			actor,
			now,
		);
		return 'disagreement';
	}
}

/** The signal by our reference, and else by the ticket that we know it by. */
async function signalOf(
	db: RegisterDatabase,
	{ reference, system, ticket }: SupplierChange,
): Promise<SignalRow | undefined> {
	const named =
		reference &&
		(await db.selectFrom('signals').selectAll().where('reference', '=', reference).executeTakeFirst());
	if (named) return named;
	return await db
		.selectFrom('tickets')
		.innerJoin('signals', 'signals.id', 'tickets.signal_id')
		.selectAll('signals')
		.where('tickets.number', '=', ticket.number)
		.where('tickets.system', '=', system)
		.executeTakeFirst();
}

const currentRow = async (db: RegisterDatabase, id: string): Promise<SignalRow> =>
	await db.selectFrom('signals').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
