import type { HttpQuery } from './transport';

/** How an API gives a list in parts. */
export type Paging =
	/**
	 * Pages by the number of the first row; the status says whether there is more, so pages can be asked ahead.
	 * `laterPageSize` is what suits a list that proves to be long; `pageSize` when left out.
	 */
	| {
			kind: 'offset';
			start: string;
			size: string;
			pageSize: number;
			laterPageSize?: number;
			maxPageSize: number;
	  }
	/** The same, without any sign of the end but a page without rows. */
	| { kind: 'offset-until-empty'; start: string; size: string; pageSize: number; maxPageSize: number }
	/** Each page names the query of the next one. */
	| { kind: 'next'; size?: string }
	/** One answer, of at most so many rows. */
	| { kind: 'top'; size: string; maxPageSize: number }
	/** One answer with everything. */
	| { kind: 'none' };

export interface Page<T> {
	rows: T[];
	/** Whether the API says that there are more pages. */
	more: boolean;
	/** The query of the next page, where the API gives it. */
	next?: Record<string, string>;
}

export type ReadPage<T> = (query: HttpQuery) => Promise<Page<T>>;

export interface ReadOptions {
	/** Stop after this many rows; all of them when left out. */
	limit?: number;
	/** Rows per page, of every page; what suits the API when left out. */
	pageSize?: number;
	/** Pages that are asked for at the same time. */
	parallel?: number;
}

type PageOptions = Required<Pick<ReadOptions, 'limit' | 'parallel'>> & Pick<ReadOptions, 'pageSize'>;

/** Enough to hide the latency of the network, and few enough to leave a server its other work. */
export const DEFAULT_PARALLEL = 4;

/**
 * Reads the rows of a list, page by page and in order. At most `parallel` pages are in memory. Only a
 * list that continues after its first page is read ahead, and a limit is never read past.
 * Throws what `read` throws, and an `Error` when the API keeps promising rows that it does not give.
 */
export async function* readRows<T>(
	read: ReadPage<T>,
	paging: Paging,
	{ limit = Infinity, pageSize, parallel = DEFAULT_PARALLEL }: ReadOptions = {},
): AsyncGenerator<T, void, undefined> {
	let left = limit;
	for await (const rows of pagesOf(read, paging, { limit, pageSize, parallel })) {
		for (const row of rows) {
			if (left-- <= 0) return;
			yield row;
		}
		if (left <= 0) return;
	}
}

function pagesOf<T>(read: ReadPage<T>, paging: Paging, options: PageOptions): AsyncGenerator<T[]> {
	switch (paging.kind) {
		case 'offset':
			return pagesAhead(read, paging, options);
		case 'offset-until-empty':
			return pagesUntilEmpty(read, paging, sizeOf(paging, options));
		case 'next':
			return pagesByLink(read, paging, options.limit);
		case 'top':
			return onePage(read, { [paging.size]: Math.min(options.limit, paging.maxPageSize) });
		case 'none':
			return onePage(read, {});
	}
}

function sizeOf(
	paging: { pageSize: number; maxPageSize: number },
	{ limit, pageSize = paging.pageSize }: PageOptions,
): number {
	return Math.max(1, Math.min(limit, pageSize, paging.maxPageSize));
}

async function* onePage<T>(read: ReadPage<T>, query: HttpQuery): AsyncGenerator<T[]> {
	yield (await read(query)).rows;
}

/** Asks more pages ahead with every page that was full, and stops at the first one that says it is the last. */
async function* pagesAhead<T>(
	read: ReadPage<T>,
	paging: Extract<Paging, { kind: 'offset' }>,
	options: PageOptions,
): AsyncGenerator<T[]> {
	const { start, size: sizeName } = paging;
	const { limit, parallel } = options;
	const asked: Array<{ end: number; page: Promise<Page<T>> }> = [];
	let size = sizeOf(paging, options);
	let next = 0;
	let ended = false;
	let most = parallel;
	const ask = () => {
		const wanted = Math.min(size, limit - next);
		const page = read({ [start]: next, [sizeName]: wanted });
		// A page past the end is never looked at, also when it fails; that it is one is news at once.
		page.then(
			({ more }) => (ended ||= !more && asked.some((one) => one.page === page)),
			() => undefined,
		);
		next += wanted;
		asked.push({ end: next, page });
	};
	ask();
	size = sizeOf({ ...paging, pageSize: paging.laterPageSize ?? paging.pageSize }, options);
	let pagesRead = 0;
	for (let one = asked.shift(); one; one = asked.shift()) {
		const { rows, more, next: link } = await one.page;
		yield rows;
		if (!more) return;
		pagesRead += 1;
		if (rows.length === 0) throw new Error('The list says that it goes on, but gives an empty page');
		const continuesAt = Number(link?.[start] ?? one.end);
		if (continuesAt !== one.end) {
			// The server counts differently: what was asked ahead overlaps or leaves a gap.
			asked.length = 0;
			next = continuesAt;
			ended = false;
			most = 1;
		}
		// The longer a list proves to be, the more pages ahead are worth the risk of being past its end.
		while (!ended && asked.length < Math.min(most, pagesRead) && next < limit) ask();
	}
}

async function* pagesUntilEmpty<T>(
	read: ReadPage<T>,
	{ start, size: sizeName }: { start: string; size: string },
	size: number,
): AsyncGenerator<T[]> {
	let before: string | undefined;
	// By what was received: a server may give fewer rows than asked, and still have more.
	for (let at = 0; ;) {
		const { rows } = await read({ [start]: at, [sizeName]: size });
		if (rows.length === 0) return;
		const first = JSON.stringify(rows[0]);
		if (first === before) throw new Error('The list gives the same page twice');
		before = first;
		yield rows;
		at += rows.length;
	}
}

async function* pagesByLink<T>(
	read: ReadPage<T>,
	{ size }: { size?: string },
	limit: number,
): AsyncGenerator<T[]> {
	const seen = new Set<string>();
	let query: HttpQuery = size && Number.isFinite(limit) ? { [size]: limit } : {};
	for (;;) {
		const { rows, next } = await read(query);
		yield rows;
		if (!next) return;
		const key = JSON.stringify(next);
		if (seen.has(key)) throw new Error('The list gives the same next page twice');
		seen.add(key);
		query = next;
	}
}

/** All rows at once, for lists that are known to be short. */
export async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const row of rows) found.push(row);
	return found;
}
