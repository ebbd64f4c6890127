import type { Register } from '../../../nodes/shared/storage/register';
import { dueCustomers } from '../../../nodes/shared/storage/updates/messages';
import { question, read, SIGNAL, type Question } from './question';
import type { Raw } from './raw';

const CUSTOMERS = 100;
const SUPPLIER_SIGNALS = 500;
const CANDIDATES = 50;
const DAY_MS = 86_400_000;

const settings = { quiet: { from: '00:00', until: '00:00', onDaysOff: false } };
const claim = { by: 'bench', minutes: 15 };
const sampling = {
	percentage: 25,
	closedForHours: 24,
	closedWithinDays: 14,
	oncePerDays: 90,
	limit: CANDIDATES,
};

const UNDO = new Error('undone, so that the next time finds the same');

async function undone(register: Register, work: (all: Register) => Promise<unknown>): Promise<void> {
	const doing = register.together(async (all) => {
		await work(all);
		throw UNDO;
	});
	await doing.catch((error: unknown) => {
		if (error !== UNDO) throw error;
	});
}

const WHO = `select u.customer from updates u left join update_messages m on m.customer = u.customer
	where u.state = 'waiting' and u.due_at <= ? and u.customer is not null and m.customer is null
	group by u.customer order by min(u.due_at) limit`;
const UNFINISHED = `select m.customer, m.key, m.content, o.state from update_messages m left join outbox o on o.key = m.key
	where m.claimed_until <= ? order by m.claimed_until limit`;

/** By which settings, and whether moments must be reckoned first. */
async function looked(raw: Raw): Promise<void> {
	await raw.all("select settings from update_plans where id = 'current'");
	await raw.all("select signal_id from updates where state = 'plan' limit 1");
}

/** Writes a message for each of the customers, its words ready. */
async function tell(raw: Raw, now: string): Promise<void> {
	await looked(raw);
	await raw.all(`${UNFINISHED} ${CUSTOMERS}`, [now]);
	const customers = (await raw.all(`${WHO} ${CUSTOMERS}`, [now])).map(({ customer }) => customer);
	const these = customers.map(() => '?').join(', ');
	await read(
		raw,
		`select ${SIGNAL}, u.customer, u.due_at, u.told_status from updates u join signals s on s.id = u.signal_id
			where u.customer in (${these}) and u.state = 'waiting' order by u.due_at, u.signal_id`,
		customers,
	);
	const line = '(?, ?, ?, ?, ?)';
	await raw.all(
		`insert into update_messages (customer, key, content, claimed_by, claimed_until) values ${customers.map(() => line).join(', ')}`,
		customers.flatMap((customer) => [customer, `bench:${String(customer)}`, 'x'.repeat(1_000), 'bench', now]),
	);
}

async function remind(raw: Raw, now: string): Promise<void> {
	const rows = await raw.all(
		`select ${SIGNAL}, q.question, q.rounds, q.ends_at, q.state from questions q join signals s on s.id = q.signal_id
			where q.due_at <= ? order by q.due_at limit ${CUSTOMERS}`,
		[now],
	);
	const ids = rows.map(({ id }) => id);
	const these = ids.map(() => '?').join(', ');
	await raw.all(`update questions set due_at = ? where signal_id in (${these})`, [now, ...ids]);
	await read(raw, `select ${SIGNAL} from signals s where id in (${these})`, ids);
	const line = `(?, 'x', 'question', 'x', '{}', 1, ?, ?)`;
	await raw.all(
		`insert into links (id, hash, purpose, subject, data, single_use, created_at, valid_until) values ${ids.map(() => line).join(', ')}`,
		ids.flatMap((id) => [`bench:${String(id)}`, now, now]),
	);
}

const ago = (now: string, ms: number) => new Date(Date.parse(now) - ms).toISOString();

