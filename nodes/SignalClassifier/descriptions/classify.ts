import type { INodeProperties } from 'n8n-workflow';
import { CATEGORIES, SUPPLIERS } from '../../shared/domain/codebook';
import { forClassify } from './shared';
import { thresholdFields } from './thresholds';

const aliasFields: INodeProperties[] = [
	{
		displayName: 'Supplier Aliases',
		name: 'supplierAliases',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Alias',
		default: {},
		description:
			'What a supplier or its service is called in your organisation. A mail that mentions it is more likely about that supplier; the other words still count.',
		displayOptions: forClassify,
		options: [
			{
				displayName: 'Alias',
				name: 'alias',
				values: [
					{
						displayName: 'Alias',
						name: 'alias',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'Het Koffiehuis',
						description: 'A word or words as they stand in a mail; capitals and accents make no difference',
					},
					{
						displayName: 'Supplier',
						name: 'supplier',
						type: 'options',
						options: SUPPLIERS.filter((value) => value !== 'onbekend').map((value) => ({
							name: value,
							value,
						})),
						default: 'FMH',
					},
				],
			},
		],
	},
	{
		displayName: 'Supplier Aliases From a Table',
		name: 'supplierAliasTable',
		type: 'json',
		default: '[]',
		placeholder: "={{ $('Data Table').all().map((row) => row.json) }}",
		description:
			'More aliases, as a list of rows with the columns alias and supplier, such as a Data Table node gives. Other columns are left alone.',
		displayOptions: forClassify,
	},
];

/** The fields of Classify. */
export const classifyFields: INodeProperties[] = [
	{
		displayName: 'Signal',
		name: 'signal',
		type: 'json',
		required: true,
		default: '={{ $json.signal }}',
		description: 'The signal to classify, as the Signal Mailbox gives it',
		displayOptions: forClassify,
	},
	{
		displayName: 'Outputs',
		name: 'outputs',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'One', value: 'one', description: 'Every signal goes out the same way' },
			{
				name: 'One Per Category',
				value: 'perCategory',
				description: 'One per category, and the last for what a person must look at',
			},
		],
		default: 'perCategory',
		displayOptions: forClassify,
	},
	...thresholdFields,
	{
		displayName: 'Category Names',
		name: 'categoryNames',
		type: 'collection',
		placeholder: 'Add Name',
		default: {},
		description:
			'What your organisation calls a category, on the outputs and in the explanation. In the signal it keeps the name of the codebook.',
		displayOptions: forClassify,
		options: [...CATEGORIES]
			.sort()
			.map((name) => ({ displayName: `Name of ${name}`, name, type: 'string' as const, default: '' })),
	},
	...aliasFields,
	{
		displayName: 'Include Explanation',
		name: 'includeExplanation',
		type: 'boolean',
		default: true,
		description:
			'Whether to add the words for and against, as data, as text and as HTML in which they are marked, under explanation',
		displayOptions: forClassify,
	},
	{
		displayName: 'Chat Model Time-Out (Seconds)',
		name: 'chatModelTimeout',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 600 },
		default: 30,
		description:
			'How long to wait for the chat model, when one is connected. It is asked only about signals that a person would have to look at, without personal data; after this time a person looks.',
		displayOptions: forClassify,
	},
];
