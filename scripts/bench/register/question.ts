import type { RegisterDatabase } from '../../../nodes/shared/storage/database';
import type { Register } from '../../../nodes/shared/storage/register';
import type { Dice } from '../../../test/support/dice';
import type { Raw } from './raw';

export interface Reader {
	register: Register;
	/** The same register, at a moment when nothing was due yet. */
	early: Register;
	db: RegisterDatabase;
	/** The moment of the bench. */
	now: Date;
	/** How many signals there are, and how their references look. */
	count: number;
	reference: (number: number) => string;
}

/** A question, asked of the register and in bare SQL with the same answer. */
export interface Question {
	name: string;
	/** What is asked this time. */
	ask: (dice: Dice, reader: Reader) => unknown;
	ours: (reader: Reader, asked: never) => Promise<unknown>;
	bare: (raw: Raw, asked: never, postgres: boolean) => Promise<unknown>;
}

export const question = <Asked>(
	name: string,
	ask: (dice: Dice, reader: Reader) => Asked,
	ours: (reader: Reader, asked: Asked) => Promise<unknown>,
	bare: (raw: Raw, asked: Asked, postgres: boolean) => Promise<unknown>,
): Question => ({ name, ask, ours, bare }) as Question;

/** The columns of a signal that are needed to give it. */
export const SIGNAL = 's.id, s.content, s.status, s.handler, s.duplicate_of';

/** Signals as they are read: with their tickets and actions, and the JSON that is in them. */
export async function read(raw: Raw, sql: string, values: readonly unknown[]): Promise<unknown[]> {
	const rows = await raw.all(sql, values);
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	const these = ids.map(() => '?').join(', ');
	const tickets = await raw.all(
		`select signal_id, system, supplier, number, external_id, created_at from tickets where signal_id in (${these}) order by created_at`,
		ids,
	);
	const actions = await raw.all(
		`select signal_id, at, kind, actor, text from actions where signal_id in (${these}) order by id`,
		ids,
	);
	return [rows.map(({ content }) => JSON.parse(String(content)) as unknown), tickets, actions];
}
