import { z } from 'zod/v4';
import type { OperationContext } from './operation';

/** How many to give at most; undefined for all. */
export const limitOf = (read: OperationContext['read']): number | undefined =>
	read('returnAll', false) ? undefined : z.number().int().min(1).parse(read('limit', 50));
