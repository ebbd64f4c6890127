import { PlanonRefusal } from './errors';
import type { Properties } from './json-with-duplicates';

export type PlanonRecord = Record<string, unknown>;

/** What a Planon administrator made: a definition with its fields and its states, the first one for new records. */
export interface Definition {
	fields: string[];
	states: string[];
	/** Adding such a record gives this warning, until it is answered. */
	warning?: { code: string; description: string };
}

const FIELDS = [
	'Description',
	'Comment',
	'FreeString1',
	'HighPriority',
	'InternalRequestorPersonRef',
	'PropertyRef',
	'SpaceRef',
	'RequestedUserEndDateTime',
];
const STATES = ['UsrReported', 'UsrInProgress', 'UsrCompleted', 'UsrCanceled'];

/** Requests and complaints, as a customer of Planon could have made them. */
export const DEFAULT_DEFINITIONS: Record<string, Definition> = {
	UsrRequest: { fields: FIELDS, states: STATES },
	UsrComplaint: { fields: FIELDS, states: STATES },
};

/** Filled in by Planon itself. */
const SYSTEM_FIELDS = [
	'Syscode',
	'OrderNumber',
	'RefBOStateUserDefined',
	'InsertDateTime',
	'SysMutationDateTime',
];

/** The records of one Planon, in memory. */
export class PlanonStore {
	private readonly tables = new Map<string, PlanonRecord[]>();

	private lastSyscode = 0;

	constructor(
		private readonly definitions: Record<string, Definition>,
		private readonly now: () => Date,
	) {}

	records(definition: string): PlanonRecord[] {
		return structuredClone(this.tables.get(definition) ?? []);
	}

	/** @throws PlanonRefusal for a definition that this Planon does not have */
	definition(name: string): Definition {
		const found = this.definitions[name];
		if (found) return found;
		// Which status Planon gives here is not published; its message shape is.
		throw new PlanonRefusal(422, {
			errors: [{ code: 'PN_D00001', description: `Unknown definition ${name}` }],
		});
	}

	add(name: string, values: PlanonRecord): PlanonRecord {
		const definition = this.definition(name);
		this.check(name, Object.keys(values));
		this.lastSyscode += 1;
		const moment = this.moment();
		const record: PlanonRecord = {
			Syscode: this.lastSyscode,
			OrderNumber: String(1_000_000 + this.lastSyscode),
			...Object.fromEntries(definition.fields.map((field) => [field, null])),
			...values,
			RefBOStateUserDefined: definition.states[0],
			InsertDateTime: moment,
			SysMutationDateTime: moment,
		};
		this.tables.set(name, [...(this.tables.get(name) ?? []), record]);
		return record;
	}

	/** The records for which every condition holds; several on one field are a range. */
	find(name: string, filter: Properties): PlanonRecord[] {
		const definition = this.definition(name);
		const known = [...definition.fields, ...SYSTEM_FIELDS];
		for (const [field] of filter) if (!known.includes(field)) throw unknownField(name, field);
		return (this.tables.get(name) ?? []).filter((record) =>
			filter.every(([field, condition]) =>
				Object.entries(condition as object).every(([operator, value]) =>
					holds(record[field], operator, value),
				),
			),
		);
	}

	change(name: string, record: PlanonRecord, values: PlanonRecord): void {
		this.check(name, Object.keys(values));
		Object.assign(record, values, { SysMutationDateTime: this.moment() });
	}

	setState(name: string, record: PlanonRecord, state: string): void {
		if (!this.definition(name).states.includes(state)) {
			throw new PlanonRefusal(422, {
				errors: [{ code: 'PN_S00001', description: `${state} is not a state of ${name}` }],
			});
		}
		Object.assign(record, { RefBOStateUserDefined: state, SysMutationDateTime: this.moment() });
	}

	remove(name: string, record: PlanonRecord): void {
		this.tables.set(
			name,
			(this.tables.get(name) ?? []).filter((one) => one !== record),
		);
	}

	private check(name: string, fields: string[]): void {
		const known = this.definition(name).fields;
		for (const field of fields) if (!known.includes(field)) throw unknownField(name, field);
	}

	private moment(): string {
		return this.now()
			.toISOString()
			.replace(/\.\d+Z$/, 'Z');
	}
}

const unknownField = (definition: string, field: string) =>
	new PlanonRefusal(422, {
		errors: [{ code: 'PN_F00001', description: `Field ${field} is not part of ${definition}` }],
	});

function holds(actual: unknown, operator: string, wanted: unknown): boolean {
	const [left, right] = [actual as string | number, wanted as string | number];
	if (operator === 'eq') return left === right;
	if (operator === 'ge') return left >= right;
	if (operator === 'gt') return left > right;
	if (operator === 'le') return left <= right;
	throw new PlanonRefusal(422, {
		errors: [{ code: 'PN_O00001', description: `Unknown operator ${operator}` }],
	});
}
