import { compiledOnce } from './compiled-once';
import type { RegisterDatabase } from './database';
import { RegisterError } from './register-error';
import { STORED_SIGNAL, type SignalRow, type StoredSignal } from './signal-rows';

/** @throws RegisterError when there is no signal with this reference */
export async function rowOf(db: RegisterDatabase, reference: string): Promise<SignalRow> {
	const [row] = await whole(db, reference);
	if (row) return row;
	throw unknownReference(reference);
}

/** What is about a duplicate is about the signal that is kept; any other signal is its own. */
export async function keptFor(db: RegisterDatabase, row: SignalRow): Promise<SignalRow> {
	return row.duplicate_of ? await rowOf(db, row.duplicate_of) : row;
}

/** How a line on the signal that is kept begins, when it is about a duplicate; empty when that is the signal itself. */
export const aboutDuplicate = (row: SignalRow, kept: SignalRow): string =>
	kept === row ? '' : `Over ${row.reference}, een dubbel hiervan: `;

/** As `rowOf`, of what is needed to give the signal. */
export async function storedSignalOf(db: RegisterDatabase, reference: string): Promise<StoredSignal> {
	const [row] = await stored(db, reference);
	if (row) return row;
	throw unknownReference(reference);
}

const whole = compiledOnce((db, reference: string) =>
	db.selectFrom('signals').selectAll().where('reference', '=', reference),
);
const stored = compiledOnce((db, reference: string) =>
	db.selectFrom('signals').select(STORED_SIGNAL).where('reference', '=', reference),
);

export const unknownReference = (reference: string): RegisterError =>
	new RegisterError(
		`There is no signal ${reference || '(empty)'} in the register.`,
		'Check the reference (it looks like R-2026-000123), and that the node uses the right register credential.',
	);
