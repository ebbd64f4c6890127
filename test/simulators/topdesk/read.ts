import type { FastifyRequest } from 'fastify';
import { z } from 'zod/v4';
import { refuse, refuseField } from './errors';

/** TOPdesk's ids; not all of them are valid UUIDs. */
export const id = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
export const byId = z.strictObject({ id });
export const byIdOrName = z
	.strictObject({ id: id.optional(), name: z.string().optional() })
	.refine(({ id: key, name }) => (key === undefined) !== (name === undefined));
/** With or without offset; `2026-11-02T09:00:00Z` and `...+0100` both occur. */
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/);
/** A number in a query. */
export const whole = (min: number, max = Number.MAX_SAFE_INTEGER) =>
	z.coerce.number().int().min(min).max(max).optional();
export const truth = z
	.enum(['true', 'false'])
	.transform((text) => text === 'true')
	.optional();
export const words = z.string().optional();
/** A parameter that may be there more than once. */
export const several = z
	.union([z.string(), z.array(z.string())])
	.transform((given) => [given].flat())
	.optional();

/** The body of a request; anything that TOPdesk does not know is refused. */
export function bodyOf<T>(request: FastifyRequest, schema: z.ZodType<T>): T {
	const parsed = schema.safeParse(request.body);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const field = issue!.path.join('.') || 'body';
	throw refuseField('invalid_value', field, `The value of '${field}' is not right: ${issue!.message}`);
}

/** The query of a request; a parameter that TOPdesk does not know is refused. */
export function queryOf<S extends z.ZodRawShape>(request: FastifyRequest, shape: S): z.infer<z.ZodObject<S>> {
	const parsed = z.strictObject(shape).safeParse(request.query);
	if (parsed.success) return parsed.data as z.infer<z.ZodObject<S>>;
	const [issue] = parsed.error.issues;
	throw refuse(400, `The parameter '${issue!.path.join('.')}' is not right: ${issue!.message}`);
}

/** An id in the path. */
export function idIn(request: FastifyRequest, name = 'id'): string {
	const value = (request.params as Record<string, string>)[name]!;
	if (!id.safeParse(value).success) throw refuse(400, `The ${name} is invalid`);
	return value.toLowerCase();
}
