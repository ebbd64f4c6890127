import { createRecord, type CreatedRecord } from '../record/create-record';
import { exactNumber } from '../api/json';
import { caseOf, type Case, type PresetContext } from './case';

export interface NewCase {
	/** Our own reference: a second one with the same reference is not made. */
	reference: string;
	description: string;
	comment: string;
	/** The Syscode of a person; empty when it is not known. */
	requestor: string;
	/** Other fields, by their names in Planon. */
	values: Record<string, unknown>;
}

export type CreatedCase = Case & Omit<CreatedRecord, 'record'>;

/** Makes a case, or gives the one that was made with the same reference before. */
export async function createOrGet(context: PresetContext, input: NewCase): Promise<CreatedCase> {
	const { client, mapping, timeZone } = context;
	const { reference, description, comment, requestor, values } = input;
	if (!reference.trim()) {
		throw new Error('Fill in the Reference: it keeps a repeated run from making a second record.');
	}
	const { record, ...created } = await createRecord(client, {
		definition: mapping.definition,
		method: mapping.addMethod,
		values: {
			...own(mapping.descriptionField, description),
			...own(mapping.commentField, comment),
			...own(mapping.requestorField, requestor.trim() && (exactNumber(requestor) ?? requestor.trim())),
			...values,
		},
		referenceField: mapping.referenceField,
		reference: `${mapping.referencePrefix}${reference.trim()}`,
		numberField: mapping.numberField,
		timeZone,
	});
	return { ...caseOf(context, record), ...created };
}

/** A value in its field, where there are both. */
const own = (field: string, value: unknown): Record<string, unknown> =>
	field === '' || value === '' ? {} : { [field]: value };
