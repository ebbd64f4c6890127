import { operationIn } from '../../shared/n8n/resources';
import { bundle } from './bundle';
import type { Operation, Resource } from './operation';
import { outgoingMail } from './outgoing-mail';
import { personalData } from './personal-data';
import { question } from './question';
import { satisfaction } from './satisfaction';
import { signal } from './signal';
import { statusUpdate } from './status-update';
import { supplierUpdate } from './supplier-update';

/**
 * Everything that the node can do, by what it is done with.
 *
 * To add a resource: write a file (or a folder, when it grows) beside this one that exports a `Resource`,
 * and name it here. Its `value` and those of its operations are kept in workflows, so they never change. The
 * node adds the choice of resource and operation, shows each field for the operations that list it, opens the
 * register, and makes items of the results. What the operation does stays in a store under
 * `nodes/shared/storage`; the operation reads its fields and calls it.
 */
export const RESOURCES: readonly Resource[] = [
	bundle,
	outgoingMail,
	personalData,
	question,
	satisfaction,
	signal,
	statusUpdate,
	supplierUpdate,
];

/** Finds an operation by the values that a workflow keeps. */
export const operationOf = (resource: string, operation: string): Operation =>
	operationIn(RESOURCES, 'Signal Register', resource, operation);
