import { z } from 'zod/v4';
import { readJsonObject } from '../../shared/json-object';
import { definitionSchema, methodSchema, stateSchema } from '../api/names';

export const PRESETS = ['complaint', 'order', 'request'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a case can be, whatever the organisation calls it. */
export const CASE_STATES = ['reported', 'inProgress', 'completed', 'canceled'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** A state: its name for Change State, and what the state field of a record then shows. */
export interface StateMapping {
	name: string;
	/** The name itself, or the numbers or codes behind the `=`. */
	shown: string[];
}

/**
 * A state from what was filled in: `UsrCompleted`, or `UsrCompleted = 231` where the state field shows
 * a number. Several are separated by commas.
 */
const stateMappingSchema = z
	.string()
	.trim()
	.transform((text): StateMapping | null => {
		if (text === '') return null;
		const [name, ...shown] = text.split(/[=,]/).map((part) => part.trim());
		return { name: stateSchema.parse(name), shown: shown.length > 0 ? shown.filter(Boolean) : [name!] };
	});

const fieldSchema = z
	.string()
	.trim()
	.regex(/^[\w.$-]*$/, 'The name of a field has only letters, digits and _ . - $');
const neededFieldSchema = fieldSchema.min(1, 'Fill in the name of this field in the credential');

/** How one preset lies in a Planon. An empty field means that this Planon has none for it. */
const mappingSchema = z.object({
	definition: definitionSchema,
	addMethod: methodSchema.default('BomAdd'),
	/** What stands before our reference in Planon. */
	referencePrefix: z.string().default(''),
	referenceField: neededFieldSchema.default('FreeString1'),
	numberField: neededFieldSchema.default('OrderNumber'),
	descriptionField: neededFieldSchema.default('Description'),
	commentField: fieldSchema.default('Comment'),
	requestorField: fieldSchema.default('InternalRequestorPersonRef'),
	stateField: neededFieldSchema.default('RefBOStateUserDefined'),
	categoryField: fieldSchema.default('StandardOrderRef'),
	partyField: fieldSchema.default('ExternalTradesmanAddressRef'),
	insertedField: neededFieldSchema.default('InsertDateTime'),
	changedField: neededFieldSchema.default('SysMutationDateTime'),
	completedField: fieldSchema.default(''),
	historyDefinition: z.union([z.literal(''), definitionSchema]).default(''),
	historyParentField: fieldSchema.default('ParentOrderRef'),
	stateReported: stateMappingSchema.prefault('UsrReported'),
	stateInProgress: stateMappingSchema.prefault('UsrInProgress'),
	stateCompleted: stateMappingSchema.prefault('UsrCompleted'),
	stateCanceled: stateMappingSchema.prefault('UsrCanceled'),
});
export type PresetMapping = z.infer<typeof mappingSchema>;

const DEFAULT_DEFINITIONS: Record<Preset, string> = {
	complaint: 'UsrComplaint',
	order: 'UsrOrder',
	request: 'UsrRequest',
};
const EXAMPLE = '{"order": {"referenceField": "FreeString2", "stateCompleted": "UsrOrderDone = 231"}}';

/**
 * The mapping of a preset from the credential: what holds for all of them, with what differs for this one.
 * @throws ZodError or Error that names the setting that cannot be right
 */
export function presetMapping(credential: Record<string, unknown>, preset: Preset): PresetMapping {
	const differences = readJsonObject(credential.presetDifferences, 'Differences per Preset', EXAMPLE);
	const unknown = Object.keys(differences).filter((name) => !PRESETS.includes(name as Preset));
	if (unknown.length > 0) {
		throw new Error(`Differences per Preset has '${unknown[0]}'. Presets are: ${PRESETS.join(', ')}.`);
	}
	const own = readJsonObject(differences[preset], `Differences per Preset: ${preset}`, EXAMPLE);
	const known = new Set(Object.keys(mappingSchema.shape));
	const misspelt = Object.keys(own).find((name) => !known.has(name));
	if (misspelt) {
		throw new Error(`Differences per Preset has '${misspelt}'. Settings are: ${[...known].join(', ')}.`);
	}
	const definition = credential[`${preset}Definition`];
	return mappingSchema.parse({
		...credential,
		definition: definition === undefined || definition === '' ? DEFAULT_DEFINITIONS[preset] : definition,
		...own,
	});
}

/** The states that this Planon has, by what they mean. */
export function statesOf(mapping: PresetMapping): Map<CaseState, StateMapping> {
	const { stateReported, stateInProgress, stateCompleted, stateCanceled } = mapping;
	const states = [stateReported, stateInProgress, stateCompleted, stateCanceled];
	return new Map(
		CASE_STATES.flatMap((state, index) => (states[index] ? [[state, states[index]] as const] : [])),
	);
}

/** What a record's state means; null for a state that is not mapped. */
export function stateOf(mapping: PresetMapping, shown: unknown): CaseState | null {
	for (const [state, { shown: values }] of statesOf(mapping))
		if (values.includes(String(shown))) return state;
	return null;
}
