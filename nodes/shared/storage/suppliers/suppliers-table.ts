import type { Status } from '../../domain/signal';
import type { SupplierChange } from '../../domain/suppliers/supplier-change';
import { WITH_SUPPLIER } from '../../domain/updates/plan';
import { supplierMove } from '../../domain/suppliers/supplier-progress';
import { logAction } from '../actions';
import { customerAnsweredAbout, recordDissatisfaction } from '../customer-answers';
import { writeTransaction, type RegisterDatabase } from '../database';
import { LinksTableStore } from '../links-table';
import { aboutDuplicate, keptFor, rowOf } from '../signal-lookup';
import { toSignals, type SignalRow } from '../signal-rows';
import { moveStatus } from '../status-moves';
import { supplierHeard } from '../updates/marks';
import type { SupplierAsk, SupplierReport, Suppliers } from './suppliers';

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
			const [signal] = await toSignals(db, [await currentRow(db, (await followerOf(db, row)).id)]);
			return { outcome, signal: signal! };
		});
	}

	async toAsk(validDays: number, claimMinutes: number, limit: number): Promise<SupplierAsk[]> {
		return await writeTransaction(this.db, async (db) => {
			const now = this.now();
			const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
			const validUntil = later(validDays * 24 * 60);
			const asks: SupplierAsk[] = [];
			for (const { id, reference, subject, supplier, asked } of await rowsToAsk(db, now, limit)) {
				const party = { purpose: 'supplier-status' as const, subject: reference, party: supplier };
				const links = new LinksTableStore(db, this.now);
				const { token } = await links.issue({ ...party, validUntil, singleUse: false });
				await db
					.updateTable('updates')
					.set({ ask_due_at: later(claimMinutes) })
					.where('signal_id', '=', id)
					.execute();
				const key = await mailKey(db, reference, supplier, asked + 1);
				asks.push({ key, supplier, reference, subject, token, validUntil });
			}
			return asks;
		});
	}

	async recordAsked(reference: string): Promise<void> {
		await writeTransaction(this.db, async (db) => {
			const { id } = await rowOf(db, reference);
			await db
				.updateTable('updates')
				.set((row) => ({ ask_due_at: null, asks: row('asks', '+', 1) }))
				.where('signal_id', '=', id)
				.where('ask_due_at', 'is not', null)
				.execute();
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
		const kept = await keptFor(db, row);
		const about = aboutDuplicate(row, kept);
		const log = async (kind: string, line: string) =>
			await logAction(db, kept.id, now, { kind, actor, text: `${about}${line}` });
		if (by === 'customer') {
			const written = text ?? '';
			await log('reactie', `De klant schreef bij de leverancier: ${written}`);
			await customerAnsweredAbout(db, row, written, actor, now);
			return 'recorded';
		}
		if (text !== null) await log('leverancier', text);
		const follower = await followerOf(db, row);
		if (follower.id !== kept.id) return 'recorded';
		// What says nothing, such as our own change coming back, is no sign of the supplier either.
		if (text !== null || progress !== null) await supplierHeard(db, kept.id, now);
		const { path, disagreement } = supplierMove(kept.status as Status, progress);
		let current = kept;
		for (const status of path) {
			await moveStatus(db, current, status, actor, now);
			current = { ...current, status };
		}
		if (!disagreement) return 'recorded';
		await recordDissatisfaction(
			db,
			kept,
			'De leverancier is klaar, maar volgens de klant is het niet opgelost.',
			actor,
			now,
		);
		return 'disagreement';
	}
}

/** By signal, supplier and round; a mail from when the supplier was not in it keeps its key, so that it goes out once. */
async function mailKey(
	db: RegisterDatabase,
	reference: string,
	supplier: string,
	round: number,
): Promise<string> {
	const former = `${reference}:leverancierslink:${round}`;
	const mail = await db.selectFrom('outbox').select('key').where('key', '=', former).executeTakeFirst();
	return mail?.key ?? `${reference}:leverancierslink:${supplier}:${round}`;
}

/**
 * Tickets by mail of which the supplier was not sent a link yet, oldest first. A signal that went to another supplier, is
 * asked of that one alone.
 */
const rowsToAsk = async (db: RegisterDatabase, now: Date, limit: number) =>
	await db
		.selectFrom('updates')
		.innerJoin('signals', 'signals.id', 'updates.signal_id')
		.innerJoin('tickets', 'tickets.signal_id', 'signals.id')
		.select([
			'signals.id',
			'signals.reference',
			'signals.subject',
			'tickets.supplier',
			'updates.asks as asked',
		])
		.where('updates.ask_due_at', '<=', now.toISOString())
		.where('tickets.system', '=', 'email')
		.where('signals.status', 'in', WITH_SUPPLIER)
		.where(({ or, not, exists, selectFrom, eb }) =>
			or([
				eb('tickets.supplier', '=', eb.ref('signals.supplier')),
				not(
					exists(
						selectFrom('tickets as current')
							.select('current.number')
							.whereRef('current.signal_id', '=', 'signals.id')
							.whereRef('current.supplier', '=', 'signals.supplier'),
					),
				),
			]),
		)
		.orderBy('updates.ask_due_at')
		.limit(limit)
		.execute();

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

/**
 * The signal that goes by what the supplier says of this one. That of a duplicate is about the signal that is kept, as far
 * as that has no ticket of its own: a supplier ends the second ticket about one thing before it did anything.
 */
async function followerOf(db: RegisterDatabase, row: SignalRow): Promise<SignalRow> {
	const kept = await keptFor(db, row);
	if (kept === row) return row;
	const own = await db
		.selectFrom('tickets')
		.select('number')
		.where('signal_id', '=', kept.id)
		.executeTakeFirst();
	return own ? row : kept;
}

const currentRow = async (db: RegisterDatabase, id: string): Promise<SignalRow> =>
	await db.selectFrom('signals').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
