import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `condition` holds; fails with `otherwise` when it does not within the time. */
export async function eventually(
	condition: () => Promise<boolean> | boolean,
	{
		withinMs,
		otherwise,
		everyMs = 500,
	}: { withinMs: number; otherwise: string | (() => string); everyMs?: number },
): Promise<void> {
	const giveUpAt = Date.now() + withinMs;
	while (!(await condition())) {
		if (Date.now() > giveUpAt) {
			const what = typeof otherwise === 'string' ? otherwise : otherwise();
			throw new Error(`After ${Math.round(withinMs / 1000)} s: ${what}`);
		}
		await sleep(everyMs);
	}
}
