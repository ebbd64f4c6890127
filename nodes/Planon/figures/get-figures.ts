import type { DateTime } from 'luxon';
import type { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Condition, Filter } from '../api/filter';
import type { PresetContext } from '../presets/case';
import type { Preset } from '../presets/mapping';
import { MOST_IN_ANSWER, readInWindows } from '../reading/windows';
import type { LeadTimeUnit } from './lead-time';
import { Tally, type Figures } from './tally';

export interface FiguresRequest {
	/** What was made from this moment on, up to and with `to`. */
	from: DateTime;
	to: DateTime;
	/** The supplier or party, as Planon keeps it; null for all of them. */
	party: Condition['value'] | null;
	filter: Filter;
	unit: LeadTimeUnit;
	/** Which days are working days. */
	calendar: WorkingCalendar;
	mostInAnswer?: number;
}

export interface PeriodFigures extends Figures {
	preset: Preset;
	definition: string;
	party: Condition['value'] | null;
	/** ISO 8601 */
	period: { from: string; to: string };
	/** How many answers of Planon this took. */
	windows: number;
}

/** The figures of a period, counted window by window: no more than two windows are ever in memory. */
export async function getFigures(context: PresetContext, request: FiguresRequest): Promise<PeriodFigures> {
	const { client, mapping, preset, timeZone } = context;
	const { from, to, party, unit, calendar } = request;
	if (party !== null && mapping.partyField === '') {
		throw new Error('Fill in the Party Field in the credential, or leave Party empty to count all of them.');
	}
	const ofParty: Condition[] =
		party === null ? [] : [{ field: mapping.partyField, operator: 'eq', value: party }];
	const tally = new Tally({ mapping, timeZone, unit, calendar });
	let windows = 0;
	const read = readInWindows(client, mapping.definition, [...request.filter, ...ofParty], {
		by: 'time',
		field: mapping.insertedField,
		from: from.toJSDate(),
		to: to.toJSDate(),
		size: 7n * 24n * 3600n,
		mostInAnswer: request.mostInAnswer ?? MOST_IN_ANSWER,
	});
	for await (const records of read) {
		windows += 1;
		for (const record of records) tally.add(record);
	}
	return {
		preset,
		definition: mapping.definition,
		party,
		period: { from: from.toISO()!, to: to.toISO()! },
		...tally.figures(),
		windows,
	};
}
