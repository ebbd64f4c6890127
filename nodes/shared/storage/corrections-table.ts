import type { Classification, Signal } from '../domain/signal';
import { logAction } from './actions';
import {
	correctionSchema,
	labelsSchema,
	type Correction,
	type Corrections,
	type Labels,
	type LearnedMail,
} from './corrections';
import { writeTransaction, type RegisterDatabase } from './database';
import { rowOf, toSignals } from './signal-rows';

/** What people said of signals, in the register's database. */
export class CorrectionsTableStore implements Corrections {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async learn(reference: string, input: Correction): Promise<Signal> {
		const { labels, actor, reason } = correctionSchema.parse(input);
		return await writeTransaction(this.db, async (db) => {
			const row = await rowOf(db, reference);
			const [signal] = await toSignals(db, [row]);
			const before = signal!.classification;
			const decidedBy = `person:${actor}`;
			if (before?.decidedBy === decidedBy && isSame(before, labels)) return signal!;
			const classification = byPerson(labels, decidedBy, before);
			await db
				.updateTable('signals')
				.set({
					category: labels.category,
					supplier: labels.supplier,
					content: JSON.stringify({ ...(JSON.parse(row.content) as object), classification }),
				})
				.where('id', '=', row.id)
				.execute();
			const correction = {
				labels: JSON.stringify(labels),
				judged: before && JSON.stringify(before),
				actor,
				reason,
				at: this.now().toISOString(),
			};
			await db
				.insertInto('corrections')
				.values({ signal_id: row.id, ...correction })
				.onConflict((conflict) => conflict.column('signal_id').doUpdateSet(correction))
				.execute();
			await logAction(db, row.id, this.now(), {
				kind: 'beoordeling',
				actor,
				text: told(before, labels, reason),
			});
			return (await toSignals(db, [await rowOf(db, reference)]))[0]!;
		});
	}

	async all(): Promise<LearnedMail[]> {
		const rows = await this.db
			.selectFrom('corrections')
			.innerJoin('signals', 'signals.id', 'corrections.signal_id')
			.select(['signals.id', 'signals.subject', 'signals.text', 'corrections.labels'])
			.orderBy('signals.reference')
			.execute();
		return rows.map(({ id, subject, text, labels }) => ({
			signalId: id,
			subject,
			text,
			labels: labelsSchema.parse(JSON.parse(labels)),
		}));
	}
}

const isSame = (one: Labels, other: Labels): boolean =>
	JSON.stringify(labelsSchema.parse(one)) === JSON.stringify(other);

/** A person is sure. The model that judged before stays named: it is what the correction is about. */
const byPerson = (labels: Labels, decidedBy: string, before: Classification | null): Classification => ({
	...labels,
	confidence: { category: 1, supplier: 1, urgency: 1, sentiment: 1 },
	review: false,
	reviewReasons: [],
	decidedBy,
	evidence: [],
	modelVersion: before?.modelVersion ?? 'geen',
});

function told(before: Classification | null, labels: Labels, reason: string | null): string {
	const now = `soort ${labels.category}, leverancier ${labels.supplier}`;
	const was = before ? `soort ${before.category}, leverancier ${before.supplier}` : 'niet beoordeeld';
	const verdict = now === was ? `Het is inderdaad ${now}` : `Het is ${now} (was: ${was})`;
	return reason ? `${verdict}. ${reason}` : `${verdict}.`;
}
