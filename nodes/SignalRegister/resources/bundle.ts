import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { Signal } from '../../shared/domain/signal';
import { bundleFile, CONTENT_TYPES, FORMATS } from '../bundle/file';
import { archiveMonth } from './bundle-archive';
import { importBundle } from './bundle-import';
import { text } from './fields';
import type { Operation, Resource } from './operation';
import { PERIOD_FIELDS, periodOf } from './period-fields';

/** Gives `bundle` ({fileName, signals: how many}) and the file itself. */
const exportBundle: Operation = {
	value: 'export',
	name: 'Export',
	action: 'Export a bundle of signals',
	description: 'Put the signals of a period in an Excel or CSV file, oldest first',
	readOnly: true,
	reading: { kind: 'uitvoer', what: 'Bundel gemaakt' },
	fields: [
		...PERIOD_FIELDS,
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			options: [
				{ name: 'CSV', value: 'csv', description: 'With semicolons, as Excel opens it in the Netherlands' },
				{ name: 'Excel', value: 'xlsx' },
			],
			default: 'xlsx',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'property',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		},
	],
	async run({ register, read, files, saw }) {
		const { from, until } = periodOf(read);
		const format = z.enum(FORMATS).parse(read('format'));
		const property = text.parse(read('property'));
		const signals: Signal[] = [];
		const period = { registeredFrom: from ?? undefined, registeredUntil: until ?? undefined };
		for await (const signal of register.each(period)) signals.push(signal);
		saw(signals);
		const content = await bundleFile(signals.reverse(), format);
		const fileName = `signalen${from ? `-${dutchDay(from)}` : ''}.${format}`;
		const file = await files.keep(content, fileName, CONTENT_TYPES[format]);
		return { add: { bundle: { fileName, signals: signals.length } }, files: { [property]: file } };
	},
};

const dutchDay = (moment: string) => DateTime.fromISO(moment, { zone: 'Europe/Amsterdam' }).toISODate();

export const bundle: Resource = {
	value: 'bundle',
	name: 'Bundle',
	operations: [exportBundle, archiveMonth, importBundle],
};
