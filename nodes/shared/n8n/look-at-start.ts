import type { IPollFunctions } from 'n8n-workflow';

const looked = new WeakSet<IPollFunctions>();

/**
 * Whether this is the first look of a published workflow after n8n started or another n8n took over.
 * Ask it once in every poll. When that look fails five times in 15 seconds, n8n 2.41 leaves the
 * workflow published and never looks again: a mail server that comes back a minute later than n8n
 * would end the intake. So that look may not fail; the next one, within a minute, may.
 */
export function isLookAtStart(context: IPollFunctions): boolean {
	if (looked.has(context)) return false;
	looked.add(context);
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}
