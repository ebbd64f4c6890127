import { initialStatus, mayMove, nextStatuses } from '../domain/status';
import {
	signalSchema,
	ticketSchema,
	type Signal,
	type SignalAction,
	type Status,
	type Ticket,
} from '../domain/signal';
import { openDatabase, writeTransaction, type RegisterDatabase, type RegisterSettings } from './database';
import type { Outbox } from './outbox';
import { OutboxTableStore } from './outbox-table';
import { nextReference } from './references';
import { RegisterError } from './register-error';
import type { SignalTable } from './schema';
import { searchRows, type SignalCriteria } from './search';
import { toRow, toSignals } from './signal-rows';

/**
 * - `new`: it was not in the register;
 * - `resumed`: it was, but an earlier run did not finish it: go on with it;
 * - `busy`: another run is working on it now: leave it, it comes by again;
 * - `handled`: its intake was finished before.
 */
export type RegistrationOutcome = 'new' | 'resumed' | 'busy' | 'handled';

/** Who works on the intake of a signal, and for how long nobody else may. */
export interface Claim {
	/** Unique per run and mail, for example `execution 812, UID 44`. */
	by: string;
	minutes: number;
}

/** The uniform register of signals and follow-up actions. Every method is one transaction, unless `together`. */
export class Register {
	readonly outbox: Outbox;

	private constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {
		this.outbox = new OutboxTableStore(db, now);
	}

	/**
	 * Opens the register; the caller closes it.
	 * @throws RegisterError when the file cannot be opened or written
	 */
	static async open(settings: RegisterSettings, now: () => Date = () => new Date()): Promise<Register> {
		return new Register(await openDatabase(settings), now);
	}

	async close(): Promise<void> {
		await this.db.destroy();
	}

	/**
	 * Runs `work` with this register as one transaction, one step after another. Waiting for the disk takes
	 * longer than a change itself, and so it is done once for all of them. A step that fails is undone
	 * alone; when `work` throws, everything is. Others wait meanwhile: no network inside it.
	 */
	async together<T>(work: (register: Register) => Promise<T>): Promise<T> {
		return await writeTransaction(this.db, async (db) => await work(new Register(db, this.now)));
	}

	/**
	 * Registers a signal once per source key and claims its intake. A signal that is there already
	 * comes back as it was registered first, with its tickets and actions.
	 */
	async register(input: Signal, claim: Claim): Promise<{ signal: Signal; outcome: RegistrationOutcome }> {
		const signal = signalSchema.parse(input);
		return await writeTransaction(this.db, async (db) => {
			const now = this.now();
			const known = await db
				.selectFrom('signals')
				.selectAll()
				.where('source_key', '=', signal.source.key)
				.executeTakeFirst();
			const outcome = known ? outcomeFor(known, claim, now) : 'new';
			if (!known) {
				const reference = await nextReference(db, now.toISOString());
				await db
					.insertInto('signals')
					.values(toRow({ ...signal, status: initialStatus(signal) }, reference, now.toISOString()))
					.execute();
				await this.log(db, signal.id, {
					kind: 'geregistreerd',
					actor: claim.by,
					text: `Ontvangen en geregistreerd als ${reference}.`,
				});
			}
			if (outcome === 'new' || outcome === 'resumed') {
				const until = new Date(now.getTime() + claim.minutes * 60_000).toISOString();
				await db
					.updateTable('signals')
					.set({ claimed_by: claim.by, claimed_until: until })
					.where('source_key', '=', signal.source.key)
					.execute();
			}
			const rows = await db
				.selectFrom('signals')
				.selectAll()
				.where('source_key', '=', signal.source.key)
				.execute();
			return { signal: (await toSignals(db, rows))[0]!, outcome };
		});
	}

	/** @throws RegisterError when there is no signal with this reference */
	async get(reference: string): Promise<Signal> {
		return await this.read(this.db, reference);
	}

	/** Newest first. */
	async search(criteria: SignalCriteria): Promise<Signal[]> {
		return await toSignals(this.db, await searchRows(this.db, criteria));
	}

	/** Adds a line to what was done for this signal. */
	async addAction(reference: string, action: Omit<SignalAction, 'at'>): Promise<Signal> {
		return await this.change(reference, (db, row) => this.log(db, row.id, action));
	}

