import {
	readChanges,
	windowFrom,
	type Change,
	type ChangeSource,
	type WindowLimits,
	type WindowState,
} from '../../../../nodes/shared/polling/change-window';

const NOW = 1_800_000_000_000;
const OVERLAP = 60_000;

const change = (id: string, moment: number, fingerprint = '1'): Change<string> => ({
	id,
	moment,
	fingerprint,
	record: `${id} ${fingerprint}`,
});
/** Gives everything at once. */
const source = (...changes: Array<Change<string>>): ChangeSource<string> => ({
	changedFrom: async (from) => ({ changes: changes.filter(({ moment }) => moment >= from), next: null }),
});

const read = async (
	from: ChangeSource<string>,
	state: WindowState,
	limits: Partial<WindowLimits> = {},
	take: (record: string) => void = () => undefined,
) => {
	const given: string[] = [];
	const outcome = await readChanges(
		from,
		state,
		{ overlapMs: OVERLAP, maxChanges: 100, deadline: Infinity, now: () => NOW, ...limits },
		async ({ record }, again) => {
			take(record);
			given.push(again ? `${record} again` : record);
		},
	);
	return { ...outcome, given };
};

describe('the window in which changes are read', () => {
	it('gives changes in order of their moment, and starts the overlap before the last one', async () => {
		const { given, state, complete } = await read(source(change('b', NOW - 1), change('a', NOW - 2)), {
			...windowFrom(0),
		});
		expect([given, complete]).toEqual([['a 1', 'b 1'], true]);
		expect(state.floor).toBe(NOW - 1 - OVERLAP);
	});

	it('stays where it is while nothing changes, however long that takes', async () => {
		const { state } = await read(source(change('a', NOW - 5 * OVERLAP)), windowFrom(0));
		const later = await read(source(), state, { now: () => NOW + 1000 * OVERLAP });
		expect(later.state.floor).toBe(state.floor);
	});

	it('is not led astray by a moment in the future', async () => {
		const future = change('a', NOW + 365 * 24 * 3_600_000);
		const { state } = await read(source(future), windowFrom(0));
		const { given } = await read(source(future, change('b', NOW - 1)), state);
		expect(given).toEqual(['b 1']);
	});

	it('keeps as little as it needs: what lies before the overlap is forgotten', async () => {
		const old = Array.from({ length: 500 }, (_, at) => change(`${at}`, NOW - OVERLAP - 1000 - at));
		const { state } = await read(source(...old, change('new', NOW)), windowFrom(0), { maxChanges: 1000 });
		expect(Object.keys(state.given)).toEqual([String(NOW)]);
	});

	it('shortens the overlap where too much lies in it, and still gives nothing twice', async () => {
		const many = Array.from({ length: 30 }, (_, at) => change(`${at}`, NOW - 30 + Math.floor(at / 10)));
		const limits = { maxRemembered: 15 };
		const first = await read(source(...many), windowFrom(0), limits);
		expect([first.given.length, first.shrunk, first.state.floor]).toEqual([30, true, NOW - 28]);
		const second = await read(source(...many, change('new', NOW - 28)), first.state, limits);
		expect(second.given).toEqual(['new 1']);
	});

	it('gives at least one each time, also when there is no time left', async () => {
		const changes = source(change('a', NOW), change('b', NOW), change('c', NOW));
		let state = windowFrom(0);
		const all: string[] = [];
		for (let poll = 1; poll <= 3; poll++) {
			const outcome = await read(changes, state, { deadline: 0 });
			({ state } = outcome);
			all.push(...outcome.given);
			expect(outcome.given).toHaveLength(1);
		}
		expect(all).toEqual(['a 1', 'b 1', 'c 1']);
	});

	it('looks twice at what it gave, in the next poll and not after that', async () => {
		const changes = source(change('a', NOW), change('b', NOW));
		const limits = { lookTwice: true, maxChanges: 1 };
		const polls: string[][] = [];
		let state = windowFrom(0);
		for (let poll = 1; poll <= 5; poll++) {
			const outcome = await read(changes, state, { ...limits, maxChanges: poll < 3 ? 1 : 10 });
			({ state } = outcome);
			polls.push(outcome.given);
		}
		expect(polls).toEqual([['a 1'], expect.anything(), expect.anything(), expect.anything(), []]);
		expect(polls.flat().sort()).toEqual(['a 1', 'a 1 again', 'b 1', 'b 1 again']);
	});

	it('says what broke when nothing was read, and keeps what was', async () => {
		const changes = source(change('a', NOW), change('b', NOW + 1));
		const failOn = (bad: string) => (record: string) => {
			if (record === bad) throw new Error('no answer');
		};
		await expect(read(changes, windowFrom(0), {}, failOn('a 1'))).rejects.toThrow('no answer');
		const { given, state, error } = await read(changes, windowFrom(0), {}, failOn('b 1'));
		expect(given).toEqual(['a 1']);
		expect(error).toEqual(new Error('no answer'));
		expect((await read(changes, state)).given).toEqual(['b 1']);
	});
});
