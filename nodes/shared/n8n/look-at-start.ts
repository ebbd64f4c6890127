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

/**
 * n8n 2.41 waits for the first look before it calls a workflow published, and gives up on it after 84 seconds (0.7 of
 * N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS): of a full mailbox the first look may only take a part.
 */
const FIRST_LOOK_MS = 80_000;

/** One poll of a trigger. */
export interface Look {
	/** See `isLookAtStart`. */
	atStart: boolean;
	/** How many milliseconds it may take in all. */
	budgetMs: number;
}

/** Runs one poll of a trigger: errors are n8n's own, and a look at the start does not fail. */
export async function pollOnce(
	context: IPollFunctions,
	poll: (look: Look) => Promise<INodeExecutionData[][] | null>,
): Promise<INodeExecutionData[][] | null> {
	const isFirst = !looked.has(context) && context.getMode() !== 'manual';
	const atStart = isLookAtStart(context);
	const budgetMs = Math.min(context.getPollBudgetMs(), isFirst ? FIRST_LOOK_MS : Infinity);
	try {
		return await poll({ atStart, budgetMs });
	} catch (error) {
		const nodeError = toNodeError(context.getNode(), error);
		if (!atStart) throw nodeError;
		context.logger.warn(`The first look after the start failed, the next one comes: ${nodeError.message}`);
		return null;
	}
}
