import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import { multipart, type MultipartFile } from '../../shared/http/multipart';
import { readRows, type Paging, type ReadOptions } from '../../shared/http/paging';
import type { HttpQuery, HttpRequest, HttpResponse } from '../../shared/http/transport';
import { topdeskBaseUrl } from './base-url';
import { topdeskError, unexpectedAnswer } from './errors';

/** Where TOPdesk's own REST API is. Newer services have a place of their own under /services. */
export const API = '/tas/api';

/** A record as TOPdesk gives it; nothing of it is checked. */
export type Row = Record<string, unknown>;
export const rowSchema: z.ZodType<Row> = z.custom<Row>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

export interface Question {
	/** For people, after "TOPdesk refuses to": `list incidents`. */
	what: string;
	/** From the root of the environment: `/tas/api/incidents`. */
	path: string;
	query?: HttpQuery;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface ListQuestion<T> extends Omit<Question, 'body'> {
	paging: Paging;
	schema: z.ZodType<T>;
}

/**
 * The ways of asking that all parts of TOPdesk have in common. Throws `ApiError` for every refusal
 * and for answers that are not TOPdesk's, and `NoAnswerError` when there was no answer.
 */
export class TopdeskApi {
	private readonly root: string;

	/** @param baseUrl as people fill it in, see `topdeskBaseUrl` */
	constructor(
		private readonly send: HttpSend,
		baseUrl: string,
	) {
		this.root = topdeskBaseUrl(baseUrl);
	}

	async ask(
		method: HttpRequest['method'],
		{ what, path, ...rest }: Question & Pick<HttpRequest, 'answer'>,
	): Promise<HttpResponse> {
		const answer = await this.send({ method, url: this.root + path, ...rest });
		if (answer.status < 200 || answer.status >= 300) throw topdeskError(answer, what);
		return answer;
	}

	/** One answer, checked. */
	async read<T>(method: HttpRequest['method'], schema: z.ZodType<T>, question: Question): Promise<T> {
		return parseAnswer(schema, await this.ask(method, question), question.what);
	}

	/** The rows of a list over as many pages as it takes, as they come in. */
	rows<T>(
		{ paging, schema, query, ...question }: ListQuestion<T>,
		options: ReadOptions = {},
	): AsyncGenerator<T> {
		const rowsSchema = z.array(schema);
		return readRows(
			async (page) => {
				const answer = await this.ask('GET', { ...question, query: { ...query, ...page } });
				if (answer.status === 204) return { rows: [], more: false };
				const rows = rowsIn(answer.body);
				return {
					rows: parseAnswer(rowsSchema, { ...answer, body: rows }, question.what),
					more: answer.status === 206,
					next: this.nextQuery(answer),
				};
			},
			paging,
			options,
		);
	}

	/** Sends a file as a form, and gives what TOPdesk says about it. */
	async upload(
		question: Omit<Question, 'headers' | 'body'>,
		file: MultipartFile,
		fields: Record<string, string | boolean | undefined>,
	): Promise<Row> {
		return await this.read('POST', rowSchema, { ...question, ...(await multipart(file, fields)) });
	}

	/** The bytes of a file as a stream, and what the answer says about it. */
	async download(question: Question): Promise<HttpResponse> {
		return await this.ask('GET', { ...question, answer: 'stream', headers: { accept: '*/*' } });
	}

	/** Only the query of the link: behind a proxy the host in it is not the one this server must use, and it could be anybody's. */
	private nextQuery(answer: HttpResponse): Record<string, string> | undefined {
		const body = answer.body as { '@odata.nextLink'?: unknown; next?: unknown };
		const link = answer.headers['x-next-page-url'] ?? body['@odata.nextLink'] ?? body.next;
		if (typeof link !== 'string' || !URL.canParse(link, this.root)) return undefined;
		return Object.fromEntries(new URL(link, this.root).searchParams);
	}
}

/** Checks an answer; a page of HTML with status 200 must not pass for one. */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: HttpResponse, what: string): T {
	const parsed = schema.safeParse(answer.body);
	if (!parsed.success) throw unexpectedAnswer(answer, what);
	return parsed.data;
}

/** Lists come as they are, or under a name that differs per part of TOPdesk. */
function rowsIn(body: unknown): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	const { results, item, dataSet, value } = body as Record<string, unknown>;
	return results ?? item ?? dataSet ?? value;
}
