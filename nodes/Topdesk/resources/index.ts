import { operationIn } from '../../shared/n8n/resources';
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
export const operationOf = (resource: string, operation: string): Operation =>
	operationIn(RESOURCES, 'TOPdesk', resource, operation);
