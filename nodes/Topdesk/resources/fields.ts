import type { INodeProperties } from 'n8n-workflow';

/** A choice from a list of the TOPdesk environment. @param dependsOn fields whose change makes it another list */
export const choice = (
	displayName: string,
	name: string,
	loadOptionsMethod: string,
	dependsOn?: string[],
): INodeProperties => ({
	displayName: `${displayName} Name or ID`,
	name,
	type: 'options',
	typeOptions: { loadOptionsMethod, loadOptionsDependsOn: dependsOn },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
});

interface LocatorOptions {
	displayName: string;
	name: string;
	/** The method that searches the list. */
	search: string;
	required?: boolean;
	description?: string;
	/** An example of the number, for records that have one. */
	number?: string;
}

/** A record of TOPdesk: from a list with search, by its ID, or by its number or address where it has those. */
export function locator({
	displayName,
	name,
	search,
	required,
	description,
	number,
}: LocatorOptions): INodeProperties {
	const text = { type: 'string' } as const;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: number ? 'number' : 'list', value: '' },
		required,
		description,
		modes: [
			{
				...{ displayName: 'From List', name: 'list', type: 'list' },
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{ ...text, displayName: 'By ID', name: 'id', placeholder: '7c1a5e0e-1111-4000-a000-000000000000' },
			...(number
				? [
						{ ...text, displayName: 'By Number', name: 'number', placeholder: number },
						{
							...{ ...text, displayName: 'By URL', name: 'url' },
							placeholder: 'https://company.topdesk.net/tas/secure/incident?unid=...',
						},
					]
				: []),
		],
	};
}

export const RETURN_ALL: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};
export const LIMIT: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

export const collection = (
	displayName: string,
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options: [...options].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
});

export const OTHER_FIELDS: INodeProperties = {
	displayName: 'Other Fields (JSON)',
	name: 'otherFields',
	type: 'json',
	default: '{}',
	description:
		'Any other field, by the names of TOPdesk’s REST API, such as {"optionalFields1": {"text1": "x"}}',
};

/** A field with a line of text. */
export const text = (
	displayName: string,
	name: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	...more,
});
export const lines = (
	displayName: string,
	name: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => text(displayName, name, { typeOptions: { rows: 5 }, ...more });
export const flag = (
	displayName: string,
	name: string,
	description: string,
	value = false,
): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: value,
	description,
});
export const moment = (
	displayName: string,
	name: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName,
	name,
	type: 'dateTime',
	default: '',
	...more,
});

const OPTIONAL_KINDS = {
	boolean: 'Boolean',
	date: 'Date',
	memo: 'Memo',
	number: 'Number',
	searchlist: 'Search List',
	text: 'Text',
};

/** One of the two tabs of fields that an environment gives its own meaning. */
export const optionalFields = (tab: 1 | 2): INodeProperties => ({
	displayName: `Optional Fields ${tab}`,
	name: `optionalFields${tab}`,
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Optional Field',
	default: {},
	description: `The fields of the tab Optional Fields ${tab}, counted from the top per kind`,
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Field',
					name: 'name',
					type: 'options',
					options: Object.entries(OPTIONAL_KINDS).flatMap(([kind, label]) =>
						[1, 2, 3, 4, 5].map((n) => ({ name: `${label} ${n}`, value: `${kind}${n}` })),
					),
					default: 'text1',
				},
				text('Value', 'value', {
					description: 'A search list takes the name or the ID of its entry, a boolean true or false',
				}),
			],
		},
	],
});

/** Where a list can be told which fields to give. */
export const FIELDS: INodeProperties = text('Fields', 'fields', {
	placeholder: 'briefDescription,processingStatus,closed',
	description: 'Names of fields, separated by commas. Asking for a few is much faster than for all.',
});
export const SORT: INodeProperties = text('Sort', 'sort', {
	placeholder: 'modificationDate:desc',
	description: 'Names of fields with :asc or :desc, separated by commas',
});
export const PAGE_SIZE: INodeProperties = {
	displayName: 'Page Size',
	name: 'pageSize',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 10_000 },
	default: 5000,
	description: 'How many records to ask for at once. TOPdesk recommends 5000 incidents.',
};
export const PARALLEL: INodeProperties = {
	displayName: 'Pages at the Same Time',
	name: 'parallel',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 8 },
	default: 4,
	description:
		'How many pages of a long list to ask for at the same time. Less is slower, and lighter on TOPdesk.',
};
