import type { Register, Registration } from '../shared/storage/register';
import { signalSchema, statusSchema, ticketSchema, type Signal } from '../shared/domain/signal';
import type { FollowUp } from '../shared/domain/follow-up';
import type { ReadItemParameter } from '../shared/n8n/read-parameter';
import { DateTime } from 'luxon';
import { z } from 'zod/v4';

const text = z.string().trim().min(1);

/** A JSON field arrives as an object from an expression and as text when typed by hand. */
const fromJson = <T>(schema: z.ZodType<T>) =>
	z.preprocess((value) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value), schema);

/** The operations on one signal that exists, by the name the node shows. Each gives the signal back. */
export const ON_ONE_SIGNAL: Record<string, (register: Register, read: ReadItemParameter) => Promise<Signal>> =
	{
		get: (register, read) => register.get(reference(read)),
		addAction: (register, read) =>
			register.addAction(reference(read), {
				kind: text.parse(read('kind')),
				text: text.parse(read('text')),
				actor: actor(read),
			}),
		addTicket: (register, read) => {
			const ticket = fromJson(ticketSchema.omit({ supplier: true })).parse(read('ticket'));
			const { supplier } = ticketSchema.pick({ supplier: true }).parse({ supplier: read('supplier') });
			return register.addTicket(reference(read), { ...ticket, supplier }, actor(read));
		},
		setStatus: (register, read) =>
			register.setStatus(reference(read), statusSchema.parse(read('status')), actor(read)),
		completeIntake: (register, read) =>
			register.completeIntake(reference(read), statusSchema.parse(read('status')), actor(read)),
		completeFollowUp: (register, read) => register.completeFollowUp(followUpId(read)),
		recordFailure: (register, read) =>
			register.recordFailure(
				reference(read),
				text.parse(read('reason')),
				actor(read),
				followUpId(read) || null,
			),
	};

/** The mails about a signal that came after its own, in full. */
export const followUpsOf = async (register: Register, read: ReadItemParameter): Promise<FollowUp[]> =>
	await register.followUps(reference(read));

/** Registers and claims; see `Register.register`. */
export async function registerSignal(
	register: Register,
	read: ReadItemParameter,
	executionId: string,
): Promise<Registration> {
	const signal = fromJson(signalSchema).parse(read('signal'));
	const minutes = z.number().int().min(1).parse(read('claimMinutes'));
	// The UID tells two copies of a mail in one execution apart: the second waits for the first.
	const by = `uitvoering ${executionId}, bericht ${signal.source.uid ?? signal.source.key}`;
	return await register.register(signal, { by, minutes });
}

/** Search as the node asks it: empty filters are no filters. */
export async function searchSignals(register: Register, read: ReadItemParameter): Promise<Signal[]> {
	const filters = Object.entries(read('filters', {}) as Record<string, unknown>).filter(
		([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
	);
	const criteria = Object.fromEntries(
		filters.map(([name, value]) => [name, name.startsWith('registered') ? toMoment(value) : value]),
	);
	return await register.search({
		...criteria,
		limit: read('returnAll') ? 100_000 : (read('limit') as number),
	});
}

const reference = (read: ReadItemParameter) => String(read('reference') ?? '').trim();
const followUpId = (read: ReadItemParameter) => String(read('followUpId', '') ?? '').trim();
export const actor = (read: ReadItemParameter) => text.parse(read('actor', 'workflow'));

/** n8n gives a date as text or as a Luxon object; without an offset it is Dutch time. */
function toMoment(value: unknown): string {
	const moment = DateTime.fromISO(String(value), { zone: 'Europe/Amsterdam' });
	if (!moment.isValid)
		throw new Error(`'${String(value)}' is not a date. Write it as 2026-11-24 or pick it.`);
	return moment.toISO();
}
