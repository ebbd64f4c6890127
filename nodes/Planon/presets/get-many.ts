import type { DateTime } from 'luxon';
import type { Filter } from '../api/filter';
import { readInWindows, MOST_IN_ANSWER } from '../reading/windows';
import { caseOf, type Case, type PresetContext } from './case';
import type { CaseState } from './mapping';

export interface CaseSearch {
	/** Only these; all of them when empty. */
	states: readonly CaseState[];
	/** By what moment: when it was made, or last changed. */
	by: 'inserted' | 'changed';
	from: DateTime;
	to: DateTime;
	limit: number;
	/** Other conditions, such as on the requestor. */
	filter: Filter;
}

/**
 * The cases of a period, oldest window first. States are compared here, because Planon documents no
 * way to ask for one of several.
 */
export async function getMany(context: PresetContext, search: CaseSearch): Promise<Case[]> {
	const { client, mapping } = context;
	const found: Case[] = [];
	const windows = readInWindows(client, mapping.definition, search.filter, {
		by: 'time',
		field: search.by === 'inserted' ? mapping.insertedField : mapping.changedField,
		from: search.from.toJSDate(),
		to: search.to.toJSDate(),
		size: 7n * 24n * 3600n,
		mostInAnswer: MOST_IN_ANSWER,
	});
	for await (const records of windows) {
		for (const record of records) {
			const one = caseOf(context, record);
			if (search.states.length > 0 && (!one.state || !search.states.includes(one.state))) continue;
			found.push(one);
			if (found.length >= search.limit) return found;
		}
	}
	return found;
}
