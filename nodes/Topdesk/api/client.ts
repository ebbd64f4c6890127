import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import type { HttpRequest, HttpResponse } from '../../shared/http/transport';
import { topdeskBaseUrl } from './base-url';
import { topdeskError, unexpectedAnswer } from './errors';
import { fiqlText } from './fiql';
import {
	createBodySchema,
	incidentSchema,
	isId,
	lookupSchema,
	updateBodySchema,
	versionSchema,
	type CreateBody,
	type Incident,
	type Lookup,
	type UpdateBody,
} from './schemas';

/** The lists of an environment, by the name this package uses, with their path and what people call an entry. */
export const LOOKUPS = {
	category: { path: '/incidents/categories', label: 'category' },
	subcategory: { path: '/incidents/subcategories', label: 'subcategory' },
	callType: { path: '/incidents/call_types', label: 'call type' },
	entryType: { path: '/incidents/entry_types', label: 'entry type' },
	impact: { path: '/incidents/impacts', label: 'impact' },
	urgency: { path: '/incidents/urgencies', label: 'urgency' },
	priority: { path: '/incidents/priorities', label: 'priority' },
	duration: { path: '/incidents/durations', label: 'duration' },
	processingStatus: { path: '/incidents/statuses', label: 'processing status' },
	closureCode: { path: '/incidents/closure_codes', label: 'closure code' },
} as const;
export type LookupName = keyof typeof LOOKUPS;

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
}

/** The size that TOPdesk recommends. */
const PAGE_SIZE = 5000;

/**
 * The part of TOPdesk's REST API that this package uses (incident API 4, general API 1).
 * Throws `ApiError` for every refusal, `NoAnswerError` when there was no answer and `ZodError`
 * for input that TOPdesk would refuse.
 */
export class TopdeskClient {
	private readonly api: string;

	/** @param baseUrl as people fill it in, see `topdeskBaseUrl` */
	constructor(
		private readonly send: HttpSend,
		baseUrl: string,
	) {
		this.api = `${topdeskBaseUrl(baseUrl)}/tas/api`;
	}

	/** The version of TOPdesk's API; the cheapest question that needs a valid credential. */
	async version(): Promise<string> {
		const what = 'tell its version';
		return read(versionSchema, await this.ask('GET', '/version', what), what).version;
	}

	/** Creates an incident. Never repeated here when the outcome is in doubt. */
	async createIncident(body: CreateBody): Promise<Incident> {
		const what = 'create the incident';
		const answer = await this.ask('POST', '/incidents', what, { body: createBodySchema.parse(body) });
		return read(incidentSchema, answer, what);
	}

	/** @param key the id or the number (`I 2611 004`) of the incident */
	async getIncident(key: string): Promise<Incident> {
		const what = `get incident ${key}`;
		return read(incidentSchema, await this.ask('GET', incidentPath(key), what), what);
	}

	/** Changes only the fields in the body. A text in `action` is added to the progress trail. */
	async updateIncident(key: string, body: UpdateBody): Promise<Incident> {
		const what = `update incident ${key}`;
		const answer = await this.ask('PATCH', incidentPath(key), what, { body: updateBodySchema.parse(body) });
		return read(incidentSchema, answer, what);
	}

	/** Lists incidents over as many pages as it takes. */
	async listIncidents({ limit, pageSize = PAGE_SIZE, ...options }: ListIncidents = {}): Promise<Incident[]> {
		const what = 'list incidents';
		const found: Incident[] = [];
		let query: HttpRequest['query'] = {
			...options,
			all: options.all || undefined,
			dateFormat: 'iso8601',
			pageStart: 0,
			pageSize: Math.min(limit ?? pageSize, pageSize),
		};
		const seen = new Set<string>();
		for (;;) {
			const answer = await this.ask('GET', '/incidents', what, { query });
			// The status says whether there is more; the length of a page does not.
			if (answer.status !== 204) found.push(...read(z.array(incidentSchema), answer, what));
			if (answer.status !== 206 || (limit !== undefined && found.length >= limit)) break;
			const next = answer.headers['x-next-page-url'];
			if (!next || seen.has(next)) throw unexpectedAnswer(answer, what);
			seen.add(next);
			// Only its query: behind a proxy the host in it is not the one this server must use.
			query = Object.fromEntries(new URL(next, this.api).searchParams);
		}
		return limit === undefined ? found : found.slice(0, limit);
	}

	/** The oldest incident with this external number, archived ones too; partial incidents only copy it. */
	async findByExternalNumber(externalNumber: string): Promise<Incident | undefined> {
		const query = `externalNumber==${fiqlText(externalNumber)}`;
		const found = await this.listIncidents({ query, all: true, sort: 'creationDate:asc' });
		return found.find(({ status }) => !status?.startsWith('partial'));
	}

	/** The entries of one list of the environment. */
	async lookup(name: LookupName): Promise<Lookup[]> {
		return await this.list(LOOKUPS[name].path, `list the choices for ${LOOKUPS[name].label}`);
	}

	/** The first hundred operator groups; searching by name is TOPdesk's `groupName` filter. */
	async operatorGroups(): Promise<Lookup[]> {
		const answer = await this.ask('GET', '/operatorgroups', 'list operator groups', {
			query: { start: 0, page_size: 100 },
		});
		if (answer.status === 204) return [];
		const groups = z.array(z.looseObject({ id: z.string(), groupName: z.string() }));
		return read(groups, answer, 'list operator groups').map(({ id, groupName }) => ({ id, name: groupName }));
	}

	private async list(path: string, what: string): Promise<Lookup[]> {
		const answer = await this.ask('GET', path, what);
		return answer.status === 204 ? [] : read(z.array(lookupSchema), answer, what);
	}

	private async ask(
		method: HttpRequest['method'],
		path: string,
		what: string,
		rest: Pick<HttpRequest, 'query' | 'body'> = {},
	): Promise<HttpResponse> {
		const answer = await this.send({ method, url: this.api + path, ...rest });
		if (answer.status < 200 || answer.status >= 300) throw topdeskError(answer, what);
		return answer;
	}
}

/** Numbers contain spaces, so they are encoded. */
function incidentPath(key: string): string {
	const trimmed = key.trim();
	return `/incidents/${isId(trimmed) ? 'id' : 'number'}/${encodeURIComponent(trimmed)}`;
}

/** Checks an answer; a page of HTML with status 200 must not pass for one. */
function read<T>(schema: z.ZodType<T>, answer: HttpResponse, what: string): T {
	const parsed = schema.safeParse(answer.body);
	if (!parsed.success) throw unexpectedAnswer(answer, what);
	return parsed.data;
}
