import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { houseStyleSchema, type HouseStyle } from '../../shared/style/house-style';
import { termSchema, type Term } from '../contents/terms';
import type { ReportTexts } from '../document/report-document';
import { HOUSE_STYLE_OPTIONS } from '../../shared/n8n/house-style-options';

const optionsOf = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

export const SUPPLIER_OPTIONS = optionsOf(SUPPLIERS);

/** Within how many working days what must be closed. */
export const TERMS: INodeProperties = {
	displayName: 'Agreed Terms',
	name: 'terms',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Term',
	default: {},
	description:
		'Within how many working days a signal must be closed. The most precise one counts. Leave supplier or category empty for all of them.',
	options: [
		{
			name: 'term',
			displayName: 'Term',
			values: [
				{
					displayName: 'Category',
					name: 'category',
					type: 'string',
					default: '',
					placeholder: 'klacht',
					description: 'A category of the codebook, or empty for all',
				},
				{
					displayName: 'Supplier',
					name: 'supplier',
					type: 'string',
					default: '',
					placeholder: 'FMH',
					description: 'A supplier of the codebook, or empty for all',
				},
				{
					displayName: 'Working Days',
					name: 'days',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 10,
				},
			],
		},
	],
};

const termsSchema = z.object({ term: z.array(termSchema).default([]) }).transform(({ term }) => term);
export const termsOf = (read: ReadItemParameter): Term[] => termsSchema.parse(read('terms', {}) || {});

/** What only a report has. */
const OWN_OPTIONS: INodeProperties[] = [
	{
		displayName: 'Closing',
		name: 'closing',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What stands at the end, for example whom to call',
	},
	{
		displayName: 'Introduction',
		name: 'introduction',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		description: 'What stands above the headline',
	},
	{
		displayName: 'Logo Field',
		name: 'logoField',
		type: 'string',
		default: '',
		placeholder: 'logo',
		description: 'The binary property with a PNG, JPEG or SVG for the first page of the PDF',
	},
];

/** How a report looks, and the words that are always in it. */
export const HOUSE_STYLE: INodeProperties = {
	displayName: 'House Style',
	name: 'houseStyle',
	type: 'collection',
	placeholder: 'Add Property',
	default: {},
	options: [...HOUSE_STYLE_OPTIONS, ...OWN_OPTIONS].sort((one, other) =>
		one.displayName.localeCompare(other.displayName, 'en'),
	),
};

const textsSchema = z.object({
	introduction: z.string().trim().default(''),
	closing: z.string().trim().default(''),
	logoField: z.string().trim().default(''),
});

export function houseStyleOf(read: ReadItemParameter): {
	style: HouseStyle;
	texts: ReportTexts;
	logoField: string;
} {
	const filled = read('houseStyle', {}) || {};
	const { logoField, ...texts } = textsSchema.parse(filled);
	return { style: houseStyleSchema.parse(filled), texts, logoField };
}

/** Days besides weekends and Dutch holidays. */
export const FREE_DAYS: INodeProperties = {
	displayName: 'Free Days',
	name: 'freeDays',
	type: 'string',
	default: '',
	placeholder: '2026-12-28, 2026-12-29',
	description: 'Days on which the organisation is closed, besides weekends and Dutch holidays',
};

export const calendarOf = (read: ReadItemParameter): WorkingCalendar =>
	new WorkingCalendar({
		closedOn: String(read('freeDays', '') ?? '')
			.split(/[\s,;]+/)
			.filter(Boolean),
	});
