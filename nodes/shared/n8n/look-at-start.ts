import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { toNodeError } from './to-node-error';

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

/** Runs one poll of a trigger, told whether it is the look at the start: errors are n8n's own, and that look does not fail. */
export async function pollOnce(
	context: IPollFunctions,
	poll: (atStart: boolean) => Promise<INodeExecutionData[][] | null>,
): Promise<INodeExecutionData[][] | null> {
	const atStart = isLookAtStart(context);
	try {
		return await poll(atStart);
	} catch (error) {
		const nodeError = toNodeError(context.getNode(), error);
		if (!atStart) throw nodeError;
		context.logger.warn(`The first look after the start failed, the next one comes: ${nodeError.message}`);
		return null;
	}
}
