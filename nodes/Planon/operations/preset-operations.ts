import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { Condition } from '../api/filter';
import { exactNumber } from '../api/json';
import type { PlanonRecord } from '../api/schemas';
import { getFigures } from '../figures/get-figures';
import { LEAD_TIME_UNITS } from '../figures/lead-time';
import { addComment } from '../presets/add-comment';
import { caseOf, findRecord, IDENTIFIERS, type CaseId, type PresetContext } from '../presets/case';
import { createOrGet } from '../presets/create-or-get';
import { getHistory } from '../presets/get-history';
import { getMany } from '../presets/get-many';
import { CASE_STATES, presetMapping, PRESETS } from '../presets/mapping';
import { setState } from '../presets/set-state';
import { limitOf, recordJson, text, type Operation, type OperationContext, type Result } from './operation';
import { filterOf, moment, valuesOf } from './inputs';

const presetContext = (context: OperationContext): PresetContext => {
	const preset = z.enum(PRESETS).parse(context.read('resource'));
	const { client, credential, settings } = context;
	return { client, preset, mapping: presetMapping(credential, preset), timeZone: settings.timeZone };
};

const idOf = (context: OperationContext): CaseId => ({
	by: z.enum(IDENTIFIERS).parse(context.read('identifyBy', 'reference')),
	value: text(context, 'identifier'),
});

/** An operation on complaints, requests or orders that gives one item. */
const one =
	(run: (preset: PresetContext, context: OperationContext) => Promise<object>): Operation =>
	async (context): Promise<Result[]> => [asResult(context, await run(presetContext(context), context))];

/** With the dates in the record as they were asked for; a case keeps its own as ISO text. */
const asResult = (context: OperationContext, json: object): Result =>
	'record' in json
		? { json: { ...json, record: recordJson(context, json.record as PlanonRecord) } }
		: { json };

export const PRESET_OPERATIONS: Record<string, Operation> = {
	createOrGet: one(
		async (preset, context) =>
			await createOrGet(preset, {
				reference: text(context, 'caseReference'),
				description: text(context, 'description'),
				comment: text(context, 'comment'),
				requestor: text(context, 'requestor'),
				values: valuesOf(context),
			}),
	),

	get: one(async (preset, context) => caseOf(preset, await findRecord(preset, idOf(context)))),

	setState: one(async (preset, context) => {
		const state = z.enum([...CASE_STATES, 'other']).parse(context.read('caseState'));
		const to = state === 'other' ? { name: text(context, 'stateName') } : { mapped: state };
		return await setState(preset, idOf(context), to);
	}),

	addComment: one(
		async (preset, context) =>
			await addComment(preset, idOf(context), {
				text: text(context, 'commentText'),
				author: text(context, 'author'),
				place: z.enum(['top', 'bottom']).parse(context.read('place', 'bottom')),
				now: context.now,
			}),
	),

	getHistory: one(async (preset, context) => await getHistory(preset, idOf(context))),

	getFigures: one(async (preset, context) => {
		const { from, to } = periodOf(context);
		const categoryField = text(context, 'categoryField') || preset.mapping.categoryField;
		const partyField = text(context, 'partyField') || preset.mapping.partyField;
		const completedField = text(context, 'completedField') || preset.mapping.completedField;
		return await getFigures(
			{ ...preset, mapping: { ...preset.mapping, categoryField, partyField, completedField } },
			{
				from,
				to,
				party: partyOf(text(context, 'party')),
				filter: filterOf(context),
				unit: z.enum(LEAD_TIME_UNITS).parse(context.read('unit', 'workingDays')),
				calendar: new WorkingCalendar({ closedOn: freeDaysOf(text(context, 'freeDays')) }),
			},
		);
	}),

	async getMany(context) {
		const { from, to } = periodOf(context);
		const cases = await getMany(presetContext(context), {
			states: z.array(z.enum(CASE_STATES)).parse(context.read('states', [])),
			by: z.enum(['inserted', 'changed']).parse(context.read('periodOf', 'changed')),
			from,
			to,
			limit: limitOf(context),
			filter: filterOf(context),
		});
		return cases.map((json) => asResult(context, json));
	},
};

/** From the begin of the first day up to the end of the last one, where no times were given. */
function periodOf(context: OperationContext): { from: DateTime; to: DateTime } {
	const from = moment(context, 'from', 'From');
	const to = moment(context, 'to', 'Up To', context.now);
	const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(text(context, 'to'));
	return { from, to: wholeDay ? to.endOf('day') : to };
}

/** References in Planon are whole numbers; a code or name stays text. */
const partyOf = (party: string): Condition['value'] | null =>
	party === '' ? null : (exactNumber(party) ?? party);

function freeDaysOf(typed: string): string[] {
	const days = typed.split(/[\s,;]+/).filter(Boolean);
	const wrong = days.find((day) => !DateTime.fromFormat(day, 'yyyy-MM-dd').isValid);
	if (wrong) throw new Error(`'${wrong}' in Free Days is no date. Write it as 2026-12-25.`);
	return days;
}
