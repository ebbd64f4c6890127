import { DateTime } from 'luxon';
import type { Signal } from '../../domain/signal';
import { WorkingCalendar } from '../../domain/working-time/working-calendar';
import { logAction } from '../actions';
import { customerAnsweredAbout } from '../customer-answers';
import { writeTransaction, type RegisterDatabase } from '../database';
import { oneOf } from '../dialect';
import { LinksTableStore } from '../links-table';
import { RegisterError } from '../register-error';
import { aboutDuplicate, keptFor, rowOf } from '../signal-lookup';
import { toSignals, type SignalRow } from '../signal-rows';
import { planAgain } from '../updates/marks';
import { planSettings } from '../updates/planning';
import type { UpdateOutcome } from '../updates/updates';
import {
	ANSWER_ON_PAGE,
	newQuestionSchema,
	type NewQuestion,
	type QuestionKind,
	type QuestionMail,
	type Questions,
} from './questions';

const WAITING = ['open', 'reminded'] as const;

/** What the next mail is about, by the state of a question that is due. */
const NEXT_MAIL: Record<string, QuestionKind> = {
	open: 'reminder',
	reminded: 'expired',
	answered: 'answered',
};

/** The questions in the register's database, see `Questions`. */
export class QuestionsTableStore implements Questions {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async ask(input: NewQuestion, actor: string): Promise<QuestionMail> {
		const { reference, question, remindAfter, endAfter } = newQuestionSchema.parse(input);
		return await writeTransaction(this.db, async (db) => {
			const row = await rowOf(db, reference);
			const known = await db
				.selectFrom('questions')
				.selectAll()
				.where('signal_id', '=', row.id)
				.executeTakeFirst();
			const isOpen = known && WAITING.some((state) => state === known.state);
			if (isOpen && known.question !== question) {
				throw new RegisterError(
					`The customer of ${reference} was asked something that he did not answer yet: ${known.question}`,
					'Wait for the answer or for the end of the term. One question at a time is what people answer.',
				);
			}
			const { calendar } = await planSettings(db);
			const after = (days: number) =>
				new WorkingCalendar(calendar).deadline(DateTime.fromJSDate(this.now()), days).toUTC().toISO()!;
			const asked = isOpen
				? { rounds: known.rounds, ends_at: known.ends_at }
				: { rounds: (known?.rounds ?? 0) + 1, ends_at: after(endAfter) };
			if (!isOpen) {
				const values = { ...asked, question, state: 'open', due_at: after(remindAfter) };
				await db
					.insertInto('questions')
					.values({ signal_id: row.id, ...values })
					.onConflict((conflict) => conflict.column('signal_id').doUpdateSet(values))
					.execute();
				await logAction(db, row.id, this.now(), {
					kind: 'vraag',
					actor,
					text: `Vraag aan de klant: ${question}`,
				});
				await planAgain(db, row.id);
			}
			const [signal] = await toSignals(db, [row]);
			return await this.mail(db, signal!, row, { ...asked, question }, 'question');
		});
	}

	async due(claimMinutes: number, limit: number): Promise<QuestionMail[]> {
		return await writeTransaction(this.db, async (db) => {
			const now = this.now();
			const rows = await db
				.selectFrom('questions')
				.innerJoin('signals', 'signals.id', 'questions.signal_id')
				.selectAll('signals')
				.select(['questions.question', 'questions.rounds', 'questions.ends_at', 'questions.state'])
				.where('questions.due_at', '<=', now.toISOString())
				.orderBy('questions.due_at')
				.limit(limit)
				.execute();
			const later = new Date(now.getTime() + claimMinutes * 60_000).toISOString();
			await db
				.updateTable('questions')
				.set({ due_at: later })
				.where(oneOf(db, 'signal_id', JSON.stringify(rows.map(({ id }) => id))))
				.execute();
			const mails: QuestionMail[] = [];
			for (const [index, signal] of (await toSignals(db, rows)).entries()) {
				const row = rows[index]!;
				// Who asked about a signal that became a duplicate, gets his answer all the same.
				const answered = row.state === 'answered' && row.duplicate_of !== null;
				if (row.status === 'afgesloten' && !answered) {
					await this.set(db, row.id, { state: 'expired', due_at: null });
					continue;
				}
				mails.push(await this.mail(db, signal, row, row, NEXT_MAIL[row.state]!));
			}
			return mails;
		});
	}

