import { z, type ZodError } from 'zod/v4';

export const MAX_LINE = 200;

/** A line that must be filled in on a form. @param message what to do about it when it is not */
export const requiredLine = (message: string) =>
	z.string(message).trim().min(1, message).max(MAX_LINE, `Schrijf niet meer dan ${MAX_LINE} tekens`);

/**
 * What is wrong with a form, in Dutch, for who filled it in: each problem once.
 * @param titles what the fields are called on the form, by their names
 */
export function formProblems({ issues }: ZodError, titles: Readonly<Record<string, string>>): string[] {
	return [
		...new Set(issues.map(({ path, message }) => `${titles[String(path[0])] ?? 'Formulier'}: ${message}.`)),
	];
}
