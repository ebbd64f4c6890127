import fc from 'fast-check';
import {
	followChanges,
	startFollowing,
	type FollowLimits,
	type Followed,
	type FollowState,
	type Told,
} from '../../../../nodes/shared/polling/follow-changes';
import { ChangingSystem, SECOND, type Card, type CardEvent, type Edit } from './changing-system';

const SKEW = 20 * SECOND;
const LATE = 30 * SECOND;
/** As long as the option asks for: all differences between clocks, the longest delay, and a whole second. */
const OVERLAP = 2 * SKEW + LATE + SECOND;

interface Poll {
	maxChanges: number;
	/** Milliseconds that each reading takes; the poll has 2 seconds. */
	slowness: number;
	/** Edits that happen while it reads. */
	during: Edit[];
	/** Fails at this reading or this record. */
	failsAt: { reading?: number; record?: number };
}
type Step =
	| { do: 'edit'; edit: Edit }
	| { do: 'wait'; ms: number }
	| { do: 'poll'; poll: Poll }
	/** n8n starts again with a state that it saved: the last one, or an earlier one. */
	| { do: 'restart'; back: number };

const edit = fc.record({
	id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
	skewMs: fc.constantFrom(-SKEW, 0, 0, SKEW),
	lateMs: fc.constantFrom(0, 0, 0, LATE / 2, LATE),
});
const poll = fc.record({
	maxChanges: fc.constantFrom(1, 2, 5, 100),
	slowness: fc.constantFrom(0, 0, 0, 1500),
	during: fc.array(edit, { maxLength: 3 }),
	failsAt: fc.oneof(
		{ weight: 3, arbitrary: fc.constant({}) },
		fc.record({ reading: fc.nat({ max: 2 }) }),
		fc.record({ record: fc.nat({ max: 3 }) }),
	),
});
const steps = (restarts: fc.Arbitrary<number>) =>
	fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.record({ do: fc.constant('edit' as const), edit }) },
			{
				weight: 2,
				arbitrary: fc.record({
					do: fc.constant('wait' as const),
					ms: fc.constantFrom(1, 300, 5 * SECOND, LATE - SECOND, 40 * SECOND, 5 * OVERLAP),
				}),
			},
			{ weight: 4, arbitrary: fc.record({ do: fc.constant('poll' as const), poll }) },
			{ weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), back: restarts }) },
		),
		{ minLength: 5, maxLength: 60 },
	);

/** Plays the steps as n8n would, and gives everything that came out. */
async function play(script: Step[], serverSkew: number) {
	const system = new ChangingSystem();
	const now = () => system.time + serverSkew;
	const limits = (one: Poll): FollowLimits => ({
		overlapMs: OVERLAP,
		maxKnown: 1000,
		maxChanges: one.maxChanges,
		deadline: now() + 2 * SECOND,
		now,
	});
	const told: Array<Told<CardEvent>> = [];
	const run = async (before: FollowState, one: Poll): Promise<FollowState> => {
		let records = 0;
		let readings = 0;
		system.during.splice(0, Infinity, ...one.during.map((change) => () => system.edit(change)));
		const failing: Followed<Card, number, CardEvent> = {
			kind: system.kind,
			remember: system.remember,
			wants: system.wants,
			latest: system.latest,
			changedFrom: async (from) => {
				system.time += one.slowness;
				if (readings++ === one.failsAt.reading) throw new Error('no answer');
				return await system.changedFrom(from);
			},
			tell: async (change, known) => {
				if (records++ === one.failsAt.record) throw new Error('no answer');
				return await system.tell(change, known);
			},
		};
		const outcome = await followChanges(failing, before, limits(one)).catch(() => undefined);
		system.during.length = 0;
		if (!outcome) return before;
		told.push(...outcome.told);
		// Static data is kept as JSON.
		const state = JSON.parse(JSON.stringify(outcome.state)) as FollowState;
		if (outcome.told.length > 0) saved.push(state);
		return state;
	};

	const smooth: Poll = { maxChanges: 100, slowness: 0, during: [], failsAt: {} };
	const start = await startFollowing(system, { knownFrom: 0 }, limits(smooth));
	const saved: FollowState[] = [];
	let state = await run(start, smooth);
	// n8n saves it once more when the workflow has become active.
	saved.push(state);
	for (const step of script) {
		if (step.do === 'edit') system.edit(step.edit);
		else if (step.do === 'wait') system.time += step.ms;
		else if (step.do === 'restart') state = saved[Math.max(0, saved.length - 1 - step.back)]!;
		else state = await run(state, step.poll);
	}
	system.time += LATE;
	// A reading that was cut off comes to its end first; what lies before where it went on comes after it.
	for (let round = 1; round <= 2; round++) {
		do state = await run(state, { ...smooth, maxChanges: 4 });
		while (state.window.reading);
	}
	return { system, told };
}

const what = (told: Array<Told<CardEvent>>, event: CardEvent['event']) =>
	told.filter((one) => one.event.event === event).map((one) => one.event.what);

describe('changes with equal moments, clocks that differ, late ones, failing polls and restarts', () => {
	it('come exactly once as long as what n8n saved last is there after a restart', async () => {
		await fc.assert(
			fc.asyncProperty(steps(fc.constant(0)), fc.constantFrom(-SKEW, 0, SKEW), async (script, skew) => {
				const { system, told } = await play(script, skew);
				expect(what(told, 'noted').sort()).toEqual([...system.noted].sort());
				const changed = what(told, 'changed');
				expect(changed).toHaveLength(new Set(changed).size);
				expect(changed).toEqual(expect.arrayContaining(system.versions()));
				expect(new Set(told.map(({ changeId }) => changeId)).size).toBe(told.length);
			}),
			{ numRuns: 3000 },
		);
	});

	it('come at least once, with the same id each time, when n8n goes on with an older state', async () => {
		await fc.assert(
			fc.asyncProperty(steps(fc.nat({ max: 5 })), async (script) => {
				const { system, told } = await play(script, 0);
				expect(new Set(what(told, 'noted'))).toEqual(new Set(system.noted));
				expect(what(told, 'changed')).toEqual(expect.arrayContaining(system.versions()));
				const ids = new Map(told.map(({ changeId, event }) => [event.what, changeId]));
				for (const { changeId, event } of told) expect(ids.get(event.what)).toBe(changeId);
			}),
			{ numRuns: 2000 },
		);
	});
});
