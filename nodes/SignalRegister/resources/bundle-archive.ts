import { Readable } from 'node:stream';
import { z } from 'zod/v4';
import { houseStyleSchema } from '../../shared/style/house-style';
import { monthEntries, type ArchiveContents } from '../archive/month-archive';
import { zipOf } from '../archive/zip';
import { OUTPUT_FIELD, outputFieldOf } from './fields';
import type { Operation } from './operation';

const monthSchema = z
	.string()
	.trim()
	.regex(/^\d{4}-(?:0[1-9]|1[0-2])(?!\d)/, 'Write the month as 2026-10')
	.transform((written) => written.slice(0, 'yyyy-mm'.length));

/** Gives `archive` ({month, fileName} and `ArchiveContents`) and the zip file itself. */
export const archiveMonth: Operation = {
	value: 'archive',
	name: 'Archive Month',
	action: 'Make the archive of a month',
	description:
		'Put the bundle, an index and the sources of what was received in a month in one zip file, for a document system',
	readOnly: true,
	reading: { kind: 'uitvoer', what: 'Archief van een maand gemaakt' },
	fields: [
		{
			displayName: 'Month',
			name: 'month',
			type: 'string',
			default: "={{ $today.minus({ months: 1 }).toFormat('yyyy-MM') }}",
			required: true,
			placeholder: '2026-10',
			description: 'The month in which the signals were received. By itself it is last month.',
		},
		{
			displayName: 'Source Mail Fields',
			name: 'sourceFields',
			type: 'string',
			default: '',
			placeholder: 'data,data_1',
			description:
				'Names of the input binary fields that hold mails (.eml), with commas. Each goes with the signal that it is about. Leave empty for none.',
		},
		OUTPUT_FIELD,
	],
	async run({ register, read, files, saw }) {
		const month = monthSchema.parse(read('month'));
		const property = outputFieldOf(read);
		const fields = z.string().parse(read('sourceFields', '')).split(',');
		const sourceFields = [...new Set(fields.map((name) => name.trim()))].filter((name) => name !== '');
		const contents: ArchiveContents = { signals: 0, sourceMails: 0, otherMails: [] };
		const now = new Date();
		const style = houseStyleSchema.parse({});
		const { archive } = register;
		const entries = monthEntries({ month, archive, files, sourceFields, style, now, saw }, contents);
		const fileName = `${month}.zip`;
		const file = await files.keep(Readable.from(zipOf(entries, now)), fileName, 'application/zip');
		return { add: { archive: { month, fileName, ...contents } }, files: { [property]: file } };
	},
};
