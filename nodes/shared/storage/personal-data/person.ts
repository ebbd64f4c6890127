import { sql } from 'kysely';
import { addressKey } from '../../domain/address';
import type { RegisterDatabase } from '../database';
import type { SignalRow } from '../signal-rows';

const BATCH = 500;

/** Text as it stands for itself in a pattern. */
const literal = (text: string) => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** The signals of this person, under every way to write the address, oldest first. */
export async function signalsOf(db: RegisterDatabase, key: string): Promise<SignalRow[]> {
	const at = key.lastIndexOf('@');
	const withPlus = `${literal(key.slice(0, at))}+%${literal(key.slice(at))}`;
	const rows = await db
		.selectFrom('signals')
		.selectAll()
		.where((where) =>
			where.or([
				where('customer_email', '=', key),
				sql<boolean>`${where.ref('customer_email')} like ${withPlus} escape '\\'`,
			]),
		)
		.orderBy('registered_at')
		.orderBy('id')
		.execute();
	return rows.filter(({ customer_email }) => addressKey(customer_email!) === key);
}

/** The mails of this person about signals, of his own or of others. */
export const followUpsFrom = async (db: RegisterDatabase, key: string) =>
	await db
		.selectFrom('follow_ups')
		.innerJoin('signals', 'signals.id', 'follow_ups.signal_id')
		.select(['follow_ups.id', 'follow_ups.signal_id', 'follow_ups.follow_up', 'follow_ups.content'])
		.select('signals.reference')
		.where('follow_ups.sender', '=', key)
		.orderBy('follow_ups.registered_at')
		.execute();

/** The keys of our mails to this person alone; a mail to more people is theirs too. */
export async function mailsTo(db: RegisterDatabase, key: string): Promise<string[]> {
	const mails = await db
		.selectFrom('outbox_recipients')
		.select('key')
		.where('address', '=', key)
		.orderBy('key')
		.execute();
	return mails.map((mail) => mail.key);
}

/**
 * References of signals of others in which the address stands, in the signal or in a mail that followed it. It
 * reads the whole register: for a question that is seldom asked.
 */
export async function mentionedIn(
	db: RegisterDatabase,
	key: string,
	own: ReadonlySet<string>,
): Promise<string[]> {
	const pattern = `%${literal(key)}%`;
	const inText = (column: string) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
	const found = await db
		.selectFrom('signals')
		.leftJoin('follow_ups', 'follow_ups.signal_id', 'signals.id')
		.select('signals.reference')
		.distinct()
		.where((where) => where.or([inText('signals.content'), inText('follow_ups.content')]))
		.orderBy('signals.reference')
		.limit(BATCH)
		.execute();
	return found.map(({ reference }) => reference).filter((reference) => !own.has(reference));
}
