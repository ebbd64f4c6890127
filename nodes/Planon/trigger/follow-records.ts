import type { ChangePage } from '../../shared/polling/change-window';
import type { Followed } from '../../shared/polling/follow-changes';
import type { PlanonRecord } from '../api/schemas';
import { readInWindows, type RecordReader } from '../reading/windows';
import type { TrackedFields } from './tracked-fields';
import {
	recordChange,
	recordReference,
	recordState,
	tellRecord,
	type RecordEvent,
	type RecordHappening,
} from './tracked-record';

export interface RecordsToFollow {
	events: readonly RecordEvent[];
	onlyWithReference: boolean;
	fields: TrackedFields;
	/** In which moments without a time zone are meant. */
	timeZone: string;
	/** An answer with this many records may have been cut off. */
	mostInAnswer: number;
}

const DAY = 24 * 3600 * 1000;
/** What is in memory at a time, after a long stop: the changes of a week. */
const AT_A_TIME = 7 * DAY;
/** The clock of Planon may be ahead of this one. */
const AHEAD = DAY;
/** How far back it looks for something to test with, one after the other. */
const LOOK_BACK = [DAY / 24, DAY, 30 * DAY, 365 * DAY];

/** Records of a definition, archived ones too, by the moment in which they were changed last. */
export function followRecords(
	reader: RecordReader,
	{ events, onlyWithReference, fields, timeZone, mostInAnswer }: RecordsToFollow,
): Followed<PlanonRecord, string | null, RecordHappening> {
	const readBetween = async (from: number, to: number) => {
		const windows = readInWindows(reader, fields.definition, [], {
			by: 'time',
			field: fields.changedField,
			from: new Date(from),
			to: new Date(to),
			// In one request, unless there is too much for one.
			size: BigInt(Math.ceil((to - from) / 1000)),
			mostInAnswer,
		});
		const found: PlanonRecord[] = [];
		for await (const records of windows) found.push(...records);
		return found
			.filter((record) => !onlyWithReference || recordReference(record, fields) !== null)
			.map((record) => recordChange(record, fields, timeZone));
	};

	return {
		kind: `planon ${fields.definition}`,
		async changedFrom(from): Promise<ChangePage<PlanonRecord>> {
			const end = Date.now() + AHEAD;
			const to = Math.min(from + AT_A_TIME, end);
			return { changes: await readBetween(from, to), next: to < end ? to : null };
		},
		async latest() {
			for (const back of LOOK_BACK) {
				const found = await readBetween(Date.now() - back, Date.now() + AHEAD);
				if (found.length > 0) return found.sort((one, other) => other.moment - one.moment);
			}
			return [];
		},
		remember: (record) => recordState(record, fields),
		tell: async (change, known) => tellRecord(change, known, fields, timeZone),
		wants: ({ event }) => events.includes(event),
	};
}
