import { DateTime } from 'luxon';
import { ZONE, WorkingCalendar } from '../../nodes/shared/domain/working-time/working-calendar';
import { openDatabase, writeTransaction } from '../../nodes/shared/storage/database';
import { factsAfterMove, newFacts } from '../../nodes/shared/storage/report-facts';
import type { ReportFactTable } from '../../nodes/shared/storage/report-schema';
import type { Classification, Signal } from '../../nodes/shared/domain/signal';
import type { GeneratedSignal } from './signal-year';
import { signalId } from '../../nodes/shared/domain/source-key';
import { signalFor } from './signals';

const BATCH = 200;
const CUSTOMERS = 400;
const calendar = new WorkingCalendar();

/** Puts signals into a register's file as it would have done itself, but many at a time. Gives how many. */
export async function fillRegister(
	databaseFile: string,
	signals: Iterable<GeneratedSignal>,
): Promise<number> {
	const db = await openDatabase({ databaseFile });
	let count = 0;
	await writeTransaction(db, async (transaction) => {
		const [rows, facts] = [[] as object[], [] as object[]];
		const write = async () => {
			if (rows.length === 0) return;
			await transaction
				.insertInto('signals')
				.values(rows.splice(0) as never)
				.execute();
			await transaction
				.insertInto('report_facts')
				.values(facts.splice(0) as never)
				.execute();
		};
		for (const generated of signals) {
			const reference = `R-${generated.day.slice(0, 4)}-${String(++count).padStart(6, '0')}`;
			const { row, fact } = rowsOf(generated, reference, count);
			rows.push(row);
			facts.push(fact);
			if (rows.length === BATCH) await write();
		}
		await write();
	});
	await db.destroy();
	return count;
}

/** What is the same for all of them is made once: a million signals must not take an hour. */
const BASE = signalFor('<generated>');
const closingOf = new Map<string, Partial<ReportFactTable>>();

function rowsOf(generated: GeneratedSignal, reference: string, number: number) {
	const { supplier, category, day, leadDays, organisation, subject, text } = generated;
	const receivedAt = `${day}T09:00:00.000Z`;
	const byPerson = number % 12 === 0;
	const signal: Signal = {
		...BASE,
		id: signalId(`generated:${number}`),
		reference,
		source: { ...BASE.source, key: `generated:${number}`, receivedAt },
		customer: { ...BASE.customer, email: `klant${number % CUSTOMERS}@minvenj.example`, organisation },
		subject,
		text,
		classification: {
			...BASE.classification!,
			supplier: supplier as Classification['supplier'],
			category: category as Classification['category'],
			review: byPerson,
			decidedBy: byPerson ? 'person:Jan' : 'model',
		},
		status: leadDays === null ? 'doorgezet' : 'afgesloten',
	};
	const row = {
		id: signal.id,
		reference,
		source_key: signal.source.key,
		received_at: receivedAt,
		registered_at: receivedAt,
		customer_email: signal.customer.email,
		subject,
		text,
		category,
		supplier,
		status: signal.status,
		content: JSON.stringify({ ...signal, tickets: undefined, actions: undefined }),
		handled_at: receivedAt,
	};
	const fact = {
		...FACT,
		signal_id: signal.id,
		received_on: day,
		supplier,
		category,
		organisation,
		decided_by: byPerson ? 'person' : 'model',
		unsure: byPerson ? 1 : 0,
		dissatisfied: category === 'onvrede' ? 1 : 0,
	};
	return { row, fact: leadDays === null ? fact : { ...fact, ...closing(receivedAt, leadDays) } };
}

const FACT = newFacts(BASE);

/** As the register counts it. */
function closing(receivedAt: string, leadDays: number): Partial<ReportFactTable> {
	const key = `${receivedAt} ${leadDays}`;
	const known = closingOf.get(key);
	if (known) return known;
	const closed = calendar.deadline(DateTime.fromISO(receivedAt, { zone: ZONE }), leadDays);
	const facts = factsAfterMove(receivedAt, { closed_on: null, reopened: 0 }, 'opgelost', closed.toJSDate())!;
	closingOf.set(key, facts);
	return facts;
}
