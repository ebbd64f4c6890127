import { CATEGORIES, SUPPLIERS } from '../../../nodes/shared/domain/codebook';
import type { Signal, Status } from '../../../nodes/shared/domain/signal';
import { actionRow } from '../../../nodes/shared/storage/actions';
import { dutchDay, newFacts } from '../../../nodes/shared/storage/report-facts';
import { toRow } from '../../../nodes/shared/storage/signal-rows';
import { searchRow } from '../../../nodes/shared/storage/search-index';
import { questionKey } from '../../../nodes/shared/storage/satisfaction/satisfaction';
import { readTrainingMails } from '../../../nodes/SignalClassifier/training/corpus';
import { Dice } from '../../../test/support/dice';
import { classificationFor, signalFor } from '../../../test/support/signals';

const SEED = 20_150;
/** Customers by the number of signals: so many signals each. */
const SIGNALS_PER_CUSTOMER = 50;
/** Signals are spread over this many years until the moment of the bench. */
const YEARS = 3;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Of the newest part most are open, of all others one in so many is. */
const NEWEST_PART = 0.01;
const STRAGGLER_IN = 500;
const OPEN: readonly Status[] = ['te beoordelen', 'doorgezet', 'in behandeling', 'opgelost', 'heropend'];
const WITH_TICKET: readonly Status[] = ['doorgezet', 'in behandeling', 'opgelost', 'heropend', 'afgesloten'];

/** Rows by table, in the order in which they may be inserted. */
export type StoredRows = Record<string, object[]>;

/** Signals with the texts of the corpus, by number; the same number always gives the same signal. */
export class BenchSignals {
	/** The moment of the bench. */
	readonly now = new Date();
	private readonly mails = readTrainingMails();
	private readonly start = this.now.getTime() - YEARS * 365 * DAY_MS;

	constructor(private readonly count: number) {}

	/** A signal as it comes in. */
	signal(number: number): Signal {
		const dice = new Dice(SEED + number);
		const { subject, body } = dice.oneOf(this.mails);
		const customer = dice.between(1, Math.ceil(this.count / SIGNALS_PER_CUSTOMER));
		const signal = signalFor(`<${number}@bench.example>`, {
			subject,
			// A word that only this signal has, as a room or an order is.
			text: `${body}\nKenmerk k${number}x`,
			customer: { name: `Klant ${customer}`, email: `klant${customer}@bench.example`, organisation: null },
			classification: classificationFor({
				category: dice.oneOf(CATEGORIES),
				supplier: dice.oneOf(SUPPLIERS),
			}),
			status: 'ontvangen',
		});
		return { ...signal, source: { ...signal.source, receivedAt: this.at(number).toISOString() } };
	}

	/** What the register writes of it when it comes in. */
	registered(number: number): StoredRows {
		const signal = this.signal(number);
		const reference = this.reference(number);
		const at = this.at(number);
		const text = `Ontvangen en geregistreerd als ${reference}.`;
		return {
			signals: [toRow(signal, reference, at.toISOString())],
			report_facts: [newFacts(signal)],
			mail_ids: [{ message_id: `${number}@bench.example`, signal_id: signal.id }],
			search_documents: [searchRow(reference, signal)],
			updates: [
				{
					signal_id: signal.id,
					customer: signal.customer.email,
					state: 'plan',
					status_since: at.toISOString(),
					answered: 0,
					waiting_since: at.toISOString(),
				},
			],
			actions: [actionRow(signal.id, at, { kind: 'geregistreerd', actor: 'bench', text })],
		};
	}

	/**
	 * What the register holds of it by the moment of the bench: nearly all are closed, of the newest most are open.
	 * Of those some are due, of what was closed lately some were asked about.
	 */
	stored(number: number): StoredRows {
		const dice = new Dice(SEED * 2 + number);
		const rows = this.registered(number);
		const signal = rows.signals![0] as ReturnType<typeof toRow>;
		const { id, supplier, received_at } = signal;
		const isOpen = number > this.count * (1 - NEWEST_PART) || dice.between(1, STRAGGLER_IN) === 1;
		const status = isOpen ? dice.oneOf(OPEN) : 'afgesloten';
		const moved = new Date(Math.min(this.at(number).getTime() + 3 * DAY_MS, this.now.getTime()));
		Object.assign(signal, { status, handled_at: received_at });
		if (!isOpen) Object.assign(rows.report_facts![0]!, { closed_on: dutchDay(moved), lead_days: 3 });
		Object.assign(rows.updates![0]!, this.plan(dice, status, moved));
		rows.tickets = WITH_TICKET.includes(status)
			? [{ signal_id: id, supplier, system: 'topdesk', number: `I ${number}`, created_at: received_at }]
			: [];
		const text = `Van 'ontvangen' naar '${status}'.`;
		const change = { field: 'status', from: 'ontvangen', to: status } as const;
		rows.actions!.push(actionRow(id, moved, { kind: 'status', actor: 'bench', text, change }));
		if (!isOpen) Object.assign(rows, this.closed(dice, number, id, moved));
		else if (dice.between(1, 10) === 1) rows.questions = [this.question(dice, id)];
		return rows;
	}

	reference = (number: number): string => `R-2023-${String(number).padStart(7, '0')}`;

	/** When its customer hears something, of half of those that wait that moment has passed, as it has of their suppliers. */
	private plan(dice: Dice, status: Status, moved: Date) {
		const state = status === 'afgesloten' ? 'rest' : status === 'opgelost' ? 'closing' : 'waiting';
		const isOpen = state !== 'rest';
		const waitsForSupplier = isOpen && state === 'waiting' && status !== 'te beoordelen';
		return {
			state,
			due_at: isOpen ? this.around(dice) : null,
			status_since: moved.toISOString(),
			told_status: status,
			answered: 1,
			supplier_heard_at: WITH_TICKET.includes(status) ? moved.toISOString() : null,
			supplier_due_at: waitsForSupplier ? this.around(dice) : null,
		};
	}

	private closed(dice: Dice, number: number, id: string, moved: Date): StoredRows {
		const closures = [{ signal_id: id, closed_at: moved.toISOString() }];
		if (dice.between(1, 20) > 1) return { closures };
		const key = questionKey(this.reference(number));
		const at = new Date(moved.getTime() + DAY_MS).toISOString();
		const mail = { recipient: 'x', subject: 'x', message_id: `<${key}>`, state: 'sent', attempts: 1 };
		return {
			closures,
			outbox: [{ key, reference: this.reference(number), ...mail, created_at: at, updated_at: at }],
			satisfaction: [{ signal_id: id, invited_at: at, valid_until: at, mail_key: key }],
		};
	}

	private question(dice: Dice, signal_id: string): object {
		const due_at = this.around(dice);
		return { signal_id, question: 'Welke kamer?', state: 'open', due_at, ends_at: due_at, rounds: 1 };
	}

	/** A moment in the ten days before or after the bench. */
	private around = (dice: Dice): string =>
		new Date(this.now.getTime() + dice.between(-240, 240) * HOUR_MS).toISOString();

	private at = (number: number): Date =>
		new Date(this.start + ((this.now.getTime() - this.start) / this.count) * number);
}
