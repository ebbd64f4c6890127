import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { connectPlanon } from '../open-planon';
import { presetMapping, PRESETS, type Preset } from '../presets/mapping';
import { readNames } from './open-api';
import type { DefinitionNames } from './names-in-document';

/** What a list shows when it cannot be filled; choosing it leaves the name empty. */
const hintOnly = (name: string): INodeListSearchResult => ({ results: [{ name, value: '' }] });

/**
 * A list of names from the OpenAPI document of the definition that the node is set to. A document
 * that is not there must not stop anyone: then the list says how to go on without it.
 */
async function search(
	context: ILoadOptionsFunctions,
	kind: keyof DefinitionNames,
	filter = '',
): Promise<INodeListSearchResult> {
	try {
		const { client, settings, credential } = await connectPlanon(context);
		const resource = String(context.getCurrentNodeParameter('resource') ?? '');
		const definition = PRESETS.includes(resource as Preset)
			? presetMapping(credential, resource as Preset).definition
			: String(context.getCurrentNodeParameter('definition') ?? '');
		if (definition.trim() === '' || definition.startsWith('=')) {
			return hintOnly('Fill in the definition first, or choose By Name and type it');
		}
		const { openApiPath: path, openApiMethod: method } = settings;
		const names = (await readNames(client, { path, method }, definition))[kind];
		const wanted = filter.toLowerCase();
		const results = names
			.filter((name) => name.toLowerCase().includes(wanted))
			.map((name) => ({ name, value: name }));
		return names.length > 0
			? { results }
			: hintOnly(`The document of ${definition} names no ${kind}: choose By Name and type it`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return hintOnly(`No list (${reason}). Choose By Name and type it.`);
	}
}

export async function searchFields(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await search(this, 'fields', filter);
}

export async function searchMethods(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await search(this, 'methods', filter);
}

export async function searchStates(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await search(this, 'states', filter);
}
