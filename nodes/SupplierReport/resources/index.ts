import { operationIn } from '../../shared/n8n/resources';
import { agreement } from './agreement';
import { bundle } from './bundle';
import type { Operation, Resource } from './operation';
import { report } from './report';

/** Everything that the node can do, by what it is done with. */
export const RESOURCES: readonly Resource[] = [agreement, bundle, report];

/** Finds an operation by the values that a workflow keeps. */
export const operationOf = (resource: string, operation: string): Operation =>
	operationIn(RESOURCES, 'Supplier Report', resource, operation);
