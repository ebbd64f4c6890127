import { apiRequest } from './api-request';
import { asset, service } from './assets-and-services';
import { changeActivity } from './change/activity';
import { change } from './change/change';
import { email } from './email';
import { incident } from './incident';
import { knowledgeItem } from './knowledge-item';
import { lookupList } from './lookup-list';
import { operationalActivity } from './operational-activity';
import type { Operation, Resource } from './operation';
import { person } from './person';
import { report } from './report';
import { readOnlyFiles } from './supporting-files';
import { webhook } from './webhook';

/** Everything that the node can do, by what it is done with. */
export const RESOURCES: readonly Resource[] = [
	incident,
	change,
	changeActivity,
	operationalActivity,
	knowledgeItem,
	service,
	asset,
	person,
	...readOnlyFiles,
	email,
	webhook,
	lookupList,
	report,
	apiRequest,
];

/** Finds an operation by the values that a workflow keeps. */
export function operationOf(resource: string, operation: string): Operation {
	const found = RESOURCES.find(({ value }) => value === resource)?.operations.find(
		({ value }) => value === operation,
	);
	if (!found)
		throw new Error(`TOPdesk has no operation '${operation}' for '${resource}'. Choose one in the node.`);
	return found;
}
