import { randomUUID } from 'node:crypto';
import { sql, type SelectQueryBuilder } from 'kysely';
import { FORGOTTEN } from '../domain/forget';
import type { Range } from '../domain/range';
import type { Signal } from '../domain/signal';
import type { RegisterDatabase } from './database';
import { RegisterError } from './register-error';
import { dutchDay } from './report-facts';
import type { ReportAgreementTable } from './report-schema';
import type {
	Agreement,
	AgreementOutcome,
	ClosedCount,
	DailyCount,
	DissatisfactionFacts,
	GroupCount,
	KeptReport,
	OpenCount,
	QualityCount,
	Registration,
	Reports,
	ReportScope,
	SignalText,
	Writer,
} from './reports';
import type { RegisterSchema } from './schema';

/** What is no signal of a customer: reports do not count it. */
const NO_SIGNAL = 'overig';
/** How the source keys of lines of an old list begin. */
const IMPORTED = 'import:%';
const PAGE = 500;

type Facts<O> = SelectQueryBuilder<RegisterSchema, 'report_facts', O>;

/** Counts come as text or as bigint from some databases. */
const total = sql<number>`cast(count(*) as integer)`;
const wasReopened = sql<number>`case when reopened > 0 then 1 else 0 end`;

export class ReportsTableStore implements Reports {
	constructor(
		private readonly db: RegisterDatabase,
		private readonly now: () => Date,
	) {}

	async firstDay(): Promise<string | null> {
		const began = await this.firstRegistered();
		return (await this.firstImported(began)) ?? began;
	}

	/** By its registration: an old mail that was still in the mailbox says nothing about the months after it. */
	private async firstRegistered(): Promise<string | null> {
		const first = await this.db
			.selectFrom('signals')
			.select('registered_at')
			.where('category', '!=', NO_SIGNAL)
			.where('source_key', 'not like', IMPORTED)
			.orderBy('registered_at')
			.limit(1)
			.executeTakeFirst();
		return first ? dutchDay(first.registered_at) : null;
	}

	/** A list that was taken over tells of all its days. What lies after `before` is not looked through. */
	private async firstImported(before: string | null): Promise<string | null> {
		let imported = this.of(null)
			.innerJoin('signals', 'signals.id', 'report_facts.signal_id')
			.where('signals.source_key', 'like', IMPORTED);
		if (before !== null) imported = imported.where('received_on', '<', before);
		const first = await imported.select('received_on').orderBy('received_on').limit(1).executeTakeFirst();
		return first?.received_on ?? null;
	}

	async daily(scope: ReportScope): Promise<DailyCount[]> {
		return await this.received(scope)
			.select(['received_on as day', 'supplier', 'category', total.as('count')])
			.groupBy(['received_on', 'supplier', 'category'])
			.execute();
	}

	async groups(scope: ReportScope): Promise<GroupCount[]> {
		return await this.received(scope)
			.select(['supplier', 'organisation', 'category', total.as('count')])
			.groupBy(['supplier', 'organisation', 'category'])
			.execute();
	}

	async closed(scope: ReportScope): Promise<ClosedCount[]> {
		// First in the order of the index, which needs no sorting of every signal; that leaves little to sort.
		const perDay = this.closedIn(scope)
			.select(['supplier', 'category', 'lead_days', 'reopened', total.as('count')])
			.groupBy(['closed_on', 'supplier', 'category', 'lead_days', 'reopened']);
		return await this.db
			.selectFrom(perDay.as('closed'))
			.select([
				'supplier',
				'category',
				'lead_days as days',
				wasReopened.as('reopened'),
				sql<number>`cast(sum(count) as integer)`.as('count'),
			])
			.groupBy(['supplier', 'category', 'lead_days', wasReopened])
			.execute();
	}

