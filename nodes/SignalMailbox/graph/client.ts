import type { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import type { HttpRequest, HttpResponse } from '../../shared/http/transport';
import { MailboxError } from '../mailbox-error';
import { identityOf, senderShape } from '../settings';
import { graphError } from './errors';
import { trimEndOf } from '../../shared/text/trim';

/** The fields of the Signal Mailbox Graph credential that are not n8n's own. */
export const graphSettingsSchema = z
	.object({
		...senderShape,
		baseUrl: z
			.url('The Graph address is no address')
			.refine(isSafe, 'The Graph address must start with https')
			.default('https://graph.microsoft.com/v1.0'),
		mailbox: z.string().trim().toLowerCase().pipe(z.email('The mailbox is no e-mail address')),
	})
	.transform(({ baseUrl, mailbox, ...sender }) => ({ baseUrl, mailbox, ...identityOf(mailbox, sender) }));
export type GraphSettings = z.infer<typeof graphSettingsSchema>;

/** Plain http only for a server on this machine, such as a simulator. */
function isSafe(address: string): boolean {
	const { protocol, hostname } = new URL(address);
	return protocol === 'https:' || (protocol === 'http:' && /^(127\.0\.0\.1|localhost)$/.test(hostname));
}

/** Ids that stay the same when a mail moves; asked for with every request, or Graph gives the other kind. */
const IMMUTABLE = 'IdType="ImmutableId"';

type Query = HttpRequest['query'];

/**
 * The requests to one mailbox in Exchange Online. Paths are below `/users/{mailbox}`, their parts encoded.
 * Throws `ApiError` for every refusal and `NoAnswerError` when there was no answer.
 */
export class GraphClient {
	readonly host: string;
	private readonly root: string;

	constructor(
		private readonly send: HttpSend,
		settings: Pick<GraphSettings, 'baseUrl' | 'mailbox'>,
	) {
		const base = trimEndOf(settings.baseUrl, '/');
		this.host = new URL(base).host;
		this.root = `${base}/users/${encodeURIComponent(settings.mailbox)}`;
	}

	async get<T>(schema: z.ZodType<T>, path: string, what: string, query?: Query): Promise<T> {
		return this.read(schema, await this.tryGet(path, query), what);
	}

	/** The answer as it is, also a refusal. */
	async tryGet(path: string, query?: Query, prefer?: string): Promise<HttpResponse> {
		return await this.request({ method: 'GET', url: this.root + path, query }, prefer);
	}

	/**
	 * Follows a link that Graph gave. The access token goes along, so a link that leads elsewhere is not followed.
	 */
	async tryLink(link: string, prefer?: string): Promise<HttpResponse> {
		const leads = URL.canParse(link) ? new URL(link) : undefined;
		if (leads?.origin !== new URL(this.root).origin || leads.username || leads.password) {
			throw new MailboxError(
				`Exchange Online gave a link that leads elsewhere: ${leads?.host ?? link.slice(0, 50)}`,
				`Only links to ${this.host} are followed. Check the Graph address in the credential.`,
			);
		}
		return await this.request({ method: 'GET', url: link }, prefer);
	}

	async change(
		method: 'POST' | 'PATCH',
		path: string,
		body: unknown,
		headers?: Record<string, string>,
	): Promise<HttpResponse> {
		return await this.request({ method, url: this.root + path, body, headers });
	}

	/** Undefined when there is nothing (any more) at this path. */
	async stream(path: string, what: string): Promise<Readable | undefined> {
		const response = await this.request({ method: 'GET', url: this.root + path, answer: 'stream' });
		if (response.status === 404) return undefined;
		if (response.status !== 200) throw graphError(response, what);
		return response.body as Readable;
	}

	/** Reads an answer; throws for a refusal. */
	read<T>(schema: z.ZodType<T>, response: HttpResponse, what: string): T {
		if (response.status >= 300) throw graphError(response, what);
		return schema.parse(response.body);
	}

	private async request(request: HttpRequest, prefer?: string): Promise<HttpResponse> {
		const headers = { prefer: prefer ? `${IMMUTABLE}, ${prefer}` : IMMUTABLE, ...request.headers };
		return await this.send({ ...request, headers });
	}
}
