import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import type { HttpResponse } from '../../shared/http/transport';
import { planonApiUrl } from './base-url';
import { planonError, planonRefusal, unansweredQuestion, unexpectedAnswer, type Asked } from './errors';
import { bodyJson, type Condition, type PlanonBody } from './filter';
import { answerSchema, type PlanonAnswer, type PlanonRecord } from './schemas';

export interface PlanonOptions {
	/** YYYY-MM-DD, or `none`; Planon's own default when left out. */
	referenceDate?: string;
	archiveMode?: 'unarchived' | 'all';
	/** Go on when Planon warns, instead of failing with its warnings. */
	acceptWarnings?: boolean;
}

const namePart = (what: string) =>
	z
		.string()
		.trim()
		.min(1, `Fill in the ${what}`)
		.regex(/^[\w.$-]+$/, `The name of a ${what} has only letters, digits and _ . - $`);
const definitionSchema = namePart('definition');
const methodSchema = namePart('method');
const stateSchema = namePart('state');

const someFilter = z
	.array(z.custom<Condition>())
	.min(1, 'Give at least one condition: without a filter this would concern every record');

/**
 * Planon's generic REST API. Names of definitions, methods, fields and states are those of the
 * organisation. Throws `ApiError` for every refusal, `NoAnswerError` when there was no answer and
 * `ZodError` for input that cannot be right.
 */
export class PlanonClient {
	private readonly api: string;

	constructor(
		private readonly send: HttpSend,
		address: { baseUrl: string; basePath: string },
		private readonly options: PlanonOptions = {},
	) {
		this.api = planonApiUrl(address.baseUrl, address.basePath);
	}

	/** The records that fit; no conditions gives all of them. */
	async read(definition: string, filter: readonly Condition[]): Promise<PlanonRecord[]> {
		const def = definitionSchema.parse(definition);
		return await this.ask(`read/${def}`, { filter }, { what: `read ${def}`, definition: def }, true);
	}

	/** Runs a method, on the record that fits where there is a filter. Never repeated here when the outcome is in doubt. */
	async execute(
		definition: string,
		method: string,
		body: Pick<PlanonBody, 'filter' | 'values'>,
	): Promise<PlanonRecord[]> {
		const def = definitionSchema.parse(definition);
		const name = methodSchema.parse(method);
		return await this.ask(`execute/${def}/${name}`, body, { what: `run ${name} on ${def}`, definition: def });
	}

	/** Brings the records that fit into a state. */
	async changeState(
		definition: string,
		state: string,
		filter: readonly Condition[],
	): Promise<PlanonRecord[]> {
		const def = definitionSchema.parse(definition);
		const to = stateSchema.parse(state);
		const asked = { what: `change the state of ${def} to ${to}`, definition: def };
		return await this.ask(`changeState/${def}/${to}`, { filter: someFilter.parse(filter) }, asked);
	}

	private async ask(path: string, body: PlanonBody, asked: Asked, readOnly = false): Promise<PlanonRecord[]> {
		const first = await this.post(path, body, asked, readOnly);
		const warnings = first.warnings ?? [];
		const confirmations = first.confirmations ?? [];
		if (confirmations.length > 0) throw unansweredQuestion(confirmations, false, asked);
		if (warnings.length === 0) return first.records ?? [];
		const codes = warnings.flatMap(({ code }) => code ?? []);
		if (!this.options.acceptWarnings || codes.length < warnings.length) {
			throw unansweredQuestion(warnings, true, asked);
		}
		// A warning means that nothing was done yet, so this is the first time that it is.
		const second = await this.post(path, { ...body, accept: codes }, asked, readOnly);
		const again = [...(second.warnings ?? []), ...(second.confirmations ?? [])];
		if (again.length > 0) throw unansweredQuestion(again, false, asked);
		return second.records ?? [];
	}

	private async post(path: string, body: PlanonBody, asked: Asked, readOnly: boolean): Promise<PlanonAnswer> {
		const { referenceDate, archiveMode } = this.options;
		const answer: HttpResponse = await this.send({
			method: 'POST',
			url: `${this.api}/${path}`,
			headers: {
				'content-type': 'application/json',
				...(referenceDate && { ReferenceDate: referenceDate }),
				...(archiveMode && { ArchiveMode: archiveMode }),
			},
			body: bodyJson(body),
			readOnly,
		});
		if (answer.status < 200 || answer.status >= 300) throw planonError(answer, asked);
		const parsed = answerSchema.safeParse(answer.body ?? {});
		if (!parsed.success) throw unexpectedAnswer(answer, asked);
		if (parsed.data.errors?.length) throw planonRefusal(parsed.data.errors, asked);
		return parsed.data;
	}
}
