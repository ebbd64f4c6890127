import { z } from 'zod/v4';
import { filterJson, type Filter } from './filter';

const namePart = (what: string) =>
	z
		.string()
		.trim()
		.min(1, `Fill in the ${what}`)
		.regex(/^[\w.$-]+$/, `The name of a ${what} has only letters, digits and _ . - $`);

/** Names that become a part of the address, so they hold nothing that would change it. */
export const definitionSchema = namePart('definition');
export const methodSchema = namePart('method');
export const stateSchema = namePart('state');

/** A filter for what changes records: it may not be empty. */
export const someFilterSchema = z
	.custom<Filter>()
	.refine(
		(filter) => filterJson(filter) !== '{}',
		'Give at least one condition: without a filter this would concern every record',
	);
