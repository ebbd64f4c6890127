/** How long it took from the end of one fault until work went on. */
export interface Recovery {
	fault: string;
	seconds: number;
	/** Until every mail that lay there at its end was put away; undefined while one still lies there. */
	allDoneSeconds?: number;
}

/** One line on the screen, past Jest, which would keep it back until the end and say where it came from. */
export const say = (line: string): void => void process.stdout.write(`   ${line}\n`);

/** How long it took to recover, per kind of fault. */
export function sayRecoveries(recoveries: readonly Recovery[]): void {
	for (const fault of new Set(recoveries.map((recovery) => recovery.fault))) {
		const own = recoveries.filter((recovery) => recovery.fault === fault);
		const again = spread(own.map(({ seconds }) => seconds));
		const done = spread(own.map(({ allDoneSeconds = Infinity }) => allDoneSeconds));
		say(`${fault}: ${own.length}×, works again after ${again}; nothing left of it after ${done}`);
	}
}

function spread(seconds: number[]): string {
	const sorted = seconds.sort((a, b) => a - b);
	const [median, longest] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
	return `${median.toFixed(1)} s (median), ${longest.toFixed(1)} s (longest)`;
}
