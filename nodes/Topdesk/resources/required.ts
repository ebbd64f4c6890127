import { z } from 'zod/v4';

/** A text that must be there; an expression that gives nothing is as empty as a field that nobody filled in. */
export const required = (message: string) => z.string(message).trim().min(1, message);
