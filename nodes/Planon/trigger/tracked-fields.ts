import { z } from 'zod/v4';
import { definitionSchema } from '../api/names';
import { PRESETS, presetMapping, stateOf, type CaseState } from '../presets/mapping';

/** Which records a trigger follows, and in which fields it finds what it needs. */
export interface TrackedFields {
	definition: string;
	numberField: string;
	/** Empty when records carry no reference of ours. */
	referenceField: string;
	/** What stands before our reference in Planon. */
	referencePrefix: string;
	stateField: string;
	insertedField: string;
	changedField: string;
	/** Differ without anybody changing the record, such as an age. */
	ignoredFields: readonly string[];
	/** What a state means; null where that is not mapped. */
	stateOf(shown: unknown): CaseState | null;
}

const name = z.string().trim();
const needed = name.min(1, 'Fill in the name of this field, or leave it out for the default');
const fieldsSchema = z.object({
	changedField: needed.default('SysMutationDateTime'),
	ignoredFields: name.default(''),
	insertedField: needed.default('InsertDateTime'),
	numberField: needed.default('OrderNumber'),
	referenceField: name.default('FreeString1'),
	stateField: needed.default('RefBOStateUserDefined'),
});

/** A definition of any kind has the fields of the node, a preset those of the credential. */
export function trackedFields(
	read: (name: string, fallback?: unknown) => unknown,
	credential: Record<string, unknown>,
): TrackedFields {
	const follow = z.enum(['definition', ...PRESETS]).parse(read('follow'));
	const { ignoredFields: ignored, ...fields } = fieldsSchema.parse(read('fields', {}));
	const ignoredFields = ignored.split(',').map((field) => field.trim());
	if (follow === 'definition') {
		const definition = definitionSchema.parse(read('definition'));
		return { ...fields, definition, referencePrefix: '', ignoredFields, stateOf: () => null };
	}
	const mapping = presetMapping(credential, follow);
	return { ...mapping, ignoredFields, stateOf: (shown) => stateOf(mapping, shown) };
}
