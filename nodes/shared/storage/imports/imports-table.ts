import type { Signal } from '../../domain/signal';
import { logAction } from '../actions';
import { UNCLAIMED } from '../claims';
import { writeTransaction, type RegisterDatabase } from '../database';
import { insertTogether, into } from '../insert-together';
import { nextReference } from '../references';
import { dutchDay, factsAfterMove, newFacts } from '../report-facts';
import { indexNewSignal, indexSignal } from '../search-index';
import { toRow } from '../signal-rows';
import { customerHeard, followingRows, planAgain, statusTold } from '../updates/marks';
import type { ImportedSignal, Imports } from './imports';

const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/** See `Imports`. */
export class ImportsTableStore implements Imports {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async take(line: ImportedSignal, actor: string): Promise<{ reference: string; known: boolean }> {
		return await writeTransaction(this.db, async (db) => {
			const known = await knownAs(db, line);
			if (known) return { reference: known, known: true };
			return { reference: await add(db, line, actor, this.now()), known: false };
		});
	}
}

async function knownAs(db: RegisterDatabase, { signal, reference }: ImportedSignal): Promise<string | null> {
	const same = await db
		.selectFrom('signals')
		.select('reference')
		.where('source_key', '=', signal.source.key)
		.executeTakeFirst();
	if (same || reference === null) return same?.reference ?? null;
	const own = await db
		.selectFrom('signals')
		.select('received_at')
		.where('reference', '=', reference)
		.executeTakeFirst();
	const received = new Date(signal.source.receivedAt).toISOString();
	// Another register gives out the same references, but not at the same minute.
	return own?.received_at.slice(0, MINUTE) === received.slice(0, MINUTE) ? reference : null;
}

async function add(db: RegisterDatabase, line: ImportedSignal, actor: string, now: Date): Promise<string> {
	const at = now.toISOString();
	const reference = await nextReference(db, at);
	const signal: Signal = { ...line.signal, reference, status: line.status, tickets: [], actions: [] };
	await insertTogether(db, [
		into('signals', [
			{ ...toRow(signal, reference, at), handler: line.handler, handled_at: at, ...UNCLAIMED },
		]),
		into('report_facts', [{ ...newFacts(signal), ...closingFacts(line) }]),
		...followingRows(signal, now),
	]);
	await indexNewSignal(db, reference, signal);
	if (line.status === 'afgesloten') {
		const closed_at = new Date(line.closedAt ?? signal.source.receivedAt).toISOString();
		await db.insertInto('closures').values({ signal_id: signal.id, closed_at }).execute();
	}
	// The customer knows what the list says: the next update is reckoned from now on.
	await statusTold(db, signal.id, line.status);
	await customerHeard(db, signal.id, now);
	await addTickets(db, line, now);
	await logAction(db, signal.id, now, {
		kind: 'geregistreerd',
		actor,
		text: `Overgenomen uit een oude lijst en geregistreerd als ${reference}, met status '${line.status}'.`,
	});
	for (const { at: moment, text } of line.actions) {
		await logAction(db, signal.id, new Date(moment), { kind: 'notitie', actor, text });
	}
	return reference;
}

/** Without a day of closing it counts as closed, and not in the lead times. */
function closingFacts({ signal, status, closedAt }: ImportedSignal) {
	const { receivedAt } = signal.source;
	const facts = { closed_on: null, reopened: 0 };
	const moved = factsAfterMove(receivedAt, facts, status, new Date(closedAt ?? receivedAt));
	if (status === 'heropend') return { closed_on: null, lead_days: null, reopened: 1 };
	if (!moved) return {};
	return closedAt ? moved : { ...moved, closed_on: dutchDay(receivedAt), lead_days: null };
}

async function addTickets(
	db: RegisterDatabase,
	{ signal, tickets }: ImportedSignal,
	now: Date,
): Promise<void> {
	for (const { supplier, system, number, id, createdAt } of tickets) {
		await db
			.insertInto('tickets')
			.values({
				signal_id: signal.id,
				supplier,
				system,
				number,
				external_id: id,
				created_at: new Date(createdAt).toISOString(),
			})
			.onConflict((conflict) => conflict.columns(['signal_id', 'supplier']).doNothing())
			.execute();
	}
	if (tickets.length === 0) return;
	await indexSignal(db, signal.id);
	// Its silence is reckoned from now on. It is not sent a link to report by: who imports knows how it stands.
	await planAgain(db, signal.id, { supplier_heard_at: now.toISOString() });
}
