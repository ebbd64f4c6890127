import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { toNodeError } from '../shared/n8n/to-node-error';
import { chosen } from './chosen-parameter';
import { openTopdesk } from './open-topdesk';
import { SEARCHES, type Search } from './searches';

type ListSearch = (this: ILoadOptionsFunctions, filter?: string) => Promise<INodeListSearchResult>;

/** Fills the list of a resource locator, and shows what is wrong where that fails. */
function shown(search: Search): ListSearch {
	return async function (filter) {
		try {
			const group = chosen(this, 'additionalFields.operatorGroup', 'updateFields.operatorGroup');
			return { results: await search(await openTopdesk(this), filter?.trim() ?? '', group) };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

export const listSearch = Object.fromEntries(
	Object.entries(SEARCHES).map(([method, search]) => [method, shown(search)]),
) as Record<keyof typeof SEARCHES, ListSearch>;
