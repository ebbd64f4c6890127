import { signalSchema, STATUSES, type Signal } from '../../../nodes/shared/domain/signal';
import { toRow, type SignalRow } from '../../../nodes/shared/storage/signal-rows';
import { searchableWords } from '../../../nodes/shared/storage/search-terms';
import { CATEGORIES, SUPPLIERS } from '../../../nodes/shared/domain/codebook';
import { Dice } from '../../../test/support/dice';
import { classificationFor, signalFor } from '../../../test/support/signals';
import { readTrainingMails } from '../../classifier/corpus';

const SEED = 20_150;
const CUSTOMERS = 2_000;
/** Signals are spread over this many years until the moment of the bench. */
const YEARS = 3;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Signals with the texts of the corpus, by number; the same number always gives the same signal. */
export class BenchSignals {
	private readonly mails = readTrainingMails();
	private readonly start = Date.now() - YEARS * YEAR_MS;

	constructor(private readonly count: number) {}

	signal(number: number): Signal {
		const dice = new Dice(SEED + number);
		const { subject, body } = dice.oneOf(this.mails);
		const customer = dice.between(1, CUSTOMERS);
		const signal = signalFor(`<${number}@bench.example>`, {
			subject,
			// A word that only this signal has, as a room or an order is.
			text: `${body}\nKenmerk k${number}x`,
			customer: { name: `Klant ${customer}`, email: `klant${customer}@bench.example`, organisation: null },
			classification: classificationFor({
				category: dice.oneOf(CATEGORIES),
				supplier: dice.oneOf(SUPPLIERS),
			}),
			status: dice.oneOf(STATUSES),
		});
		return signalSchema.parse({ ...signal, source: { ...signal.source, receivedAt: this.at(number) } });
	}

	/** What the register would keep of it. */
	stored(number: number): { row: Omit<SignalRow, 'failures'>; words: string; messageId: string } {
		const signal = this.signal(number);
		const reference = this.reference(number);
		const words = searchableWords([
			reference,
			signal.subject,
			signal.customer.name,
			signal.customer.email,
			signal.text,
		]);
		const row = { ...toRow(signal, reference, this.at(number)), handled_at: this.at(number) };
		return { row, words, messageId: `${number}@bench.example` };
	}

	reference = (number: number): string => `R-2023-${String(number).padStart(7, '0')}`;

	private at = (number: number): string =>
		new Date(this.start + ((YEARS * YEAR_MS) / this.count) * number).toISOString();
}
