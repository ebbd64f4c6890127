import { sql } from 'kysely';
import { initialStatus } from '../domain/status';
import { isSeenByCustomer } from '../domain/updates/seen';
import type { FollowUp } from '../domain/follow-up';
import {
	signalSchema,
	ticketSchema,
	type Signal,
	type SignalAction,
	type Status,
	type Ticket,
} from '../domain/signal';
import { actionRow, logAction } from './actions';
import { Archive } from './archive';
import { changeSignal } from './change-signal';
import { claimed, claimOutcome, UNCLAIMED, type Claim } from './claims';
import type { ClassifierModels } from './classifier-models';
import { ClassifierModelsTableStore } from './classifier-models-table';
import { compiledOnce } from './compiled-once';
import { belonging } from './conversation';
import { CorrectedSignals, type Corrections } from './corrections';
import { openDatabase, writeTransaction, type RegisterDatabase } from './database';
import { CorrespondenceStore, type Correspondence } from './correspondence';
import {
	addFollowUp,
	claimFollowUp,
	completeFollowUp,
	findFollowUp,
	followUpsOf,
	readFollowUp,
	releaseFollowUp,
} from './follow-ups';
import type { Handling } from './handling';
import { HandlingTableStore } from './handling-table';
import { registerHealth, type RegisterHealth } from './health';
import type { Imports } from './imports/imports';
import { ImportsTableStore } from './imports/imports-table';
import type { Links } from './links';
import { LinksTableStore } from './links-table';
import { insertTogether, into } from './insert-together';
import { mailIdRows } from './mail-ids';
import { SignalMasking, type Masking } from './masking';
import { markReported } from './outbox-bounce';
import type { Outbox } from './outbox';
import { OutboxTableStore } from './outbox-table';
import type { PersonalData } from './personal-data/personal-data';
import { PersonalDataTables } from './personal-data/personal-data-table';
import type { Questions } from './questions/questions';
import { QuestionsTableStore } from './questions/questions-table';
import { Pdc } from './pdc';
import { nextReference } from './references';
import type { Satisfaction } from './satisfaction/satisfaction';
import { SatisfactionTableStore } from './satisfaction/satisfaction-table';
import { newFacts } from './report-facts';
import type { Reports } from './reports';
import { ReportsTableStore } from './reports-table';
import { searchRows, type SignalCriteria } from './search';
import { indexNewSignal, indexSignal } from './search-index';
import type { RegisterSettings } from './settings';
import { rowOf, storedSignalOf } from './signal-lookup';
import { STORED_SIGNAL, toRow, toSignals, type SignalRow } from './signal-rows';
import { moveStatus, wasMoved } from './status-moves';
import type { Suppliers } from './suppliers/suppliers';
import { SuppliersTableStore } from './suppliers/suppliers-table';
import { customerHeard, followingRows, statusTold, ticketGiven } from './updates/marks';
import type { Updates } from './updates/updates';
import { UpdatesTableStore } from './updates/updates-table';

/**
 * - `new`: it was not in the register;
 * - `resumed`: it was, but an earlier run did not finish it: go on with it;
 * - `follow-up`: it is about a signal that is there: it became an action on that one;
 * - `busy`: another run is working on it now: leave it, it comes by again;
 * - `handled`: its intake was finished before.
 */
export type RegistrationOutcome = 'new' | 'resumed' | 'follow-up' | 'busy' | 'handled';

export interface Registration {
	/** The signal as it is in the register: for a follow-up the one that it is about. */
	signal: Signal;
	outcome: RegistrationOutcome;
	/** The mail that came in, when it is about a signal that was there. */
	followUp: FollowUp | null;
}

/** Signals that are read at a time. */
const PAGE = 1_000;

/** The uniform register of signals and follow-up actions. Every method is one transaction, unless `together`. */
export class Register {
	readonly outbox: Outbox;
	readonly updates: Updates;
	readonly suppliers: Suppliers;
	readonly questions: Questions;
	readonly links: Links;
	readonly correspondence: Correspondence;
	readonly handling: Handling;
	readonly corrections: Corrections;
	readonly classifierModels: ClassifierModels;
	readonly masking: Masking;
	readonly satisfaction: Satisfaction;
	readonly personalData: PersonalData;
	readonly reports: Reports;
	readonly imports: Imports;
	readonly archive: Archive;
	readonly pdc: Pdc;

