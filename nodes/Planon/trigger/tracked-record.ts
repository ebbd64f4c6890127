import type { Change } from '../../shared/polling/change-window';
import type { Happening, Known } from '../../shared/polling/follow-changes';
import { ApiError } from '../../shared/http/api-error';
import { SYSTEM } from '../api/errors';
import type { PlanonRecord } from '../api/schemas';
import type { CaseState } from '../presets/mapping';
import { momentOf } from '../record/date-time';
import type { TrackedFields } from './tracked-fields';

export const RECORD_EVENTS = ['changed', 'created', 'stateChanged'] as const;
export type RecordEvent = (typeof RECORD_EVENTS)[number];

/** One thing that happened to a record, as it goes into the workflow. */
export interface RecordHappening {
	event: RecordEvent;
	/** Everything that Planon gave. */
	record: PlanonRecord;
	ticket: { system: 'planon'; number: string; id: string };
	/** Our own reference; null for what others made. */
	reference: string | null;
	/** What the state means, where the credential says so. */
	state: CaseState | null;
	/** Of a state: as Planon shows it; null when it is not known what it was. */
	from?: string | null;
	to?: string | null;
}

const textOf = (value: unknown): string | null =>
	value === null || value === undefined || value === ''
		? null
		: typeof value === 'object'
			? JSON.stringify(value)
			: String(value);

/** @throws ApiError for a record without the fields by which changes are found */
export function recordChange(
	record: PlanonRecord,
	fields: TrackedFields,
	timeZone: string,
): Change<PlanonRecord> {
	const id = textOf(record.Syscode);
	const moment = momentOf(record[fields.changedField], timeZone);
	if (id === null || moment === null) {
		const missing = id === null ? 'Syscode' : fields.changedField;
		throw new ApiError(
			SYSTEM,
			200,
			'rejected',
			`A record of ${fields.definition} has no moment or key in the field ${missing}`,
			'Ask your Planon administrator in which field of this definition the moment of the last change is, and whether this access key may see it.',
		);
	}
	return { id, moment: moment.toMillis(), fingerprint: fingerprintOf(record, fields), record };
}

/** Two changes within the same second have the same moment; this tells them apart. */
function fingerprintOf(record: PlanonRecord, { ignoredFields }: TrackedFields): string {
	const compared = Object.entries(record).filter(([field]) => !ignoredFields.includes(field));
	return JSON.stringify(compared.sort(([one], [other]) => (one < other ? -1 : 1)));
}

export const recordState = (record: PlanonRecord, { stateField }: TrackedFields): string | null =>
	textOf(record[stateField]);

/** Our own reference in a record; null for what others made. */
export function recordReference(record: PlanonRecord, fields: TrackedFields): string | null {
	const stored = textOf(record[fields.referenceField]);
	if (stored === null || !stored.startsWith(fields.referencePrefix)) return null;
	return stored.slice(fields.referencePrefix.length) || null;
}

/** Everything that happened to a record since it was last seen. */
export function tellRecord(
	{ id, record }: Change<PlanonRecord>,
	{ version, floor, sample }: Known<string | null>,
	fields: TrackedFields,
	timeZone: string,
): Array<Happening<RecordHappening>> {
	const now = recordState(record, fields);
	const about = (event: RecordEvent): RecordHappening => ({
		event,
		record,
		ticket: { system: 'planon', number: textOf(record[fields.numberField]) ?? id, id },
		reference: recordReference(record, fields),
		state: fields.stateOf(record[fields.stateField]),
	});
	const inserted = momentOf(record[fields.insertedField], timeZone)?.toMillis();
	const told: Array<Happening<RecordHappening>> = [];
	if (inserted !== undefined) told.push({ key: 'created', at: inserted, event: about('created') });
	if (version === undefined && inserted !== undefined && inserted >= floor && !sample) return told;
	told.push({ key: 'changed', event: about('changed') });
	const from = version ?? null;
	if (from !== now) told.push({ key: 'stateChanged', event: { ...about('stateChanged'), from, to: now } });
	return told;
}
