import { z } from 'zod/v4';
import type { TopdeskClient } from './api/client';
import { updateBodySchema } from './api/schemas';
import { bodyFrom, createInputSchema, textOptionsSchema } from './incident/body';
import { createIncident } from './incident/create-incident';
import { explainRejection } from './incident/explain-rejection';
import { searchFrom } from './incident/search';

export interface OperationContext {
	client: TopdeskClient;
	/** Reads a node parameter of the current item. */
	read: (name: string, fallback?: unknown) => unknown;
	/** IANA zone in which dates without an offset are meant. */
	timezone: string;
}

/** Each gives the objects that become items. */
export const INCIDENT_OPERATIONS: Record<string, (context: OperationContext) => Promise<object[]>> = {
	async create({ client, read, timezone }) {
		const options = read('options', {}) as Record<string, unknown>;
		const input = createInputSchema.parse({
			briefDescription: read('briefDescription'),
			callerEmail: read('callerEmail', ''),
			callerName: read('callerName', ''),
			...options,
		});
		const body = bodyFrom(
			{
				...(read('additionalFields', {}) as object),
				briefDescription: input.briefDescription,
				request: read('request', ''),
				category: read('category', ''),
				externalNumber: read('externalNumber', ''),
			},
			{ timezone, ...input },
		);
		const caller = { email: input.callerEmail, name: input.callerName };
		return [await createIncident(client, body, { caller, reuse: input.reuse })];
	},

	async get({ client, read }) {
		return [await client.getIncident(incidentKey(read))];
	},

	async getAll({ client, read, timezone }) {
		const limit = read('returnAll') ? undefined : z.number().int().min(1).parse(read('limit'));
		const search = searchFrom(read('filters', {}) as object, read('options', {}) as object, timezone);
		return await client.listIncidents({ ...search, limit });
	},

	async update({ client, read, timezone }) {
		const key = incidentKey(read);
		const options = textOptionsSchema.parse(read('options', {}));
		const fields = read('updateFields', {}) as object;
		const body = updateBodySchema.parse(bodyFrom(fields, { timezone, ...options }));
		try {
			return [await client.updateIncident(key, body)];
		} catch (error) {
			throw await explainRejection(client, body, error);
		}
	},
};

const incidentKey = (read: OperationContext['read']) =>
	z.string().trim().min(1, 'Fill in the number or the ID of the incident').parse(read('incident'));
