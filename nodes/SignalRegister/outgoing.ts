import { z } from 'zod/v4';
import { OUTBOX_STATES, type OutgoingRecord } from '../shared/storage/outbox';
import type { Register } from '../shared/storage/register';
import type { ReadItemParameter } from '../shared/n8n/read-parameter';
import { actor } from './operations';

const MOST = 100_000;
const statesSchema = z.array(z.enum(OUTBOX_STATES));

/** Outgoing mail in the states that were asked for; all of it when none was chosen. */
export async function listOutgoing({ outbox }: Register, read: ReadItemParameter): Promise<OutgoingRecord[]> {
	const limit = read('returnAll') ? MOST : z.number().int().min(1).max(MOST).parse(read('limit'));
	return await outbox.list(statesSchema.parse(read('states')), limit);
}

/** Lets one mail go (`release`) or sees to it that it never does (`drop`). */
export async function decideOutgoing(
	{ outbox }: Register,
	operation: string,
	read: ReadItemParameter,
): Promise<OutgoingRecord> {
	const key = String(read('key') ?? '').trim();
	return await (operation === 'release' ? outbox.release(key, actor(read)) : outbox.drop(key, actor(read)));
}