	async record(reference: string, kind: QuestionKind, outcome: UpdateOutcome, actor: string): Promise<void> {
		if (kind === 'question' || outcome === 'limited') return;
		await writeTransaction(this.db, async (db) => {
			const { id } = await rowOf(db, reference);
			if (kind === 'answered') {
				const told = db.updateTable('questions').set({ due_at: null });
				await told.where('signal_id', '=', id).where('state', '=', 'answered').execute();
				return;
			}
			const { numUpdatedRows } = await db
				.updateTable('questions')
				.set((row) =>
					kind === 'reminder'
						? { state: 'reminded', due_at: row.ref('ends_at') }
						: { state: 'expired', due_at: null },
				)
				.where('signal_id', '=', id)
				.where('state', '=', kind === 'reminder' ? 'open' : 'reminded')
				.executeTakeFirst();
			if (numUpdatedRows === 0n) return;
			const text =
				kind === 'reminder'
					? reminded(outcome)
					: 'De klant heeft onze vraag niet beantwoord. De behandelaar beslist.';
			await logAction(db, id, this.now(), { kind: 'vraag', actor, text });
			await planAgain(db, id);
		});
	}

	async openQuestion(reference: string): Promise<string | null> {
		return await this.questionIn(reference, [...WAITING, 'expired']);
	}

	async waitingQuestion(reference: string): Promise<string | null> {
		return await this.questionIn(reference, WAITING);
	}

	async answer(reference: string, text: string): Promise<Signal> {
		return await writeTransaction(this.db, async (db) => {
			const row = await rowOf(db, reference);
			const action = {
				kind: 'reactie',
				actor: 'klant',
				text: `${ANSWER_ON_PAGE}${text}`,
			};
			const kept = await keptFor(db, row);
			await logAction(db, row.id, this.now(), action);
			if (kept !== row) {
				const line = `${aboutDuplicate(row, kept)}${action.text}`;
				await logAction(db, kept.id, this.now(), { ...action, text: line });
			}
			await customerAnsweredAbout(db, row, text, 'klant', this.now());
			// Whatever the words do to the signal: on this page they are the answer, and the handler hears it.
			await this.set(db, row.id, { state: 'answered', due_at: this.now().toISOString() });
			return (await toSignals(db, [await rowOf(db, kept.reference)]))[0]!;
		});
	}

	private async questionIn(reference: string, states: readonly string[]): Promise<string | null> {
		const { id } = await rowOf(this.db, reference);
		const row = await this.db
			.selectFrom('questions')
			.select('question')
			.where('signal_id', '=', id)
			.where('state', 'in', states)
			.executeTakeFirst();
		return row?.question ?? null;
	}

	private async set(
		db: RegisterDatabase,
		signalId: string,
		values: { state?: string; due_at: string | null },
	): Promise<void> {
		await db.updateTable('questions').set(values).where('signal_id', '=', signalId).execute();
	}

	private async mail(
		db: RegisterDatabase,
		signal: Signal,
		row: SignalRow,
		{ question, rounds, ends_at }: { question: string; rounds: number; ends_at: string },
		kind: QuestionKind,
	): Promise<QuestionMail> {
		const { reference } = row;
		const key = `${reference}:vraag:${rounds}${kind === 'question' ? '' : `:${kind}`}`;
		// Whoever answers late is answered too: the link outlives the term.
		const validUntil = DateTime.fromISO(ends_at, { zone: 'utc' }).plus({ days: 30 }).toISO()!;
		const link = { purpose: 'question' as const, subject: reference, party: row.customer_email, validUntil };
		const token =
			kind === 'question' || kind === 'reminder'
				? (await new LinksTableStore(db, this.now).issue({ ...link, singleUse: true })).token
				: null;
		return { kind, key, question, answerBy: ends_at, token, signal };
	}
}

const reminded = (outcome: UpdateOutcome): string =>
	outcome === 'skipped' || outcome === 'dropped'
		? 'De klant kon niet aan onze vraag worden herinnerd.'
		: 'De klant is aan onze vraag herinnerd.';
