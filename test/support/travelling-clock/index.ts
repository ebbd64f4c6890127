import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DateTime } from 'luxon';

/** A clock that a test sets, for this process and for an n8n that is started with its `env`. */
export interface TravellingClock {
	now: () => Date;
	/** To this moment in Dutch time, such as `2026-12-14T09:00`; from then on it runs as clocks do. */
	travelTo(moment: string): void;
	/** Environment of a process that must keep to it. */
	env: NodeJS.ProcessEnv;
}

/** @param folder for the file by which processes know what time it is */
export function travellingClock(folder: string, start: string): TravellingClock {
	const file = join(folder, 'clock');
	let shift = 0;
	const travelTo = (moment: string) => {
		shift = DateTime.fromISO(moment, { zone: 'Europe/Amsterdam' }).toMillis() - Date.now();
		writeFileSync(`${file}.new`, String(shift));
		renameSync(`${file}.new`, file);
	};
	travelTo(start);
	return {
		now: () => new Date(Date.now() + shift),
		travelTo,
		env: {
			REGIE_TEST_CLOCK: file,
			NODE_OPTIONS: `--import=${pathToFileURL(join(__dirname, 'preload.mjs')).href}`,
		},
	};
}
