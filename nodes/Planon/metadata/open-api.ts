import { ApiError } from '../../shared/http/api-error';
import type { PlanonClient } from '../api/client';
import { planonError, SYSTEM } from '../api/errors';
import { asJson } from '../api/json';
import { definitionSchema } from '../api/names';
import { documentSchema, namesIn, type DefinitionNames } from './names-in-document';

/** Where the document of a definition is; not public, so a setting. */
export interface OpenApiAddress {
	/** With `{definition}` in it; behind the base path, or from the root with a `/` in front. */
	path: string;
	method: 'GET' | 'POST';
}

/** The fields, methods and states of a definition, from its OpenAPI document. */
export async function readNames(
	{ send, api, options }: PlanonClient,
	address: OpenApiAddress,
	definition: string,
): Promise<DefinitionNames> {
	const def = definitionSchema.parse(definition);
	const url = addressOf(address.path.replaceAll('{definition}', def), api);
	const asked = { what: `give the OpenAPI document of ${def}`, definition: def, access: options.access };
	const { method } = address;
	const headers = method === 'POST' ? { 'content-type': 'application/json' } : undefined;
	const answer = await send({
		method,
		url,
		headers,
		body: method === 'POST' ? '{}' : undefined,
		readOnly: true,
		answer: 'text',
	});
	const body = asJson(answer.body);
	if (answer.status < 200 || answer.status >= 300) throw planonError({ ...answer, body }, asked);
	const document = documentSchema.safeParse(body);
	if (!document.success) {
		throw new ApiError(
			SYSTEM,
			answer.status,
			'rejected',
			`There is no OpenAPI document in JSON at ${url}`,
			'Check the OpenAPI Path in the credential, or type names by hand.',
		);
	}
	return namesIn(document.data, def);
}

/** @throws ApiError for a path that leads to another server: that would get the credential */
function addressOf(path: string, api: string): string {
	const url = path.startsWith('/') ? new URL(path, api) : new URL(`${api}/${path}`);
	if (url.origin === new URL(api).origin) return url.href;
	throw new ApiError(
		SYSTEM,
		400,
		'credential-invalid',
		`The OpenAPI Path leads to another server: ${url.host}`,
		'Fill in a path of your own Planon in the credential, such as openapi/{definition}.',
	);
}
