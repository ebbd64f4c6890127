import { operationIn } from '../../shared/n8n/resources';
import { announcement } from './announcement';
import { catalogue } from './catalogue';
import { digest } from './digest';
import { explanation } from './explanation';
import { item } from './item';
import { notice } from './notice';
import type { Operation, Resource } from './operation';
import { question } from './question';

/** Everything that the node can do, by what it is done with. */
export const RESOURCES: readonly Resource[] = [
	announcement,
	catalogue,
	digest,
	explanation,
	item,
	notice,
	question,
];

/** Finds an operation by the values that a workflow keeps. */
export const operationOf = (resource: string, operation: string): Operation =>
	operationIn(RESOURCES, 'PDC', resource, operation);
