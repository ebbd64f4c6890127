import type { RegisterDatabase } from './database';
import { RegisterError } from './register-error';
import type { SignalRow } from './signal-rows';

/** @throws RegisterError when there is no signal with this reference */
export async function rowOf(db: RegisterDatabase, reference: string): Promise<SignalRow> {
	const row = await db
		.selectFrom('signals')
		.selectAll()
		.where('reference', '=', reference)
		.executeTakeFirst();
	if (row) return row;
	throw new RegisterError(
		`There is no signal ${reference || '(empty)'} in the register.`,
		'Check the reference (it looks like R-2026-000123), and that the node uses the right register credential.',
	);
}
