/** How long each of a number of goes took, in milliseconds. */
export class Timings {
	private readonly times: number[] = [];

	async time(work: () => Promise<unknown>): Promise<void> {
		const start = performance.now();
		await work();
		this.times.push(performance.now() - start);
	}

	/** The time that this part of the goes stayed within. */
	at(part: number): number {
		const sorted = [...this.times].sort((one, other) => one - other);
		return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
	}

	get count(): number {
		return this.times.length;
	}

	get total(): number {
		return this.times.reduce((sum, time) => sum + time, 0);
	}
}

/** Goes that do not count: n8n runs for days, and its code is compiled by then. */
const WARM_UP = 5;

/** As `inTurns`, after some goes of each that do not count. */
export async function warmInTurns(
	times: number,
	ours: (time: number) => Promise<unknown>,
	bare: (time: number) => Promise<unknown>,
): Promise<{ ours: Timings; bare: Timings }> {
	for (let time = 0; time < Math.min(WARM_UP, times); time++) {
		await ours(time);
		await bare(time);
	}
	return await inTurns(times, ours, bare);
}

/** Runs both a number of times, in turns, so that neither always finds what the other has just read. */
export async function inTurns(
	times: number,
	ours: (time: number) => Promise<unknown>,
	bare: (time: number) => Promise<unknown>,
): Promise<{ ours: Timings; bare: Timings }> {
	const timings = { ours: new Timings(), bare: new Timings() };
	for (let time = 0; time < times; time++) {
		const both = [() => timings.ours.time(() => ours(time)), () => timings.bare.time(() => bare(time))];
		for (const one of time % 2 === 0 ? both : both.reverse()) await one();
	}
	return timings;
}
