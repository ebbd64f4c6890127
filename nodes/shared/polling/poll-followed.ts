import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import { pollOnce } from '../n8n/look-at-start';
import {
	followChanges,
	followStateSchema,
	sampleChanges,
	startFollowing,
	type Followed,
	type FollowState,
	type Told,
} from './follow-changes';
import { followingSchema } from './following-options';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The rest of the poll's time is for handing the changes on. */
const READING_SHARE = 0.8;

/** What to follow; `lookTwice` where something can happen to a record without its version changing. */
export interface Opened<T, V, E> {
	followed: Followed<T, V, E>;
	lookTwice?: boolean;
}

/**
 * One poll of a trigger that follows changes: gives `{changeId, ...event}` for everything that
 * happened since the last one. In a test from the editor it shows the last change, and changes nothing.
 */
export async function pollFollowed<T, V, E extends object>(
	context: IPollFunctions,
	open: () => Promise<Opened<T, V, E>>,
): Promise<INodeExecutionData[][] | null> {
	return await pollOnce(context, async ({ budgetMs }) => {
		const options = followingSchema.parse(context.getNodeParameter('options', {}));
		const { followed, lookTwice } = await open();
		if (context.getMode() === 'manual') return [asItems(await sampleOf(context, followed))];
		const limits = {
			overlapMs: options.overlapMinutes * MINUTE,
			maxChanges: options.maxChanges,
			maxKnown: options.maxKnown,
			deadline: Date.now() + budgetMs * READING_SHARE,
			lookTwice,
		};
		const memory = context.getWorkflowStaticData('node') as { changes?: FollowState };
		const from = options.lookBackHours > 0 ? Date.now() - options.lookBackHours * HOUR : undefined;
		const knownFrom = Date.now() - options.knownFromDays * 24 * HOUR;
		const before = memory.changes
			? keptState(memory.changes)
			: await startFollowing(followed, { from, knownFrom }, limits);
		const { told, state, error, shrunk } = await followChanges(followed, before, limits);
		// Polls can overlap. The one that was first has given what this one read.
		if (memory.changes && memory.changes.revision !== before.revision) return null;
		memory.changes = state;
		if (error) context.logger.warn(`The reading of changes was cut off: ${String(error)}`);
		if (shrunk) context.logger.warn('Very many changes at once: one that becomes visible late can be missed');
		return told.length > 0 ? [asItems(told)] : null;
	});
}

/** What an earlier poll left, taken out of the objects in which n8n sees what changes. */
function keptState(kept: FollowState): FollowState {
	const state = followStateSchema.safeParse(JSON.parse(JSON.stringify(kept)));
	if (state.success) return state.data;
	throw Object.assign(new Error('What n8n keeps for this trigger, to know where it is, cannot be read'), {
		hint: 'Give the node another name. It then starts from now: look in the other system what was missed.',
	});
}

async function sampleOf<T, V, E>(
	context: IPollFunctions,
	followed: Followed<T, V, E>,
): Promise<Array<Told<E>>> {
	const sample = await sampleChanges(followed);
	if (sample.length > 0) return sample;
	throw new NodeOperationError(context.getNode(), 'There is no recent change to test with', {
		description: 'Change something that fits the chosen events and filters, and test again.',
	});
}

const asItems = <E>(told: ReadonlyArray<Told<E>>): INodeExecutionData[] =>
	told.map(({ changeId, event }) => ({ json: { changeId, ...event } as unknown as IDataObject }));
