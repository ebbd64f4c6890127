import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { collect } from '../shared/http/paging';
import { toNodeError } from '../shared/n8n/to-node-error';
import { API } from './api/api';
import type { TopdeskClient } from './api/client';
import type { LookupName } from './api/lookups';
import { PAGING } from './api/paging';
import { chosen } from './chosen-parameter';
import { openTopdesk } from './open-topdesk';

type Choices = (client: TopdeskClient, context: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** Fills a dropdown, and shows what is wrong where that fails. */
function dropdown(options: Choices) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			const found = await options(await openTopdesk(this), this);
			return found.sort((one, other) => one.name.localeCompare(other.name));
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

/** By name, so that a workflow can move to another environment, where ids differ. */
const namesOf = (lookup: LookupName) => dropdown(async (client) => uniqueNames(await client.lookup(lookup)));

/** Where TOPdesk takes the ID only. */
const idsOf = (lookup: LookupName) =>
	dropdown(async (client) => (await client.lookup(lookup)).map(({ id, name }) => ({ name, value: id })));

const uniqueNames = (entries: Array<{ name: string }>): INodePropertyOptions[] =>
	[...new Set(entries.map(({ name }) => name))].map((name) => ({ name, value: name }));

const subcategorySchema = z.looseObject({
	name: z.string(),
	category: z.looseObject({ id: z.string(), name: z.string() }).nullish(),
});

/** Only those of the category that is chosen; all of them when there is none, or when it comes from the items. */
const subcategories: Choices = async (client, context) => {
	const entries = z.array(subcategorySchema).parse(await client.lookup('subcategory'));
	const category = chosen(context, 'category', 'updateFields.category')?.toLowerCase();
	const fits = entries.filter(
		(entry) =>
			entry.category?.id.toLowerCase() === category || entry.category?.name.toLowerCase() === category,
	);
	return uniqueNames(category ? fits : entries);
};

const changeTemplates: Choices = async (client) => {
	const templates = await collect(
		client.api.rows({
			what: 'list the change templates',
			path: `${API}/applicableChangeTemplates`,
			paging: PAGING.none,
			schema: z.looseObject({ id: z.string(), number: z.string(), briefDescription: z.string().nullish() }),
		}),
	);
	return templates.map(({ id, number, briefDescription }) => ({
		name: [number, briefDescription].filter(Boolean).join(' '),
		value: id,
	}));
};

export const loadOptions = {
	getCategories: namesOf('category'),
	getSubcategories: dropdown(subcategories),
	getCallTypes: namesOf('callType'),
	getDurations: namesOf('duration'),
	getEntryTypes: namesOf('entryType'),
	getImpacts: namesOf('impact'),
	getUrgencies: namesOf('urgency'),
	getPriorities: namesOf('priority'),
	getProcessingStatuses: namesOf('processingStatus'),
	getClosureCodes: namesOf('closureCode'),
	getEscalationReasons: namesOf('escalationReason'),
	getDeescalationReasons: namesOf('deescalationReason'),
	getArchivingReasons: namesOf('archivingReason'),
	getTimeSpentReasons: namesOf('timeSpentReason'),
	getDepartments: idsOf('department'),
	getBudgetHolders: idsOf('budgetHolder'),
	getChangeStatuses: idsOf('changeStatus'),
	getChangeActivityStatuses: idsOf('changeActivityStatus'),
	getChangeRejectionReasons: idsOf('changeRejectionReason'),
	getActivityStatuses: idsOf('activityStatus'),
	getActivityTypes: idsOf('activityType'),
	getChangeTemplates: dropdown(changeTemplates),
	/** TOPdesk takes a group by its id only. */
	getOperatorGroups: dropdown(async (client) =>
		(await client.operatorGroups()).map(({ id, name }) => ({ name, value: id })),
	),
};
