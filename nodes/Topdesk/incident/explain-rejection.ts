import { ApiError } from '../../shared/http/api-error';
import type { TopdeskClient } from '../api/client';
import { SYSTEM } from '../api/errors';
import { LOOKUPS, type LookupName } from '../api/lookups';
import type { CreateBody, UpdateBody } from '../api/schemas';

/**
 * Says which name in the body TOPdesk does not know. TOPdesk's own wording differs per version and
 * language, so after a refusal its lists are asked for the names that were used, and nothing is
 * read from the text. Gives the original error back when every name exists.
 */
export async function explainRejection(
	client: TopdeskClient,
	body: CreateBody | UpdateBody,
	error: unknown,
): Promise<unknown> {
	if (!(error instanceof ApiError) || ![400, 404].includes(error.status)) return error;
	for (const lookup of Object.keys(LOOKUPS) as LookupName[]) {
		const name = (body[lookup] as { name?: string } | undefined)?.name;
		if (name === undefined) continue;
		const entries = await client.lookup(lookup).catch(() => undefined);
		// No right to read the list: then only TOPdesk's own words can help.
		if (!entries || entries.some((entry) => sameName(entry.name, name))) continue;
		const { label } = LOOKUPS[lookup];
		return new ApiError(
			SYSTEM,
			error.status,
			'rejected',
			`TOPdesk does not know the ${label} '${name}'.`,
			`Choose one of the ${plural(label)} that exist in TOPdesk, or ask the TOPdesk administrator to add it.`,
		);
	}
	return error;
}

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

function plural(label: string): string {
	if (label.endsWith('us')) return `${label}es`;
	return label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
}