	/** Records the supplier's ticket. The first ticket per supplier stays; the same one again changes nothing. */
	async addTicket(reference: string, input: Ticket, actor: string): Promise<Signal> {
		const ticket = ticketSchema.parse(input);
		return await this.change(reference, async (db, row) => {
			const added = await db
				.insertInto('tickets')
				.values({
					signal_id: row.id,
					supplier: ticket.supplier,
					system: ticket.system,
					number: ticket.number,
					external_id: ticket.id,
					created_at: new Date(ticket.createdAt).toISOString(),
				})
				.onConflict((conflict) => conflict.columns(['signal_id', 'supplier']).doNothing())
				.executeTakeFirst();
			if (added.numInsertedOrUpdatedRows === 0n) return;
			await this.log(db, row.id, {
				kind: 'ticket',
				actor,
				text: `Doorgezet naar ${ticket.supplier} (${ticket.system}) onder nummer ${ticket.number}.`,
			});
		});
	}

	/** @throws RegisterError when the signal may not go to that status from where it is */
	async setStatus(reference: string, status: Status, actor: string): Promise<Signal> {
		return await this.change(reference, (db, row) => this.move(db, row, status, actor));
	}

	/** Finishes the intake: sets the status and lets go of the claim. After this the mail may be put away. */
	async completeIntake(reference: string, status: Status, actor: string): Promise<Signal> {
		return await this.change(reference, async (db, row) => {
			if (row.handled_at) return;
			await this.move(db, row, status, actor);
			await db
				.updateTable('signals')
				.set({ handled_at: this.now().toISOString(), claimed_by: null, claimed_until: null })
				.where('id', '=', row.id)
				.execute();
		});
	}

	/** Writes down what went wrong, and lets go of the claim, so that the next run tries again. */
	async recordFailure(reference: string, reason: string, actor: string): Promise<Signal> {
		return await this.change(reference, async (db, row) => {
			const last = await db
				.selectFrom('actions')
				.select(['kind', 'text'])
				.where('signal_id', '=', row.id)
				.orderBy('id', 'desc')
				.executeTakeFirst();
			// The same failure every minute is one line: the register stays readable.
			if (last?.kind !== 'fout' || last.text !== reason) {
				await this.log(db, row.id, { kind: 'fout', actor, text: reason });
			}
			await db
				.updateTable('signals')
				.set({ claimed_by: null, claimed_until: null })
				.where('id', '=', row.id)
				.execute();
		});
	}

	private async move(db: RegisterDatabase, row: SignalTable, status: Status, actor: string): Promise<void> {
		const from = row.status as Status;
		if (from === status) return;
		if (!mayMove(from, status)) {
			throw new RegisterError(
				`${row.reference} is '${from}' and cannot become '${status}'.`,
				`From '${from}' it may become: ${nextStatuses(from).join(', ')}.`,
			);
		}
		await db.updateTable('signals').set({ status }).where('id', '=', row.id).execute();
		await this.log(db, row.id, { kind: 'status', actor, text: `Van '${from}' naar '${status}'.` });
	}

	private async change(
		reference: string,
		work: (db: RegisterDatabase, row: SignalTable) => Promise<void>,
	): Promise<Signal> {
		return await writeTransaction(this.db, async (db) => {
			await work(db, await rowOf(db, reference));
			return await this.read(db, reference);
		});
	}

	private async read(db: RegisterDatabase, reference: string): Promise<Signal> {
		return (await toSignals(db, [await rowOf(db, reference)]))[0]!;
	}

	private async log(db: RegisterDatabase, signalId: string, action: Omit<SignalAction, 'at'>): Promise<void> {
		await db
			.insertInto('actions')
			.values({ signal_id: signalId, at: this.now().toISOString(), ...action })
			.execute();
	}
}

async function rowOf(db: RegisterDatabase, reference: string): Promise<SignalTable> {
	const row = await db
		.selectFrom('signals')
		.selectAll()
		.where('reference', '=', reference)
		.executeTakeFirst();
	if (row) return row;
	throw new RegisterError(
		`There is no signal ${reference || '(empty)'} in the register.`,
		'Check the reference (it looks like R-2026-000123), and that the node uses the right register credential.',
	);
}

function outcomeFor(row: SignalTable, claim: Claim, now: Date): RegistrationOutcome {
	if (row.handled_at) return 'handled';
	const heldByOther = row.claimed_by !== null && row.claimed_by !== claim.by;
	return heldByOther && row.claimed_until! > now.toISOString() ? 'busy' : 'resumed';
}
