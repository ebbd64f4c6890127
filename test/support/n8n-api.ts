import { randomUUID } from 'node:crypto';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { eventually } from './eventually';

export interface ExecutionSummary {
	id: string;
	status: string;
	workflowId: string;
}

/** n8n over REST, as the editor uses it, logged in as the owner. */
export class N8nApi {
	private readonly http: AxiosInstance;

	private cookie = '';

	constructor(
		url: string,
		private readonly email: string,
		private readonly password: string,
	) {
		this.http = axios.create({
			baseURL: url,
			headers: { 'browser-id': randomUUID() },
			validateStatus: () => true,
			proxy: false,
		});
	}

	async login(): Promise<void> {
		const answer = await this.http.post('/rest/login', {
			emailOrLdapLoginId: this.email,
			password: this.password,
		});
		ok(answer);
		this.cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
	}

	async get<T>(path: string): Promise<T> {
		return ok(await this.http.get(path, { headers: { cookie: this.cookie } })) as T;
	}

	async send<T>(method: 'post' | 'patch' | 'delete', path: string, data?: unknown): Promise<T> {
		return ok(await this.http.request({ method, url: path, data, headers: { cookie: this.cookie } })) as T;
	}

	/** Newest first. */
	async executions(workflowId: string): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.get<{ results: ExecutionSummary[] }>(
			`/rest/executions?filter=${filter}&limit=50`,
		);
		return results;
	}

	/** Waits for an execution that ends so, and gives its data as text. */
	async executionWithStatus(workflowId: string, status: string): Promise<string> {
		let found: ExecutionSummary | undefined;
		await eventually(
			async () => {
				found = (await this.executions(workflowId)).find((execution) => execution.status === status);
				return found !== undefined;
			},
			{ withinMs: 120_000, otherwise: `no execution of ${workflowId} ended with ${status}` },
		);
		const { data } = await this.get<{ data: string }>(`/rest/executions/${found!.id}`);
		return data;
	}
}

/** The data of an answer; n8n's own message when it is not a good one. */
function ok({ status, data, config }: AxiosResponse): unknown {
	const body = data as { data?: unknown; message?: string } | undefined;
	if (status < 400) return body && typeof body === 'object' && 'data' in body ? body.data : body;
	throw new Error(`${config.method} ${config.url}: ${status} ${body?.message ?? JSON.stringify(data)}`);
}
