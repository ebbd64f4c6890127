import { SYSTEM_FIELDS, type Definition } from './definitions';
import { PlanonRefusal, refusal } from './errors';
import type { Properties } from './json-with-duplicates';

export type PlanonRecord = Record<string, unknown>;

export { DEFAULT_DEFINITIONS, type Definition } from './definitions';

interface Row {
	record: PlanonRecord;
	state: string;
	archived: boolean;
}

/** The records of one Planon, in memory. */
export class PlanonStore {
	private readonly tables = new Map<string, Row[]>();

	constructor(
		readonly definitions: Record<string, Definition>,
		private readonly now: () => Date,
		private nextSyscode: bigint,
	) {}

	records(definition: string): PlanonRecord[] {
		return structuredClone((this.tables.get(definition) ?? []).map(({ record }) => record));
	}

	/** @throws PlanonRefusal for a definition that this Planon does not have, or not for this user */
	definition(name: string): Definition {
		const found = this.definitions[name];
		// Which status Planon gives here is not published; its message shape is.
		if (!found) throw refusal('PN_D00001', `Unknown definition ${name}`);
		if (found.forbidden) throw new PlanonRefusal(403, { uuid: 'd2e1', message: `No rights on ${name}` });
		return found;
	}

	add(name: string, values: PlanonRecord): PlanonRecord {
		const definition = this.definition(name);
		this.check(name, Object.keys(values));
		const syscode = this.nextSyscode++;
		const moment = this.moment();
		const state = definition.states[0]!;
		const record: PlanonRecord = {
			Syscode: syscode <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(syscode) : syscode,
			OrderNumber: String(1_000_000n + syscode),
			...Object.fromEntries(definition.fields.map((field) => [field, null])),
			...values,
			RefBOStateUserDefined: definition.stateCodes?.[state] ?? state,
			InsertDateTime: moment,
			SysMutationDateTime: moment,
		};
		this.tables.set(name, [...this.rows(name), { record, state, archived: false }]);
		return record;
	}

	/** The records for which every condition holds; several on one field are a range. */
	find(name: string, filter: Properties, archived = false): PlanonRecord[] {
		const known = [...this.definition(name).fields, ...SYSTEM_FIELDS];
		for (const [field] of filter) if (!known.includes(field)) throw unknownField(name, field);
		return this.rows(name)
			.filter((row) => archived || !row.archived)
			.map(({ record }) => record)
			.filter((record) =>
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
		const { states, stateCodes, transitions, history } = this.definition(name);
		if (!states.includes(state)) throw refusal('PN_S00001', `${state} is not a state of ${name}`);
		const row = this.rows(name).find((one) => one.record === record)!;
		if (transitions && !transitions[row.state]?.includes(state)) {
			throw refusal('PN_S00002', `${name} cannot go from ${row.state} to ${state}`);
		}
		const from = row.state;
		row.state = state;
		Object.assign(record, {
			RefBOStateUserDefined: stateCodes?.[state] ?? state,
			SysMutationDateTime: this.moment(),
		});
		if (history) {
			this.add(history, { ParentOrderRef: record.Syscode, Description: `State ${from} became ${state}` });
		}
	}

	archive(name: string, record: PlanonRecord, archived: boolean): void {
		this.rows(name).find((row) => row.record === record)!.archived = archived;
	}

	remove(name: string, record: PlanonRecord): void {
		this.tables.set(
			name,
			this.rows(name).filter((row) => row.record !== record),
		);
	}

	private rows(name: string): Row[] {
		return this.tables.get(name) ?? [];
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
	refusal('PN_F00001', `Field ${field} is not part of ${definition}`);

function holds(actual: unknown, operator: string, wanted: unknown): boolean {
	const [left, right] = [comparable(actual), comparable(wanted)];
	if (operator === 'eq') return left === right;
	if (left === null) return false;
	if (operator === 'ge') return left >= right!;
	if (operator === 'gt') return left > right!;
	if (operator === 'le') return left <= right!;
	throw refusal('PN_O00001', `Unknown operator ${operator}`);
}

/** Moments by their time, whatever time zone they were written in. */
function comparable(value: unknown): string | number | bigint | boolean | null {
	if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value))
		return Date.parse(value);
	if (typeof value === 'object' && value !== null) {
		const { date, time } = value as { date?: string; time?: string };
		return `${date}T${time}`;
	}
	return (value ?? null) as string | number | bigint | boolean | null;
}
