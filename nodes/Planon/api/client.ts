import { z } from 'zod/v4';
import type { HttpSend } from '../../shared/http/http-client';
import { planonApiUrl } from './base-url';
import { sendBatch, type BatchOutcome, type BatchRequest } from './batch';
import { ask, type PlanonOutcome } from './call';
import type { Asked } from './errors';
import type { Filter } from './filter';
import { definitionSchema, methodSchema, someFilterSchema, stateSchema } from './names';
import type { PlanonOptions } from './options';
import type { PlanonBody } from './body';
import type { PlanonRecord } from './schemas';

export type { PlanonOptions } from './options';
export type { PlanonOutcome } from './call';

/**
 * Planon's generic REST API. Names of definitions, methods, fields and states are those of the
 * organisation. Integers beyond 2^53 and decimals that a number cannot hold come back as text.
 * Throws `ApiError` for every refusal, `NoAnswerError` when there was no answer and `ZodError` for
 * input that cannot be right. What writes is never repeated here when its outcome is in doubt.
 */
export class PlanonClient {
	/** The address that paths of the API are behind. */
	readonly api: string;

	constructor(
		readonly send: HttpSend,
		private readonly address: { baseUrl: string; basePath: string },
		readonly options: PlanonOptions = {},
	) {
		this.api = planonApiUrl(address.baseUrl, address.basePath);
	}

	/** The same, with some options changed. */
	with(options: PlanonOptions): PlanonClient {
		return new PlanonClient(this.send, this.address, { ...this.options, ...options });
	}

	/** The records that fit; no conditions gives all of them. */
	async read(definition: string, filter: Filter): Promise<PlanonRecord[]> {
		const def = definitionSchema.parse(definition);
		const asked = this.asked(`read ${def}`, def);
		return (await this.ask(`read/${def}`, { filter }, asked, true)).records;
	}

	/** The records that Planon itself finds with a code or name. */
	async lookUp(definition: string, value: string): Promise<PlanonRecord[]> {
		const def = definitionSchema.parse(definition);
		const wanted = z.string().trim().min(1, 'Fill in what to look up').parse(value);
		const asked = this.asked(`look up '${wanted}' in ${def}`, def);
		return (await this.ask(`lookup/${def}/${encodeURIComponent(wanted)}`, {}, asked, true)).records;
	}

	/** Runs a method, on the record that fits where there is a filter. */
	async execute(
		definition: string,
		method: string,
		body: Pick<PlanonBody, 'filter' | 'values'>,
	): Promise<PlanonOutcome> {
		const def = definitionSchema.parse(definition);
		const name = methodSchema.parse(method);
		return await this.ask(`execute/${def}/${name}`, body, this.asked(`run ${name} on ${def}`, def));
	}

	/** Changes fields of the records that fit. */
	async update(definition: string, filter: Filter, values: Record<string, unknown>): Promise<PlanonOutcome> {
		const def = definitionSchema.parse(definition);
		const body = { filter: someFilterSchema.parse(filter), values };
		return await this.ask(`update/${def}`, body, this.asked(`update ${def}`, def));
	}

	/** Removes the records that fit. */
	async delete(definition: string, filter: Filter): Promise<PlanonOutcome> {
		const def = definitionSchema.parse(definition);
		const body = { filter: someFilterSchema.parse(filter) };
		return await this.ask(`delete/${def}`, body, this.asked(`delete from ${def}`, def));
	}

	/** Brings the records that fit into a state. */
	async changeState(definition: string, state: string, filter: Filter): Promise<PlanonOutcome> {
		const def = definitionSchema.parse(definition);
		const to = stateSchema.parse(state);
		const asked = this.asked(`change the state of ${def} to ${to}`, def);
		return await this.ask(`changeState/${def}/${to}`, { filter: someFilterSchema.parse(filter) }, asked);
	}

	/** Many requests in as few calls as Planon allows, each with an outcome of its own; see `sendBatch`. */
	async batch(requests: readonly BatchRequest[]): Promise<BatchOutcome[]> {
		return await sendBatch(this, requests);
	}

	private asked(what: string, definition: string): Asked {
		return { what, definition, access: this.options.access };
	}

	private async ask(path: string, body: PlanonBody, asked: Asked, readOnly = false): Promise<PlanonOutcome> {
		return await ask(this.send, `${this.api}/${path}`, body, this.options, asked, readOnly);
	}
}
