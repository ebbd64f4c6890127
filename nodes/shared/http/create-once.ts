import { ApiError } from './api-error';
import { NoAnswerError } from './transport';

/** True when a write may have happened although no good answer came. */
export function isDoubtful(error: unknown): boolean {
	return (error instanceof ApiError || error instanceof NoAnswerError) && error.doubtful;
}

/**
 * Creates a record at most once: the system is asked for it before creating, and again after an
 * answer that leaves doubt (time-out, cut connection, 5xx). Throws the original error when it is
 * certain, or seems certain, that nothing was created; a next run asks again first.
 *
 * @param find  looks the record up by a key that the caller chose, undefined when there is none
 * @param create creates it with that key
 */
export async function createOnce<T>({
	find,
	create,
}: {
	find: () => Promise<T | undefined>;
	create: () => Promise<T>;
}): Promise<{ record: T; created: boolean }> {
	const existing = await find();
	if (existing !== undefined) return { record: existing, created: false };
	try {
		return { record: await create(), created: true };
	} catch (error) {
		if (!isDoubtful(error)) throw error;
		const found = await find();
		if (found === undefined) throw error;
		return { record: found, created: true };
	}
}