/** The one query by which is known who must hear something. */
export const WHO_IS_DUE: Question = question(
	`due, which ${CUSTOMERS} customers`,
	(_, { now }) => now.toISOString(),
	async ({ db }, now) => await dueCustomers(db, now, CUSTOMERS).execute(),
	async (raw, now) => await raw.all(`${WHO} ${CUSTOMERS}`, [now]),
);

/**
 * What the scheduled workflows run, whole: with the texts, terms and links that bare SQL has ready. To measure
 * another one, add it here.
 */
export const RUNS: readonly Question[] = [
	question(
		'due, nothing to tell',
		(_, { now }) => ago(now.toISOString(), 30 * DAY_MS),
		async ({ early }) => await early.updates.due(settings, claim, CUSTOMERS),
		async (raw, early) => {
			await looked(raw);
			await raw.all(`${UNFINISHED} 1`, [early]);
			await raw.all(`${WHO} 1`, [early]);
		},
	),
	question(
		`due, status updates for ${CUSTOMERS} customers`,
		(_, { now }) => now.toISOString(),
		async ({ register }) => await undone(register, (all) => all.updates.due(settings, claim, CUSTOMERS)),
		async (raw, now) => await raw.transaction(async () => await tell(raw, now), 'rollback'),
	),
	question(
		`due, silent suppliers, ${SUPPLIER_SIGNALS} signals`,
		(_, { now }) => now.toISOString(),
		async ({ register }) => await register.updates.silentSuppliers(SUPPLIER_SIGNALS),
		async (raw, now) => {
			await looked(raw);
			await raw.all(
				`select s.reference, s.subject, s.status, s.supplier, t.number, u.supplier_heard_at from updates u
					join signals s on s.id = u.signal_id
					left join tickets t on t.signal_id = s.id and t.supplier = s.supplier
					where u.supplier_due_at <= ? order by u.supplier_due_at limit ${SUPPLIER_SIGNALS}`,
				[now],
			);
		},
	),
	question(
		`due, ${CUSTOMERS} question reminders`,
		(_, { now }) => now.toISOString(),
		async ({ register }) => await undone(register, (all) => all.questions.due(15, CUSTOMERS)),
		async (raw, now) => await raw.transaction(async () => await remind(raw, now), 'rollback'),
	),
	question(
		`due, ${CANDIDATES} satisfaction questions`,
		(_, { now }) => now.toISOString(),
		async ({ register }) => await register.satisfaction.candidates(sampling),
		async (raw, now) =>
			await read(
				raw,
				`select ${SIGNAL}, c.closed_at from closures c join signals s on s.id = c.signal_id
					left join satisfaction a on a.signal_id = s.id left join outbox o on o.key = a.mail_key
					left join satisfaction_turns t on t.customer = s.customer_email and t.invited_at > ?
					where c.closed_at >= ? and c.closed_at <= ? and c.signal_id < '40' and s.customer_email is not null
					and s.duplicate_of is null and a.answer is null and (o.state is null or o.state not in ('sent', 'handing-over', 'doubtful', 'released', 'dropped'))
					and (t.signal_id is null or t.signal_id = s.id)
					order by c.closed_at, c.signal_id limit ${CANDIDATES}`,
				[ago(now, 90 * DAY_MS), ago(now, 14 * DAY_MS), ago(now, DAY_MS)],
			),
	),
	question(
		'health',
		() => null,
		async ({ register }) => await register.health(),
		async (raw) => {
			for (const table of ['signals', 'follow_ups']) {
				await raw.all(
					`select handled_at from ${table} where handled_at is not null order by handled_at desc limit 1`,
				);
				await raw.all(`select count(*) from ${table} where handled_at is null and failures >= 3`);
			}
			await raw.all("select count(*) from signals where unparseable = 1 and status = 'te beoordelen'");
			await raw.all(
				"select * from outbox where state in ('doubtful', 'limited') order by updated_at limit 1000",
			);
		},
	),
];
