import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import { collect } from '../../shared/http/paging';
import { API, TopdeskApi } from './api';
import { fiqlText } from './fiql';
import { incidentPath } from './incident-key';
import { LOOKUPS, type LookupName } from './lookups';
import { PAGING } from './paging';
import {
	createBodySchema,
	incidentSchema,
	listedIncidentSchema,
	lookupSchema,
	updateBodySchema,
	versionSchema,
	type CreateBody,
	type Incident,
	type Lookup,
	type UpdateBody,
} from './schemas';

export interface ListIncidents {
	/** FIQL; every incident of the first and second line when left out. */
	query?: string;
	/** For example `creationDate:asc`. */
	sort?: string;
	/** Comma-separated names; every field when left out, which is slow. */
	fields?: string;
	/** Archived and partial incidents too. */
	all?: boolean;
	/** Stop after this many; all of them when left out. */
	limit?: number;
	/** Incidents per request, 1-10000. */
	pageSize?: number;
	/** Pages that are asked for at the same time. */
	parallel?: number;
}

/**
 * Incidents in TOPdesk's REST API (incident API 4, general API 1).
 * Throws `ApiError` for every refusal, `NoAnswerError` when there was no answer and `ZodError`
 * for input that TOPdesk would refuse.
 */
export class TopdeskClient {
	/** For everything that is not about the fields of an incident. */
	readonly api: TopdeskApi;

	/** @param baseUrl as people fill it in, see `topdeskBaseUrl` */
	constructor(send: HttpSend, baseUrl: string) {
		this.api = new TopdeskApi(send, baseUrl);
	}

	/** The version of TOPdesk's API; the cheapest question that needs a valid credential. */
	async version(): Promise<string> {
		const question = { what: 'tell its version', path: `${API}/version` };
		return (await this.api.read('GET', versionSchema, question)).version;
	}

	/** Creates an incident. Never repeated here when the outcome is in doubt. */
	async createIncident(body: CreateBody): Promise<Incident> {
		return await this.api.read('POST', incidentSchema, {
			what: 'create the incident',
			path: `${API}/incidents`,
			body: createBodySchema.parse(body),
		});
	}

	/** @param key the id or the number (`I 2611 004`) of the incident */
	async getIncident(key: string): Promise<Incident> {
		return await this.api.read('GET', incidentSchema, {
			what: `get incident ${key}`,
			path: incidentPath(key),
		});
	}

	/** Changes only the fields in the body. A text in `action` is added to the progress trail. */
	async updateIncident(key: string, body: UpdateBody): Promise<Incident> {
		return await this.api.read('PATCH', incidentSchema, {
			what: `update incident ${key}`,
			path: incidentPath(key),
			body: updateBodySchema.parse(body),
		});
	}

	/** Lists incidents as their pages come in, without ever having all of them in memory. */
	eachIncident({ limit, pageSize, parallel, ...options }: ListIncidents = {}): AsyncGenerator<Incident> {
		const query = { ...options, all: options.all || undefined, dateFormat: 'iso8601' };
		return this.api.rows(
			{
				what: 'list incidents',
				path: `${API}/incidents`,
				paging: PAGING.incidents,
				schema: listedIncidentSchema,
				query,
			},
			{ limit, pageSize, parallel },
		);
	}

	/** Lists incidents over as many pages as it takes. */
	async listIncidents(options: ListIncidents = {}): Promise<Incident[]> {
		return await collect(this.eachIncident(options));
	}

	/** The oldest incident with this external number, archived ones too; partial incidents only copy it. */
	async findByExternalNumber(externalNumber: string): Promise<Incident | undefined> {
		const query = `externalNumber==${fiqlText(externalNumber)}`;
		const found = await this.listIncidents({ query, all: true, sort: 'creationDate:asc' });
		return found.find(({ status }) => !status?.startsWith('partial'));
	}

	/** The entries of one list of the environment. */
	async lookup(name: LookupName): Promise<Lookup[]> {
		const { path, label } = LOOKUPS[name];
		return await collect(
			this.api.rows({
				what: `list the choices for ${label}`,
				path,
				paging: PAGING.none,
				schema: lookupSchema,
			}),
		);
	}

	/** All operator groups, by name. */
	async operatorGroups(): Promise<Lookup[]> {
		const groups = await collect(
			this.api.rows({
				what: 'list operator groups',
				path: `${API}/operatorgroups`,
				paging: PAGING.supportingFiles,
				schema: z.looseObject({ id: z.string(), groupName: z.string() }),
			}),
		);
		return groups.map(({ id, groupName }) => ({ id, name: groupName }));
	}
}