	async openAt(supplier: string | null, until: string): Promise<OpenCount[]> {
		// Two questions to the index on closing: what is open now, and what was closed since. All that was ever
		// received is not looked through.
		const stillOpen = await this.handled(supplier)
			.where('closed_on', 'is', null)
			.where('received_on', '<', until)
			.select(['received_on as day', 'supplier', 'category', wasReopened.as('reopened'), total.as('count')])
			.groupBy(['received_on', 'supplier', 'category', wasReopened])
			.execute();
		const closedSince = await this.handled(supplier)
			.where('closed_on', '>=', until)
			.select(['received_on as day', 'supplier', 'category', wasReopened.as('reopened'), total.as('count')])
			.groupBy(['closed_on', 'supplier', 'category', 'received_on', wasReopened])
			.execute();
		return [...stillOpen, ...closedSince.filter(({ day }) => day < until)];
	}

	async dissatisfaction(scope: ReportScope): Promise<DissatisfactionFacts[]> {
		// What followed, followed on the signal that is kept; several that say the same of it are one.
		const signalsThat = (condition: ReturnType<typeof sql>) =>
			sql<number>`cast(count(distinct case when ${condition} then handled.signal_id end) as integer)`;
		const hasTicket = sql`exists (select 1 from tickets where tickets.signal_id = handled.signal_id)`;
		const hasAction = sql`exists (select 1 from actions where actions.signal_id = handled.signal_id
			and actions.kind = 'notitie')`;
		let query = this.received({ ...scope, supplier: null })
			.innerJoin('report_facts as handled', (join) =>
				join.on(
					sql<boolean>`handled.signal_id = coalesce(report_facts.duplicate_of, report_facts.signal_id)`,
				),
			)
			// As the index has it: SQLite does not use that for a value it is given.
			.where(sql<boolean>`report_facts.dissatisfied = 1`);
		if (scope.supplier !== null) query = query.where('handled.supplier', '=', scope.supplier);
		return await query
			.select([
				'handled.supplier',
				signalsThat(sql`true`).as('count'),
				signalsThat(sql`handled.closed_on is not null`).as('closed'),
				signalsThat(sql`handled.reopened > 0`).as('reopened'),
				signalsThat(hasTicket).as('withTicket'),
				signalsThat(hasAction).as('withAction'),
			])
			.groupBy('handled.supplier')
			.execute();
	}

	async quality(scope: ReportScope): Promise<QualityCount[]> {
		return await this.inDays(this.anyOf(scope.supplier), 'received_on', scope)
			.select(['supplier', 'decided_by as decidedBy', 'unsure', total.as('count')])
			.groupBy(['supplier', 'decided_by', 'unsure'])
			.execute();
	}

	async draw(scope: ReportScope, most: number): Promise<string[]> {
		// Identifiers say nothing about what they stand for, so the first ones are as good as drawn by lot.
		const drawn = await this.received(scope)
			.select('report_facts.signal_id as id')
			.orderBy('report_facts.signal_id')
			.limit(most)
			.execute();
		return drawn.map(({ id }) => id);
	}

	async *texts(signalIds: readonly string[]): AsyncIterable<SignalText[]> {
		for (let from = 0; from < signalIds.length; from += PAGE) {
			const rows = await this.db
				.selectFrom('signals')
				.innerJoin('report_facts', 'report_facts.signal_id', 'signals.id')
				.select(['report_facts.category', 'signals.subject', 'signals.text', 'signals.content'])
				.where('signals.id', 'in', signalIds.slice(from, from + PAGE))
				.where('signals.text', '!=', FORGOTTEN)
				.orderBy('signals.id')
				.execute();
			yield rows.map(({ content, ...text }) => ({ ...text, customer: writerIn(content) }));
		}
	}

	async registrations(range: Range): Promise<Registration[]> {
		const rows = await this.received({ ...range, supplier: null })
			.innerJoin('signals', 'signals.id', 'report_facts.signal_id')
			.where('report_facts.organisation', 'is not', null)
			.select([
				'signals.reference',
				'report_facts.received_on as receivedOn',
				'report_facts.organisation',
				'report_facts.category',
				'report_facts.supplier',
				'signals.status',
				'signals.subject',
			])
			.orderBy('report_facts.organisation')
			.orderBy('report_facts.received_on')
			.orderBy('signals.reference')
			.execute();
		return rows.map(({ organisation, ...row }) => ({ ...row, organisation: organisation! }));
	}

