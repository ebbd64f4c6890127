import { setTimeout as sleep } from 'node:timers/promises';

/** No test judges time: a busy machine gets so many times what a quiet one needs at most. */
const PATIENCE = 3;

/**
 * Waits until `condition` holds; fails with `otherwise` when it does not.
 * @param options.withinMs what it needs at most on a machine that does nothing else
 */
export async function eventually(
	condition: () => Promise<boolean> | boolean,
	{
		withinMs,
		otherwise,
		everyMs = 500,
	}: { withinMs: number; otherwise: string | (() => string); everyMs?: number },
): Promise<void> {
	const giveUpAt = Date.now() + PATIENCE * withinMs;
	while (!(await condition())) {
		if (Date.now() > giveUpAt) {
			const what = typeof otherwise === 'string' ? otherwise : otherwise();
			throw new Error(`After ${Math.round((PATIENCE * withinMs) / 1000)} s: ${what}`);
		}
		await sleep(everyMs);
	}
}
