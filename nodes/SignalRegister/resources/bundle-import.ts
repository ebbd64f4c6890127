import { z } from 'zod/v4';
import { STATUSES, statusSchema } from '../../shared/domain/signal';
import { readJsonObject } from '../../shared/json-object';
import { readSheets } from '../../shared/tables/read-file';
import { IMPORT_FIELDS, importMappingSchema } from '../import/columns';
import { importList } from '../import/import-list';
import { actorField, actorOf, optionsOf, text } from './fields';
import type { Operation } from './operation';

const COLUMN_EXAMPLE = '{"Onze kolom": "text"}';
const VALUE_EXAMPLE = '{"in de wacht": "in behandeling"}';
const valuesSchema = z.record(z.string(), z.string());

/** Gives `report`, see `ImportReport`: what was registered, what was there, and what was not understood and why. */
export const importBundle: Operation = {
	value: 'import',
	name: 'Import',
	action: 'Import an old list of signals',
	description:
		'Take signals over from an Excel, CSV or HTML file, each line once, with a report. Nobody is sent anything because of it.',
	// It takes transactions of its own: a long list must not hold the lock all the time.
	readOnly: true,
	fields: [
		{
			displayName: 'Input Binary Field',
			name: 'fileProperty',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the input binary field that holds the file',
		},
		{
			displayName: 'Sheet',
			name: 'sheet',
			type: 'string',
			default: '',
			description: 'Name of the sheet in an Excel file. Leave empty for all sheets.',
		},
		{
			displayName: 'Column Mapping',
			name: 'columnMapping',
			type: 'json',
			default: '{}',
			description: `Which column fills which field, for columns that are not known: ${COLUMN_EXAMPLE}. An empty text leaves a column out. Fields: ${IMPORT_FIELDS.join(', ')}.`,
		},
		{
			displayName: 'Value Mapping',
			name: 'valueMapping',
			type: 'json',
			default: '{}',
			description: `What words in the list mean, for category, supplier, urgency, sentiment and status: ${VALUE_EXAMPLE}`,
		},
		{
			displayName: 'Status When Empty',
			name: 'statusWhenEmpty',
			type: 'options',
			options: optionsOf(STATUSES),
			default: 'afgesloten',
			description: 'The status of a line that says neither a status nor when it was closed',
		},
		actorField(),
	],
	async run({ register, read, files }) {
		const file = await files.take(text.parse(read('fileProperty')));
		const sheet = z.string().parse(read('sheet', '')).trim();
		const sheets = await readSheets({ name: file.fileName, content: file.content, sheet });
		const columns = readJsonObject(read('columnMapping', '{}'), 'Column Mapping', COLUMN_EXAMPLE);
		const values = readJsonObject(read('valueMapping', '{}'), 'Value Mapping', VALUE_EXAMPLE);
		const report = await importList(register, sheets, {
			actor: actorOf(read),
			fileName: file.fileName,
			mapping: importMappingSchema.parse(columns),
			values: valuesSchema.parse(values),
			statusWhenEmpty: statusSchema.parse(read('statusWhenEmpty')),
			now: new Date(),
		});
		return { add: { report } };
	},
};
