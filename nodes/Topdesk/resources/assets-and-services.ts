import { API, rowSchema } from '../api/api';
import { PAGING } from '../api/paging';
import { flag, text } from './fields';
import { getManyOperation, getOperation, keyField, keyOf, pathOf, type Kind } from './kind';
import type { Operation, Resource } from './operation';

const ASSETS_V2 = 'application/x.topdesk-am-assets-v2+json';

const ASSET: Kind = {
	...{ value: 'asset', name: 'Asset', one: 'an asset', many: 'assets' },
	path: `${API}/assetmgmt/assets`,
	paging: PAGING.assets,
	accept: { list: ASSETS_V2, one: 'application/json' },
	search: 'searchAssets',
	filters: [
		{
			parameter: 'archived',
			property: flag('Archived', 'archived', 'Whether to give only archived assets, or only others'),
		},
		{
			parameter: '$filter',
			property: text('Filter (OData)', 'filter', { placeholder: "name eq 'LAPTOP-0042'" }),
		},
		{ parameter: 'nameFragment', property: text('Name Contains', 'nameFragment') },
		{ parameter: '$orderby', property: text('Order By', 'orderBy', { placeholder: 'name asc' }) },
		{ parameter: 'searchTerm', property: text('Search Term', 'searchTerm') },
		{ parameter: 'templateName', property: text('Template Name', 'templateName', { placeholder: 'Laptop' }) },
	],
	fields: 'fields',
};

const SERVICE: Kind = {
	...{ value: 'service', name: 'Service', one: 'a service', many: 'services' },
	path: `${API}/services`,
	paging: PAGING.services,
	search: 'searchServices',
	filters: [
		{
			parameter: 'assetId',
			property: text('Asset ID', 'assetId', { description: 'Only services that this asset belongs to' }),
		},
	],
};

const linkedAssets: Operation = {
	value: 'getLinkedAssets',
	name: 'Get Linked Assets',
	action: 'Get the assets of a service',
	description: 'Get the assets that are linked to a service',
	fields: [keyField(SERVICE)],
	run: ({ client, read }) =>
		client.api.rows({
			what: 'list the assets of the service',
			path: pathOf(SERVICE, keyOf(SERVICE, read), '/linkedAssets'),
			paging: PAGING.none,
			schema: rowSchema,
		}),
};

export const asset: Resource = {
	value: ASSET.value,
	name: ASSET.name,
	operations: [getOperation(ASSET), getManyOperation(ASSET)],
};
export const service: Resource = {
	value: SERVICE.value,
	name: SERVICE.name,
	operations: [getOperation(SERVICE), getManyOperation(SERVICE), linkedAssets],
};
