import type { Signal, Status } from '../domain/signal';
import { logAction } from './actions';
import { UNCLAIMED } from './claims';
import { changeSignal } from './change-signal';
import type { RegisterDatabase } from './database';
import type { Handling, HistoryLine, Reclassification } from './handling';
import { reclassify } from './reclassify';
import { RegisterError } from './register-error';
import { factsOfMerge, factsOfUndoneMerge } from './report-facts';
import { rowOf } from './signal-lookup';
import type { SignalRow } from './signal-rows';
import { moveStatus } from './status-moves';

/** See `Handling`. */
export class HandlingTableStore implements Handling {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async changeClassification(
		reference: string,
		changes: Reclassification,
		actor: string,
		reason: string,
	): Promise<Signal> {
		return await changeSignal(this.db, reference, (db, row) =>
			reclassify(db, row, changes, { actor, reason, now: this.now() }),
		);
	}

	async reopen(reference: string, actor: string, reason: string): Promise<Signal> {
		return await changeSignal(this.db, reference, async (db, row) => {
			await moveStatus(db, row, 'heropend', actor, this.now(), reason);
			if (!row.duplicate_of) return;
			await db.updateTable('signals').set({ duplicate_of: null }).where('id', '=', row.id).execute();
			await factsOfUndoneMerge(db, row.id);
			await logAction(db, row.id, this.now(), {
				kind: 'dubbel',
				actor,
				text: `Geldt niet meer als dubbel van ${row.duplicate_of}.`,
				change: { field: 'duplicateOf', from: row.duplicate_of, to: null },
			});
		});
	}

	async assign(reference: string, handler: string, actor: string): Promise<Signal> {
		return await changeSignal(this.db, reference, async (db, row) => {
			const to = handler.trim() || null;
			if (to === row.handler) return;
			await db.updateTable('signals').set({ handler: to }).where('id', '=', row.id).execute();
			await logAction(db, row.id, this.now(), {
				kind: 'toegewezen',
				actor,
				text: to ? `Toegewezen aan ${to}.` : `Niet meer toegewezen aan ${row.handler}.`,
				change: { field: 'handler', from: row.handler, to },
			});
		});
	}

	async merge(duplicate: string, kept: string, actor: string): Promise<Signal> {
		return await changeSignal(this.db, kept, async (db, named) => {
			// A duplicate of a duplicate is one of the signal that is kept.
			const keeper = named.duplicate_of ? await rowOf(db, named.duplicate_of) : named;
			const row = await rowOf(db, duplicate);
			if (row.duplicate_of === keeper.reference) return;
			if (row.id === keeper.id || row.duplicate_of) throw notToBeMerged(row, keeper);
			await close(db, row, actor, this.now());
			const to = keeper.reference;
			await db
				.updateTable('signals')
				.set({ duplicate_of: to, handled_at: row.handled_at ?? this.now().toISOString(), ...UNCLAIMED })
				.where('id', '=', row.id)
				.execute();
			await logAction(db, row.id, this.now(), {
				kind: 'dubbel',
				actor,
				text: `Dubbel van ${to}: nieuwe berichten hierover komen daar.`,
				change: { field: 'duplicateOf', from: null, to },
			});
			const text = `${row.reference} is een dubbel hiervan: nieuwe berichten daarover komen hier.`;
			await logAction(db, keeper.id, this.now(), { kind: 'dubbel', actor, text });
			await db
				.updateTable('signals')
				.set({ duplicate_of: to })
				.where('duplicate_of', '=', row.reference)
				.execute();
			await factsOfMerge(db, row.id, row.status as Status, keeper.id);
		});
	}

	async history(reference: string): Promise<HistoryLine[]> {
		const { id } = await rowOf(this.db, reference);
		const lines = await this.db
			.selectFrom('actions')
			.selectAll()
			.where('signal_id', '=', id)
			.orderBy('id')
			.execute();
		return lines.map(({ at, kind, actor, text, field, old_value, new_value }) => {
			const value = (stored: string | null): unknown =>
				stored !== null && field === 'classification' ? JSON.parse(stored) : stored;
			return { at, kind, actor, text, field, from: value(old_value), to: value(new_value) };
		});
	}
}

/** By the way that statuses go: what was opened again is being handled first. */
async function close(db: RegisterDatabase, row: SignalRow, actor: string, now: Date): Promise<void> {
	if (row.status !== 'heropend') return await moveStatus(db, row, 'afgesloten', actor, now);
	await moveStatus(db, row, 'in behandeling', actor, now);
	await moveStatus(db, { ...row, status: 'in behandeling' }, 'afgesloten', actor, now);
}

function notToBeMerged(row: SignalRow, keeper: SignalRow): RegisterError {
	if (row.id === keeper.id) {
		return new RegisterError(
			`${row.reference} cannot be a duplicate of itself.`,
			'Name the signal that is kept and the one that says the same. Of two that are merged already, reopen the duplicate first.',
		);
	}
	return new RegisterError(
		`${row.reference} is a duplicate of ${row.duplicate_of} already.`,
		`Reopen ${row.reference} first, or merge ${row.duplicate_of} with ${keeper.reference}.`,
	);
}
