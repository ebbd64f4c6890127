import { z } from 'zod/v4';

/** Reads a node parameter of one item. */
export type ReadParameter = (name: string) => unknown;

/** Text that must be there; `message` says what to do when it is not. */
export const filled = (message: string) => z.string(message).trim().min(1, message);

/** Text that may be left empty, or that the node does not show. */
export const optionalText = z
	.string()
	.trim()
	.nullable()
	.transform((text) => text || undefined);

/** The parameters that a schema names, of one item. Throws a `ZodError` that names the field. */
export const parsed = <T extends z.ZodObject>(schema: T, read: ReadParameter) =>
	schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, read(name)])));
