import { createHmac, randomUUID } from 'node:crypto';
import { addressKey } from '../../domain/address';
import type { RegisterDatabase } from '../database';
import { linkKey } from '../links-table';
import { RegisterError } from '../register-error';
import type { AccessRecord, AccessRequest } from './personal-data';

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
		})
		.execute();
}

/** Newest first. */
export async function readAccessLog(
	db: RegisterDatabase,
	email: string | null,
	limit: number,
): Promise<AccessRecord[]> {
	let query = db
		.selectFrom('access_log')
		.select(['at', 'kind', 'actor', 'reason', 'signals'])
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(limit);
	if (email !== null) query = query.where('person', '=', await personCode(db, email));
	return (await query.execute()).map((row) => ({ ...row, kind: row.kind as AccessRecord['kind'] }));
}

/** The request, with the address as the register compares it. @throws RegisterError when something is not filled in */
export function checkedRequest({ email, actor, reason }: AccessRequest): AccessRequest {
	const request = { email: addressKey(email), actor: actor.trim(), reason: reason.trim() };
	if (/^[^@\s]+@[^@\s]+$/.test(request.email) && request.actor && request.reason) return request;
	throw new RegisterError(
		'The e-mail address, who asks and why must all be filled in.',
		'The access log keeps who looked at whose data and why. Fill in all three.',
	);
}