	private constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {
		this.outbox = new OutboxTableStore(db, now);
		this.updates = new UpdatesTableStore(db, now);
		this.suppliers = new SuppliersTableStore(db, now);
		this.questions = new QuestionsTableStore(db, now);
		this.links = new LinksTableStore(db, now);
		this.correspondence = new CorrespondenceStore(db);
		this.handling = new HandlingTableStore(db, now);
		this.corrections = new CorrectedSignals(db);
		this.classifierModels = new ClassifierModelsTableStore(db, now);
		this.masking = new SignalMasking(db, now);
		this.satisfaction = new SatisfactionTableStore(db, now);
		this.personalData = new PersonalDataTables(db, now);
		this.reports = new ReportsTableStore(db, now);
		this.imports = new ImportsTableStore(db, now);
		this.archive = new Archive(db);
		this.pdc = new Pdc(db, now);
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
	 * Registers a mail (or form, or line) once per source key and claims its intake. What is there
	 * already comes back as it was registered first, with its tickets and actions. A mail about a signal
	 * that is there becomes an action on that one, once, with a claim of its own (decision 0010).
	 */
	async register(input: Signal, claim: Claim): Promise<Registration> {
		const mail = signalSchema.parse(input);
		return await writeTransaction(this.db, async (db) => {
			const now = this.now();
			const [known] = await knownAs(db, mail.source.key);
			if (known?.kind === 'signal') return await this.resume(db, known.id, claim, now);
			if (known) {
				const followed = (await findFollowUp(db, 'id', known.id))!;
				const outcome = claimOutcome(followed, claim, now);
				if (outcome === 'resumed') await claimFollowUp(db, followed.id, claim, now);
				return {
					signal: await readById(db, followed.signal_id),
					outcome: outcome === 'resumed' ? 'follow-up' : outcome,
					followUp: readFollowUp(followed),
				};
			}
			const { to, ignored } = await belonging(db, mail);
			if (to) {
				const followUp = await addFollowUp(db, mail, to, claim, now);
				return { signal: await readById(db, to.row.id), outcome: 'follow-up', followUp };
			}
			return { signal: await this.add(db, mail, ignored, claim, now), outcome: 'new', followUp: null };
		});
	}

	private async resume(db: RegisterDatabase, id: string, claim: Claim, now: Date): Promise<Registration> {
		const row = await rowById(db, id);
		const outcome = claimOutcome(row, claim, now);
		if (outcome === 'resumed') {
			await db.updateTable('signals').set(claimed(claim, now)).where('id', '=', row.id).execute();
		}
		return { signal: await readById(db, row.id), outcome, followUp: null };
	}

	/** Gives the signal as it is in the register now, without reading it back. */
	private async add(
		db: RegisterDatabase,
		mail: Signal,
		ignored: readonly string[],
		claim: Claim,
		now: Date,
	): Promise<Signal> {
		const at = now.toISOString();
		const reference = await nextReference(db, at);
		const signal = { ...mail, reference, status: initialStatus(mail), tickets: [], actions: [] };
		const actions = [
			{ kind: 'geregistreerd', text: `Ontvangen en geregistreerd als ${reference}.` },
			...ignored.map((mentioned) => ({
				kind: 'notitie',
				text: `De mail noemt ${mentioned}, maar de afzender heeft daar niets mee te maken of het nummer bestaat niet. Kijk of het bij elkaar hoort.`,
			})),
		].map((line) => ({ ...line, actor: claim.by }));
		await insertTogether(db, [
			into('signals', [{ ...toRow(signal, reference, at), ...claimed(claim, now) }]),
			into('report_facts', [newFacts(signal)]),
			...mailIdRows(signal.source.messageId, signal.id),
			...followingRows(signal, now),
			into(
				'actions',
				actions.map((action) => actionRow(signal.id, now, action)),
			),
		]);
		await indexNewSignal(db, reference, signal);
		if (signal.flags.bounce) await markReported(db, signal, now);
		return { ...signal, actions: actions.map((action) => ({ at, ...action })) };
	}

	/** @throws RegisterError when there is no signal with this reference */
	async get(reference: string): Promise<Signal> {
		return (await toSignals(this.db, [await storedSignalOf(this.db, reference)]))[0]!;
	}

	/**
	 * The mails about a signal that came after its own, in full, oldest first.
	 * @throws RegisterError when there is no signal with this reference
	 */
	async followUps(reference: string): Promise<FollowUp[]> {
		return await followUpsOf(this.db, (await rowOf(this.db, reference)).id);
	}

	/** One page of the signals that answer to the criteria, the newest first. */
	async search(criteria: SignalCriteria): Promise<Signal[]> {
		return await toSignals(this.db, await searchRows(this.db, criteria));
	}

	/** All signals that answer to the criteria, the newest first, read page by page. */
	async *each(criteria: Omit<SignalCriteria, 'limit'>): AsyncGenerator<Signal> {
		for (let { after } = criteria; ;) {
			const page = await this.search({ ...criteria, after, limit: PAGE });
			yield* page;
			if (page.length < PAGE) return;
			after = page.at(-1)!.reference!;
		}
	}

	/** Adds a line to what was done for this signal. */
	async addAction(reference: string, action: Omit<SignalAction, 'at'>): Promise<Signal> {
		return await changeSignal(this.db, reference, async (db, row) => {
			await this.log(db, row.id, action);
			if (isSeenByCustomer(action)) await customerHeard(db, row.id, this.now());
		});
	}

	/** Records the supplier's ticket. The first ticket per supplier stays; the same one again changes nothing. */
	async addTicket(reference: string, input: Ticket, actor: string): Promise<Signal> {
		const ticket = ticketSchema.parse(input);
		return await changeSignal(this.db, reference, async (db, row) => {
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
			await indexSignal(db, row.id);
			await ticketGiven(db, row.id, ticket.system, this.now());
			await this.log(db, row.id, {
				kind: 'ticket',
				actor,
				text: `Doorgezet naar ${ticket.supplier} (${ticket.system}) onder nummer ${ticket.number}.`,
			});
		});
	}

	/** @throws RegisterError when the signal may not go to that status from where it is */
	async setStatus(reference: string, status: Status, actor: string): Promise<Signal> {
		return await changeSignal(this.db, reference, (db, row) =>
			moveStatus(db, row, status, actor, this.now()),
		);
	}

	/**
	 * Finishes the intake: sets the status and lets go of the claim. After this the mail may be put away. What supplier,
	 * customer or colleague made of the signal while its intake was held up, stays.
	 */
	async completeIntake(reference: string, status: Status, actor: string): Promise<Signal> {
		return await changeSignal(this.db, reference, async (db, row) => {
			if (row.handled_at) return;
			if (!(await wasMoved(db, row.id))) await moveStatus(db, row, status, actor, this.now());
			await statusTold(db, row.id, status);
			await db
				.updateTable('signals')
				.set({ handled_at: this.now().toISOString(), failures: 0, ...UNCLAIMED })
				.where('id', '=', row.id)
				.execute();
		});
	}

	/** Finishes a follow-up. After this its mail may be put away. Gives the signal it is about. */
	async completeFollowUp(id: string): Promise<Signal> {
		return await writeTransaction(this.db, async (db) => {
			const row = await completeFollowUp(db, id, this.now());
			return await readById(db, row.signal_id);
		});
	}

	/**
	 * Writes down what went wrong, and lets go of the claim, so that the next run tries again: of the
	 * follow-up with this id, or of the signal itself when it is null.
	 */
	async recordFailure(
		reference: string,
		reason: string,
		actor: string,
		followUpId: string | null = null,
	): Promise<Signal> {
		return await changeSignal(this.db, reference, async (db, row) => {
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
			if (followUpId) return await releaseFollowUp(db, followUpId);
			await db
				.updateTable('signals')
				.set((column) => ({ ...UNCLAIMED, failures: column('failures', '+', 1) }))
				.where('id', '=', row.id)
				.execute();
		});
	}

	/** How the register is doing, see `RegisterHealth`. */
	async health(): Promise<RegisterHealth> {
		return await registerHealth(this.db, this.now());
	}

	private async log(db: RegisterDatabase, signalId: string, action: Omit<SignalAction, 'at'>): Promise<void> {
		await logAction(db, signalId, this.now(), action);
	}
}

/** What a source key is registered as. */
const knownAs = compiledOnce((db, sourceKey: string) =>
	db
		.selectFrom('signals')
		.select(['id', sql.lit<'signal' | 'follow-up'>('signal').as('kind')])
		.where('source_key', '=', sourceKey)
		.unionAll(
			db
				.selectFrom('follow_ups')
				.select(['id', sql.lit<'signal' | 'follow-up'>('follow-up').as('kind')])
				.where('source_key', '=', sourceKey),
		),
);

const rowById = async (db: RegisterDatabase, id: string): Promise<SignalRow> =>
	await db.selectFrom('signals').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const storedById = compiledOnce((db, id: string) =>
	db.selectFrom('signals').select(STORED_SIGNAL).where('id', '=', id),
);
const readById = async (db: RegisterDatabase, id: string): Promise<Signal> =>
	(await toSignals(db, await storedById(db, id)))[0]!;
