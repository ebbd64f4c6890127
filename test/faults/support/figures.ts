/** How long it took from the end of one fault until work went on. */
export interface Recovery {
	fault: string;
	seconds: number;
}

/** One line on the screen, past Jest, which would keep it back until the end and say where it came from. */
export const say = (line: string): void => void process.stdout.write(`   ${line}\n`);

/** How long it took to recover, per kind of fault. */
export function sayRecoveries(recoveries: readonly Recovery[]): void {
	for (const fault of new Set(recoveries.map((recovery) => recovery.fault))) {
		const seconds = recoveries
			.filter((recovery) => recovery.fault === fault)
			.map((recovery) => recovery.seconds)
			.sort((a, b) => a - b);
		const [median, longest] = [seconds[Math.floor(seconds.length / 2)]!, seconds.at(-1)!];
		say(
			`${fault}: ${seconds.length}×, works again after ${median.toFixed(1)} s (median), ${longest.toFixed(1)} s (longest)`,
		);
	}
}
