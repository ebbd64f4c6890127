import fc from 'fast-check';
import {
	collect,
	readRows,
	type Page,
	type Paging,
	type ReadOptions,
} from '../../../nodes/shared/http/paging';
import type { HttpQuery } from '../../../nodes/shared/http/transport';

const PAGES: Paging = { kind: 'offset', start: 'pageStart', size: 'pageSize', pageSize: 5, maxPageSize: 10 };
const UNTIL_EMPTY: Paging = { ...PAGES, kind: 'offset-until-empty' };

/** A server with rows 0, 1, 2, ... and what was asked of it. */
function serverWith(
	total: number,
	change: (page: Page<number>, query: HttpQuery) => Page<number> = (page) => page,
) {
	const asked: HttpQuery[] = [];
	let open = 0;
	let mostOpen = 0;
	const read = async (query: HttpQuery): Promise<Page<number>> => {
		asked.push(query);
		mostOpen = Math.max(mostOpen, ++open);
		await new Promise(setImmediate);
		open -= 1;
		const [start, size] = [Number(query.pageStart ?? 0), Number(query.pageSize ?? total)];
		const end = Math.min(total, start + size);
		const rows = Array.from({ length: Math.max(0, end - start) }, (_, n) => start + n);
		return change({ rows, more: start + size < total }, query);
	};
	return { read, asked, mostOpen: () => mostOpen };
}
const all = async (server: ReturnType<typeof serverWith>, paging: Paging, options?: ReadOptions) =>
	await collect(readRows(server.read, paging, options));
const upTo = (total: number) => Array.from({ length: total }, (_, n) => n);

describe('reading a list in pages', () => {
	it('gives every row once and in order, within the limit, and never asks for more at once than allowed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat(60),
				fc.option(fc.integer({ min: 1, max: 70 }), { nil: undefined }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 6 }),
				fc.constantFrom(PAGES, UNTIL_EMPTY),
				async (total, limit, pageSize, parallel, paging) => {
					const server = serverWith(total);
					expect(await all(server, paging, { limit, pageSize, parallel })).toEqual(
						upTo(Math.min(total, limit ?? total)),
					);
					expect(server.mostOpen()).toBeLessThanOrEqual(parallel);
				},
			),
		);
	});

	it('asks once for a list of one page', async () => {
		const server = serverWith(5);
		expect(await all(server, PAGES)).toEqual(upTo(5));
		expect(server.asked).toEqual([{ pageStart: 0, pageSize: 5 }]);
	});

	it('asks for exactly the pages of a limit', async () => {
		const server = serverWith(1000);
		expect(await all(server, PAGES, { limit: 20, parallel: 8 })).toEqual(upTo(20));
		expect(server.asked).toHaveLength(4);
	});

	it('asks for no more pages past the end than it reads at once', async () => {
		const server = serverWith(50);
		await all(server, PAGES, { parallel: 4 });
		expect(server.asked.length).toBeLessThanOrEqual(10 + 3);
	});

	it('goes on in larger pages, so that those past the end are made up for', async () => {
		const growing: Paging = { ...PAGES, laterPageSize: 10 };
		await fc.assert(
			fc.asyncProperty(
				fc.nat(400),
				fc.option(fc.integer({ min: 1, max: 420 }), { nil: undefined }),
				async (total, limit) => {
					const server = serverWith(total);
					const wanted = Math.min(total, limit ?? total);
					expect(await all(server, growing, { limit, parallel: 4 })).toEqual(upTo(wanted));
					expect(server.asked.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(wanted / 5)));
				},
			),
		);
		const server = serverWith(12);
		await all(server, growing);
		expect(server.asked.map(({ pageSize }) => pageSize)).toEqual([5, 10]);
	});

	it('keeps to the page size that was asked for', async () => {
		const server = serverWith(12);
		await all(server, { ...PAGES, laterPageSize: 10 }, { pageSize: 4 });
		expect(new Set(server.asked.map(({ pageSize }) => pageSize))).toEqual(new Set([4]));
	});

	it('believes the status and not the length of a page', async () => {
		const short = serverWith(12, (page) => ({ ...page, rows: page.rows.slice(0, 4) }));
		expect(await all(short, PAGES)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 10, 11]);
	});

	it('follows a server that counts in its own way', async () => {
		const threes = serverWith(10, ({ rows }, query) => {
			const start = Number(query.pageStart);
			const more = start + 3 < 10;
			return { rows: rows.slice(0, 3), more, next: more ? { pageStart: String(start + 3) } : undefined };
		});
		expect(await all(threes, PAGES)).toEqual(upTo(10));
	});

	it('goes by what it received where nothing says that there is more', async () => {
		const capped = serverWith(10, (page) => ({ rows: page.rows.slice(0, 3), more: false }));
		expect(await all(capped, UNTIL_EMPTY)).toEqual(upTo(10));
	});

	it('does not look at what fails past the end, and fails where a page before it does', async () => {
		const failing = (from: number) =>
			serverWith(12, (page, { pageStart }) => {
				if (Number(pageStart) >= from) throw new Error(`page ${String(pageStart)} is broken`);
				return page;
			});
		expect(await all(failing(15), PAGES)).toEqual(upTo(12));
		await expect(all(failing(5), PAGES)).rejects.toThrow('page 5 is broken');
	});

	it('does not go round in circles', async () => {
		const endless = serverWith(0, () => ({ rows: [], more: true }));
		await expect(all(endless, PAGES)).rejects.toThrow('gives an empty page');
		const stuck = serverWith(3, () => ({ rows: [1, 2], more: false }));
		await expect(all(stuck, UNTIL_EMPTY)).rejects.toThrow('the same page twice');
		const circle = serverWith(3, (page) => ({ ...page, next: { skip: '1' } }));
		await expect(all(circle, { kind: 'next' })).rejects.toThrow('the same next page twice');
	});

	it('follows links, and asks once where there are no pages', async () => {
		const links = serverWith(9, (page, { skip }) => ({
			rows: [Number(skip ?? 0)],
			more: false,
			next: Number(skip ?? 0) < 3 ? { skip: String(Number(skip ?? 0) + 1) } : undefined,
		}));
		expect(await all(links, { kind: 'next' })).toEqual(upTo(4));
		const whole = serverWith(7);
		expect(await all(whole, { kind: 'none' }, { limit: 3 })).toEqual(upTo(3));
		const top = serverWith(7);
		await all(top, { kind: 'top', size: '$top', maxPageSize: 100 }, { limit: 3 });
		expect([...whole.asked, ...top.asked]).toEqual([{}, { $top: 3 }]);
	});
});