	async keep({ from, until, ...kept }: KeptReport): Promise<void> {
		const values = {
			made_at: kept.madeAt,
			explanation: kept.explanation,
			approved_at: kept.approvedAt,
			approved_by: kept.approvedBy,
			report: kept.report,
		};
		await this.db
			.insertInto('supplier_reports')
			.values({ supplier: kept.supplier, from_day: from, until_day: until, ...values })
			.onConflict((conflict) => conflict.columns(['supplier', 'from_day', 'until_day']).doUpdateSet(values))
			.execute();
	}

	async lastBefore(supplier: string, day: string): Promise<KeptReport | null> {
		const row = await this.db
			.selectFrom('supplier_reports')
			.selectAll()
			.where('supplier', '=', supplier)
			.where('until_day', '<=', day)
			.orderBy('until_day', 'desc')
			.orderBy('from_day', 'desc')
			.limit(1)
			.executeTakeFirst();
		if (!row) return null;
		return {
			supplier: row.supplier,
			from: row.from_day,
			until: row.until_day,
			madeAt: row.made_at,
			explanation: row.explanation,
			approvedAt: row.approved_at,
			approvedBy: row.approved_by,
			report: row.report,
		};
	}

	async agreements(supplier: string | null): Promise<Agreement[]> {
		let query = this.db.selectFrom('report_agreements').selectAll();
		if (supplier !== null) query = query.where('supplier', '=', supplier);
		const rows = await query.orderBy('made_on', 'desc').orderBy('id').execute();
		return rows.map(toAgreement);
	}

	async addAgreement(agreed: Pick<Agreement, 'supplier' | 'text' | 'dueOn'>): Promise<Agreement> {
		const row: ReportAgreementTable = {
			id: randomUUID(),
			supplier: agreed.supplier,
			made_on: dutchDay(this.now()),
			text: agreed.text,
			due_on: agreed.dueOn,
			outcome: 'open',
			outcome_text: '',
			decided_on: null,
		};
		await this.db.insertInto('report_agreements').values(row).execute();
		return toAgreement(row);
	}

	async decideAgreement(id: string, outcome: AgreementOutcome, text: string): Promise<Agreement> {
		const row = await this.db
			.updateTable('report_agreements')
			.set({ outcome, outcome_text: text, decided_on: outcome === 'open' ? null : dutchDay(this.now()) })
			.where('id', '=', id)
			.returningAll()
			.executeTakeFirst();
		if (row) return toAgreement(row);
		throw new RegisterError(
			`There is no agreement ${id || '(empty)'} in the register.`,
			'Take the ID from the output of Agreement: Get Many or Add.',
		);
	}

	/** What is no signal counts too. */
	private anyOf(supplier: string | null): Facts<object> {
		const facts = this.db.selectFrom('report_facts');
		return supplier === null ? facts : facts.where('report_facts.supplier', '=', supplier);
	}

	private of(supplier: string | null): Facts<object> {
		return this.anyOf(supplier).where('report_facts.category', '!=', NO_SIGNAL);
	}

	/** Without duplicates: those are not handled, the signal that is kept is. */
	private handled(supplier: string | null): Facts<object> {
		return this.of(supplier).where('report_facts.duplicate_of', 'is', null);
	}

	private received(scope: ReportScope): Facts<object> {
		return this.inDays(this.of(scope.supplier), 'received_on', scope);
	}

	private closedIn(scope: ReportScope): Facts<object> {
		return this.inDays(this.handled(scope.supplier), 'closed_on', scope);
	}

	private inDays(
		facts: Facts<object>,
		column: 'received_on' | 'closed_on',
		{ from, until }: ReportScope,
	): Facts<object> {
		const name = `report_facts.${column}` as const;
		return facts.where(name, '>=', from).where(name, '<', until);
	}
}

/** Of the JSON that the register wrote itself. */
function writerIn(content: string): Writer {
	const { email, name } = (JSON.parse(content) as Pick<Signal, 'customer'>).customer;
	return { email, name };
}

const toAgreement = (row: ReportAgreementTable): Agreement => ({
	id: row.id,
	supplier: row.supplier,
	madeOn: row.made_on,
	text: row.text,
	dueOn: row.due_on,
	outcome: row.outcome as AgreementOutcome,
	outcomeText: row.outcome_text,
	decidedOn: row.decided_on,
});
