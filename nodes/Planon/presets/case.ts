import type { Filter } from '../api/filter';
import type { PlanonClient } from '../api/client';
import { ApiError } from '../../shared/http/api-error';
import { SYSTEM } from '../api/errors';
import { exactNumber } from '../api/json';
import type { PlanonRecord } from '../api/schemas';
import { momentOf } from '../record/date-time';
import { stateOf, type CaseState, type Preset, type PresetMapping } from './mapping';

/** What every preset operation works on. */
export interface PresetContext {
	client: PlanonClient;
	preset: Preset;
	mapping: PresetMapping;
	timeZone: string;
}

/** A complaint, request or order, under the same names in every Planon. */
export interface Case {
	preset: Preset;
	/** As text: it may have more digits than a number holds. */
	syscode: string | null;
	number: string | null;
	/** Our own, without the prefix; null for what others made. */
	reference: string | null;
	description: string | null;
	comment: string | null;
	/** Null for a state that is not mapped; see `stateInPlanon`. */
	state: CaseState | null;
	stateInPlanon: unknown;
	requestor: unknown;
	/** ISO 8601, in the time zone that Planon gave. */
	createdAt: string | null;
	changedAt: string | null;
	/** Everything that Planon gave. */
	record: PlanonRecord;
}

export function caseOf({ preset, mapping, timeZone }: PresetContext, record: PlanonRecord): Case {
	const field = (name: string): unknown => (name === '' ? null : (record[name] ?? null));
	const stored = textOf(field(mapping.referenceField));
	const own = stored !== null && stored.startsWith(mapping.referencePrefix);
	return {
		preset,
		syscode: textOf(record.Syscode),
		number: textOf(field(mapping.numberField)),
		reference: own ? stored.slice(mapping.referencePrefix.length) : null,
		description: textOf(field(mapping.descriptionField)),
		comment: textOf(field(mapping.commentField)),
		state: stateOf(mapping, field(mapping.stateField)),
		stateInPlanon: field(mapping.stateField),
		requestor: field(mapping.requestorField),
		createdAt: momentOf(field(mapping.insertedField), timeZone)?.toISO() ?? null,
		changedAt: momentOf(field(mapping.changedField), timeZone)?.toISO() ?? null,
		record,
	};
}

const textOf = (value: unknown): string | null =>
	value === null || value === undefined || value === '' ? null : String(value);

export const IDENTIFIERS = ['number', 'reference', 'syscode'] as const;
export interface CaseId {
	by: (typeof IDENTIFIERS)[number];
	value: string;
}

/** The filter that finds one case. */
export function filterFor({ mapping }: PresetContext, { by, value }: CaseId): Filter {
	const wanted = value.trim();
	if (wanted === '') throw new Error(`Fill in the ${by === 'syscode' ? 'Syscode' : by} of what you mean.`);
	if (by === 'reference') {
		const stored = `${mapping.referencePrefix}${wanted}`;
		return [{ field: mapping.referenceField, operator: 'eq', value: stored }];
	}
	if (by === 'number') return [{ field: mapping.numberField, operator: 'eq', value: wanted }];
	return [syscodeIs(wanted)];
}

/** By its key in Planon, with all of its digits. */
export function syscodeIs(syscode: string): Filter[number] {
	const value = exactNumber(syscode);
	if (value === undefined) throw new Error(`'${syscode}' is no Syscode: that is a whole number.`);
	return { field: 'Syscode', operator: 'eq', value };
}

/** The record of one case; throws when there is none, or more than one. */
export async function findRecord(context: PresetContext, id: CaseId): Promise<PlanonRecord> {
	const { client, mapping, preset } = context;
	const found = await client.read(mapping.definition, filterFor(context, id));
	if (found.length === 1) return found[0]!;
	if (found.length === 0) {
		throw new ApiError(
			SYSTEM,
			404,
			'not-found',
			`Planon has no ${preset} with ${id.by} '${id.value}'`,
			'Look in Planon whether it is there. Archived records are only found with that option.',
		);
	}
	throw new ApiError(
		SYSTEM,
		409,
		'rejected',
		`Planon has ${found.length} records of ${mapping.definition} with ${id.by} '${id.value}'`,
		'Name the one you mean by its Syscode.',
	);
}
