import {
	givenAnswerSchema,
	type Consequence,
	type GivenAnswer,
	type SatisfactionAnswer,
} from '../../domain/satisfaction';
import { writeTransaction, type RegisterDatabase } from '../database';
import { hasTextAgain } from '../personal-data/text-again';
import { rowOf } from '../signal-lookup';
import { findCandidates, GONE } from './candidates';
import { satisfactionFigures } from './figures';
import { inviteCustomer } from './invitation';
import {
	noticeKey,
	samplingSchema,
	type Candidate,
	type Dissatisfaction,
	type InvitationOutcome,
	type InvitationTerms,
	type RecordedAnswer,
	type Sampling,
	type Satisfaction,
	type SatisfactionFigures,
} from './satisfaction';

/** What customers answered, in the register's database, see `Satisfaction`. */
export class SatisfactionTableStore implements Satisfaction {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async candidates(sampling: Sampling): Promise<Candidate[]> {
		return await findCandidates(this.db, samplingSchema.parse(sampling), this.now());
	}

	async invite(reference: string, terms: InvitationTerms): Promise<InvitationOutcome> {
		return await writeTransaction(this.db, (db) => inviteCustomer(db, reference, terms, this.now()));
	}

	async answerOf(reference: string): Promise<RecordedAnswer | null> {
		const row = await this.db
			.selectFrom('satisfaction')
			.innerJoin('signals', 'signals.id', 'satisfaction.signal_id')
			.select(['satisfaction.answer', 'satisfaction.answered_at'])
			.where('signals.reference', '=', reference)
			.executeTakeFirst();
		if (!row?.answer) return null;
		return { answer: row.answer as SatisfactionAnswer, answeredAt: row.answered_at! };
	}

	async record(reference: string, given: GivenAnswer, onvredeId: string | null): Promise<boolean> {
		const { answer, remark, consequence } = givenAnswerSchema.parse(given);
		const { id } = await rowOf(this.db, reference);
		return await writeTransaction(this.db, async (db) => {
			const { numUpdatedRows } = await db
				.updateTable('satisfaction')
				.set({
					answer,
					remark: remark || null,
					consequence,
					onvrede_id: onvredeId,
					answered_at: this.now().toISOString(),
					notice_key: answer === 'tevreden' ? null : noticeKey(reference),
				})
				.where('signal_id', '=', id)
				.where('answer', 'is', null)
				.executeTakeFirst();
			if (remark) await hasTextAgain(db, id);
			return numUpdatedRows > 0n;
		});
	}

	async unannounced(limit: number): Promise<Dissatisfaction[]> {
		const rows = await this.db
			.selectFrom('satisfaction')
			.innerJoin('signals', 'signals.id', 'satisfaction.signal_id')
			.leftJoin('signals as onvrede', 'onvrede.id', 'satisfaction.onvrede_id')
			.leftJoin('outbox', 'outbox.key', 'satisfaction.notice_key')
			.select(['signals.reference', 'onvrede.reference as onvrede_reference'])
			.select(['satisfaction.remark', 'satisfaction.consequence', 'satisfaction.answered_at'])
			.select('satisfaction.notice_key')
			.where('satisfaction.answer', '=', 'niet tevreden')
			.where((where) => where.or([where('outbox.state', 'is', null), where('outbox.state', 'not in', GONE)]))
			.orderBy('satisfaction.answered_at')
			.orderBy('satisfaction.signal_id')
			.limit(limit)
			.execute();
		return rows.map((row) => ({
			reference: row.reference,
			remark: row.remark ?? '',
			consequence: row.consequence as Consequence,
			onvredeReference: row.onvrede_reference,
			answeredAt: row.answered_at!,
			idempotencyKey: row.notice_key!,
		}));
	}

	async figures(from: string | null, until: string | null): Promise<SatisfactionFigures> {
		return await satisfactionFigures(this.db, from, until);
	}
}
