import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { readFile } from '../../shared/tables/read-file';
import { readRecords } from '../files/read-records';
import { importCatalogue, importDefaultsSchema } from '../import/import-catalogue';
import { cataloguePage } from '../publish/catalogue-page';
import { catalogueXlsx } from '../publish/catalogue-xlsx';
import { published } from '../publish/published';
import { syncSupplier } from '../sync/sync-supplier';
import { todayOf } from '../today';
import {
	actorField,
	actorOf,
	fileField,
	mappingField,
	mappingOf,
	sheetField,
	styleFields,
	styleOf,
	supplierField,
} from './fields';
import type { Operation, OperationContext, Resource } from './operation';

const FILE = fileField();
const SHEET = sheetField();
const MAPPING = mappingField();
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function tableOf({ read, readFile: open }: OperationContext, property = 'fileProperty') {
	const { name, content } = await open(String(read(property)));
	return await readFile({ name, content, sheet: String(read('sheet', '') ?? '') });
}

/** What was filled in; an empty field counts as left out. */
const filledIn = (read: ReadItemParameter, name: string) =>
	Object.fromEntries(Object.entries((read(name, {}) ?? {}) as object).filter(([, value]) => value !== ''));

/** Gives `report`: codes that were added, changed and unchanged, and problems with line, column, why and what to do. */
const importFile: Operation = {
	value: 'import',
	name: 'Import',
	action: 'Import a catalogue',
	description:
		'Take a catalogue over from an Excel, CSV or HTML file, with a report of what was not understood',
	readOnly: false,
	fields: [
		FILE,
		SHEET,
		MAPPING,
		{
			displayName: 'Defaults',
			name: 'defaults',
			type: 'collection',
			placeholder: 'Add Default',
			default: {},
			description: 'For what the file does not say',
			options: [
				{ displayName: 'Owner', name: 'owner', type: 'string', placeholder: 'name@email.com', default: '' },
				{ displayName: 'Portfolio', name: 'portfolio', type: 'string', default: '' },
				supplierField(),
			],
		},
		actorField(),
	],
	async run(context) {
		const { register, read } = context;
		const report = await importCatalogue(register.pdc, await tableOf(context), {
			by: actorOf(read),
			mapping: mappingOf(read),
			defaults: importDefaultsSchema.parse(filledIn(read, 'defaults')),
		});
		return { add: { report } };
	},
};

/** Gives `page` (`{status, html, headers}`), `catalogue` (`{publishedAt, items}`), or an Excel file in `data`. */
const publish: Operation = {
	value: 'publish',
	name: 'Publish',
	action: 'Publish the catalogue',
	description: 'Give what customers can have today, as JSON, as an accessible page or as an Excel file',
	readOnly: true,
	fields: [
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			options: [
				{ name: 'Excel File', value: 'xlsx' },
				{ name: 'HTML Page', value: 'html' },
				{ name: 'JSON', value: 'json' },
			],
			default: 'html',
		},
		{
			displayName: 'Contact',
			name: 'contact',
			type: 'string',
			default: 'het Dienstencentrum',
			description: 'Where customers can ask what the catalogue does not say',
			displayOptions: { show: { format: ['html'] } },
		},
		{ ...styleFields(), displayOptions: { show: { format: ['html'] } } },
	],
	async run({ register: { pdc }, read }) {
		const format = z.enum(['xlsx', 'html', 'json']).parse(read('format'));
		const now = pdc.now();
		const items = published(await pdc.items.list(), todayOf(now));
		if (format === 'json') return { add: { catalogue: { publishedAt: now.toISOString(), items } } };
		if (format === 'html') {
			const contact = String(read('contact', '') || 'ons');
			return { add: { page: cataloguePage(items, { contact, now }, styleOf(read)) } };
		}
		const content = await catalogueXlsx(items);
		const name = `pdc-${todayOf(now)}.xlsx`;
		return { add: { fileName: name, count: items.length }, file: { name, mimeType: XLSX, content } };
	},
};

const syncSchema = z.object({
	supplier: z.enum(SUPPLIERS),
	portfolio: z.string().trim(),
	supplierManager: z.email('Fill in the address of the supplier manager'),
	mostWithdrawn: z.number().min(0).max(1),
});

/** Gives `sync`: notices that were made, how many were known, and problems. */
const compare: Operation = {
	value: 'compare',
	name: 'Compare with Supplier',
	action: 'Compare the catalogue with that of a supplier',
	description:
		'Find what a supplier added, changed and withdrew in his own catalogue, and make a draft notice of each, once',
	readOnly: false,
	once: true,
	fields: [
		supplierField(),
		{
			displayName: 'Source',
			name: 'compareWith',
			type: 'options',
			options: [
				{ name: 'File', value: 'file', description: 'An Excel, CSV or HTML file' },
				{
					name: 'Items',
					value: 'items',
					description: 'All items that come in, such as services of TOPdesk or records of Planon',
				},
			],
			default: 'items',
		},
		{ ...FILE, displayOptions: { show: { compareWith: ['file'] } } },
		{ ...SHEET, displayOptions: { show: { compareWith: ['file'] } } },
		{
			...MAPPING,
			default: '{"id": "code", "name": "name", "description": "description"}',
			description:
				'Which field of the other system fills which field of an item. For items only these are compared; a field within another is written as text.title. For a file it says what columns are that are not known.',
		},
		{
			displayName: 'Portfolio',
			name: 'portfolio',
			type: 'string',
			default: '',
			description: 'The portfolio that items which are added come in',
		},
		{
			displayName: 'Supplier Manager',
			name: 'supplierManager',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description: 'Who looks at what was found',
		},
		{
			displayName: 'Most Withdrawn',
			name: 'mostWithdrawn',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: 0.3,
			description:
				'How much of our items may be gone at once, from 0 to 1. More looks like a catalogue that was not read whole.',
		},
	],
	async run(context) {
		const { register, read, allItems } = context;
		const mapping = mappingOf(read);
		const from = z.enum(['file', 'items']).parse(read('compareWith'));
		const table = from === 'file' ? await tableOf(context) : readRecords(allItems, Object.keys(mapping));
		const names = ['supplier', 'portfolio', 'supplierManager', 'mostWithdrawn'];
		const settings = syncSchema.parse(Object.fromEntries(names.map((name) => [name, read(name)])));
		const sync = await syncSupplier(register.pdc, table, { ...settings, mapping });
		return { items: [{ sync }] };
	},
};

export const catalogue: Resource = {
	value: 'catalogue',
	name: 'Catalogue',
	operations: [publish, importFile, compare],
};
