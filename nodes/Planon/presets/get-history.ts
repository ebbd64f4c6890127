import { exactNumber } from '../api/json';
import type { PlanonRecord } from '../api/schemas';
import { momentOf } from '../record/date-time';
import { caseOf, findRecord, type Case, type CaseId, type PresetContext } from './case';

export interface HistoryLine {
	/** ISO 8601, in the time zone that Planon gave; null when the line has no moment. */
	at: string | null;
	/** `reported` and `changed` come from the record itself, `history` from the history definition. */
	kind: 'reported' | 'changed' | 'history';
	text: string;
	record: PlanonRecord | null;
}

export interface CaseHistory extends Case {
	/** Oldest first. */
	history: HistoryLine[];
	/** False when there is no history definition: then only the begin and the last change are known. */
	complete: boolean;
}

/**
 * What happened to a case. Planon documents no history in its API; an organisation may have a
 * definition for it, which is then read. Without one the record tells when it was made and last changed.
 */
export async function getHistory(context: PresetContext, id: CaseId): Promise<CaseHistory> {
	const { client, mapping, timeZone } = context;
	const found = caseOf(context, await findRecord(context, id));
	if (mapping.historyDefinition === '') {
		return { ...found, history: fromRecord(found), complete: false };
	}
	const parent = found.syscode ?? '';
	const lines = await client.read(mapping.historyDefinition, [
		{ field: mapping.historyParentField, operator: 'eq', value: exactNumber(parent) ?? parent },
	]);
	const history = lines
		.map((record) => ({ record, at: momentOf(record[mapping.insertedField], timeZone) }))
		.sort((a, b) => (a.at?.toMillis() ?? 0) - (b.at?.toMillis() ?? 0))
		.map(({ record, at }): HistoryLine => {
			const text = record[mapping.descriptionField];
			return { at: at?.toISO() ?? null, kind: 'history', text: String(text ?? ''), record };
		});
	return { ...found, history, complete: true };
}

function fromRecord({ createdAt, changedAt, state, stateInPlanon }: Case): HistoryLine[] {
	const lines: HistoryLine[] = [{ at: createdAt, kind: 'reported', text: 'Reported', record: null }];
	if (changedAt !== null && changedAt !== createdAt) {
		const text = `Last changed; the state is ${state ?? String(stateInPlanon)}`;
		lines.push({ at: changedAt, kind: 'changed', text, record: null });
	}
	return lines;
}
