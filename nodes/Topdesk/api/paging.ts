import type { Paging } from '../../shared/http/paging';

/** Pages of the newer endpoints. */
const pageStart = (pageSize: number, maxPageSize = pageSize) =>
	({ kind: 'offset', start: 'pageStart', size: 'pageSize', pageSize, maxPageSize }) as const;
/** Pages of the older endpoints. */
const start = (maxPageSize: number): Paging => ({
	kind: 'offset',
	start: 'start',
	size: 'page_size',
	pageSize: maxPageSize,
	maxPageSize,
});

/** How each part of TOPdesk pages, by its published API files. */
export const PAGING = {
	/**
	 * TOPdesk recommends 5000 incidents a page and takes 10000. A long list goes on in the largest pages, so
	 * that with those asked ahead it never takes more requests than pages of 5000 would.
	 */
	incidents: { ...pageStart(5000, 10_000), laterPageSize: 10_000 },
	/** Progress trail, actions and attachments of an incident. */
	trail: start(100),
	requests: start(10),
	persons: pageStart(1000, 5000),
	/** Operators, operator groups and suppliers. */
	supportingFiles: start(100),
	locations: { kind: 'top', size: 'pageSize', maxPageSize: 2_147_483_647 },
	lookup: { kind: 'top', size: '$top', maxPageSize: 10_000 },
	services: { kind: 'top', size: '$top', maxPageSize: 10_000 },
	assets: pageStart(1000),
	knowledgeItems: start(100),
	/** Changes, their activities and operational activities have no sign of the end but an empty page. */
	changes: {
		kind: 'offset-until-empty',
		start: 'pageStart',
		size: 'pageSize',
		pageSize: 1000,
		maxPageSize: 1000,
	},
	reports: { kind: 'next', size: '$top' },
	none: { kind: 'none' },
} as const satisfies Record<string, Paging>;
