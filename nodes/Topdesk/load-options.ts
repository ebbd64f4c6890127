import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { toNodeError } from '../shared/n8n/to-node-error';
import type { LookupName, TopdeskClient } from './api/client';
import { openTopdesk } from './open-topdesk';

/** Fills a dropdown, and shows what is wrong where that fails. */
function dropdown(options: (client: TopdeskClient) => Promise<INodePropertyOptions[]>) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			const found = await options(await openTopdesk(this));
			return found.sort((one, other) => one.name.localeCompare(other.name));
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

/** By name, so that a workflow can move to another environment, where ids differ. */
const namesOf = (lookup: LookupName) =>
	dropdown(async (client) => {
		const entries = await client.lookup(lookup);
		return [...new Set(entries.map(({ name }) => name))].map((name) => ({ name, value: name }));
	});

export const loadOptions = {
	getCategories: namesOf('category'),
	getSubcategories: namesOf('subcategory'),
	getCallTypes: namesOf('callType'),
	getEntryTypes: namesOf('entryType'),
	getImpacts: namesOf('impact'),
	getUrgencies: namesOf('urgency'),
	getPriorities: namesOf('priority'),
	getProcessingStatuses: namesOf('processingStatus'),
	getClosureCodes: namesOf('closureCode'),
	/** TOPdesk takes a group by its id only. */
	getOperatorGroups: dropdown(async (client) =>
		(await client.operatorGroups()).map(({ id, name }) => ({ name, value: id })),
	),
};
