import { ApiError } from '../../shared/http/api-error';
import { SYSTEM } from '../api/errors';
import type { Notice } from '../api/schemas';
import { caseOf, findRecord, syscodeIs, type Case, type CaseId, type PresetContext } from './case';
import { statesOf, type CaseState } from './mapping';

export interface StateChange extends Case {
	/** False when it was in this state already. */
	changed: boolean;
	answeredWarnings: Notice[];
}

/**
 * Brings a case into a state, unless it is in it already.
 * @param to a mapped state, or the name of a state in Planon
 */
export async function setState(
	context: PresetContext,
	id: CaseId,
	to: { mapped: CaseState } | { name: string },
): Promise<StateChange> {
	const { client, mapping, preset } = context;
	const target = 'mapped' in to ? statesOf(mapping).get(to.mapped) : { name: to.name, shown: [to.name] };
	if (!target) {
		throw new ApiError(
			SYSTEM,
			400,
			'rejected',
			`The state of a ${preset} that means '${'mapped' in to ? to.mapped : to.name}' is not filled in`,
			'Fill it in in the credential, under Map Complaints, Requests and Orders.',
		);
	}
	const record = await findRecord(context, id);
	if (target.shown.includes(String(record[mapping.stateField]))) {
		return { ...caseOf(context, record), changed: false, answeredWarnings: [] };
	}
	const filter = [syscodeIs(String(record.Syscode))];
	const { records, answered } = await client.changeState(mapping.definition, target.name, filter);
	const after = records[0] ?? (await client.read(mapping.definition, filter))[0] ?? record;
	return { ...caseOf(context, after), changed: true, answeredWarnings: answered };
}
