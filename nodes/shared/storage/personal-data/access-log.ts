import { createHmac, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import { addressKey } from '../../domain/address';
import type { RegisterDatabase } from '../database';
import { linkKey } from '../links-table';
import { RegisterError } from '../register-error';
import type { AccessLogTable } from '../schema';
import { whenUnlocked } from '../sqlite';
import { followUpsFrom, signalsOf } from './person';
import type { AccessRecord, AccessRequest, Reading } from './personal-data';
import { rangesHold, toRanges } from './reference-ranges';

/** The code of lines that are about more than one person. */
const SEVERAL = '';
const PAGE = 1_000;

/**
 * Whose data it was, without saying so: the log can be asked about an address, but does not keep addresses of
 * people who were forgotten.
 */
async function personCode(db: RegisterDatabase, email: string): Promise<string> {
	return createHmac('sha256', await linkKey(db))
		.update(`access-log\0${addressKey(email)}`)
		.digest('base64url');
}

/** Writes down who looked at, or removed, whose data. There is no way to change or remove a line but by its age. */
export async function logAccess(
	db: RegisterDatabase,
	{ email, actor, reason }: AccessRequest,
	kind: AccessRecord['kind'],
	signals: number,
	now: Date,
): Promise<void> {
	await db
		.insertInto('access_log')
		.values({
			id: randomUUID(),
			at: now.toISOString(),
			kind,
			actor,
			reason,
			person: await personCode(db, email),
			signals,
			signal_references: null,
		})
		.execute();
}

/**
 * Writes down, in one line, that signals were read. It takes no lock but that of the line itself: who only reads does
 * not wait for who writes in PostgreSQL.
 */
export async function logReading(
	db: RegisterDatabase,
	{ kind, actor, what, references }: Reading,
	now: Date,
): Promise<void> {
	const distinct = [...new Set(references)];
	const [only, ...others] = distinct;
	if (only === undefined) return;
	const person = others.length === 0 ? await customerCode(db, only) : SEVERAL;
	const line = { id: randomUUID(), at: now.toISOString(), kind, actor, reason: what, person };
	await whenUnlocked(
		async () =>
			await db
				.insertInto('access_log')
				.values({ ...line, signals: distinct.length, signal_references: toRanges(distinct) })
				.execute(),
	);
}

/** The code of the customer of a signal; that of nobody when it is not known. */
async function customerCode(db: RegisterDatabase, reference: string): Promise<string> {
	const row = await db
		.selectFrom('signals')
		.select('customer_email')
		.where('reference', '=', reference)
		.executeTakeFirst();
	return row?.customer_email ? await personCode(db, row.customer_email) : SEVERAL;
}

/** Newest first. About a person these are the lines in which that person is named, or a signal that is still theirs. */
export async function readAccessLog(
	db: RegisterDatabase,
	email: string | null,
	limit: number,
): Promise<AccessRecord[]> {
	const concerns = email === null ? () => true : await concerning(db, addressKey(email));
	const found: AccessRecord[] = [];
	for (let last: AccessLine | undefined; ;) {
		const page = await pageAfter(db, last, email === null ? Math.min(limit, PAGE) : PAGE);
		for (const line of page) {
			if (!concerns(line)) continue;
			found.push(toRecord(line));
			if (found.length === limit) return found;
		}
		last = page.at(-1);
		if (page.length < PAGE || !last) return found;
	}
}

type AccessLine = Selectable<AccessLogTable>;

async function concerning(db: RegisterDatabase, key: string): Promise<(line: AccessLine) => boolean> {
	const code = await personCode(db, key);
	const rows = [...(await signalsOf(db, key)), ...(await followUpsFrom(db, key))];
	const own = new Set(rows.map(({ reference }) => reference));
	return ({ person, signal_references: ranges }) =>
		person === code || (ranges !== null && rangesHold(ranges, own));
}

async function pageAfter(db: RegisterDatabase, last: AccessLine | undefined, limit: number) {
	let query = db.selectFrom('access_log').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit);
	if (last) {
		query = query.where((where) =>
			where.or([
				where('at', '<', last.at),
				where.and([where('at', '=', last.at), where('id', '>', last.id)]),
			]),
		);
	}
	return await query.execute();
}

const toRecord = ({ at, kind, actor, reason, signals, signal_references }: AccessLine): AccessRecord => ({
	at,
	kind: kind as AccessRecord['kind'],
	actor,
	reason,
	signals,
	references: signal_references,
});

/** The request, with the address as the register compares it. @throws RegisterError when something is not filled in */
export function checkedRequest({ email, actor, reason }: AccessRequest): AccessRequest {
	const request = { email: addressKey(email), actor: actor.trim(), reason: reason.trim() };
	if (/^[^@\s]+@[^@\s]+$/.test(request.email) && request.actor && request.reason) return request;
	throw new RegisterError(
		'The e-mail address, who asks and why must all be filled in.',
		'The access log keeps who looked at whose data and why. Fill in all three.',
	);
}
