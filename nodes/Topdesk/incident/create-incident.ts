import { DateTime } from 'luxon';
import { ApiError } from '../../shared/http/api-error';
import { createOnce } from '../../shared/http/create-once';
import type { Ticket } from '../../shared/domain/signal';
import type { TopdeskClient } from '../api/client';
import type { CreateBody, Incident } from '../api/schemas';
import { explainRejection } from './explain-rejection';

/** Who reported it, as far as the workflow knows. */
export interface Caller {
	email?: string;
	name?: string;
}

export interface CreatedIncident {
	ticket: Omit<Ticket, 'supplier'>;
	incident: Incident;
	/** False when an incident with the same external number was there already. */
	created: boolean;
}

/**
 * Creates an incident, at most once for its external number when `reuse` is on.
 * @param body everything but the caller
 */
export async function createIncident(
	client: TopdeskClient,
	body: CreateBody,
	{ caller, reuse }: { caller: Caller; reuse: boolean },
): Promise<CreatedIncident> {
	const create = () => createForCaller(client, body, caller);
	const { externalNumber } = body;
	const { record: incident, created } =
		reuse && externalNumber
			? await createOnce({ find: () => client.findByExternalNumber(externalNumber), create })
			: { record: await create(), created: true };
	return { ticket: ticketOf(incident), incident, created };
}

/**
 * Tries the caller as a person TOPdesk knows, and writes name and address down as an unregistered
 * caller when TOPdesk refuses that (unknown, archived, or without the caller role). A refusal means
 * that nothing was created, so the second try cannot make a second incident.
 */
async function createForCaller(client: TopdeskClient, body: CreateBody, caller: Caller): Promise<Incident> {
	const unregistered = withUnregisteredCaller(body, caller);
	if (caller.email) {
		try {
			return await client.createIncident({ ...body, callerLookup: { email: caller.email } });
		} catch (error) {
			if (!(error instanceof ApiError) || ![400, 404].includes(error.status)) throw error;
		}
	}
	try {
		return await client.createIncident(unregistered);
	} catch (error) {
		throw await explainRejection(client, body, error);
	}
}

function withUnregisteredCaller(body: CreateBody, { email, name }: Caller): CreateBody {
	const dynamicName = (name || email)?.slice(0, 109);
	return dynamicName ? { ...body, caller: { dynamicName, email } } : body;
}

/** The ticket as the register keeps it. TOPdesk writes `+0000` without a colon, which ISO 8601's extended form does not know. */
export function ticketOf(incident: Incident): CreatedIncident['ticket'] {
	const created = DateTime.fromISO(incident.creationDate ?? '', { zone: 'utc' });
	return {
		system: 'topdesk',
		number: incident.number,
		id: incident.id,
		createdAt: (created.isValid ? created : DateTime.utc()).toISO()!,
	};
}
