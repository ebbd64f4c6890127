import { z } from 'zod/v4';
import type { Signal } from '../../shared/domain/signal';
import { dutchDate } from '../../shared/domain/working-time/working-calendar';
import { bundleFile, CONTENT_TYPES, FORMATS } from '../bundle/file';
import { archiveMonth } from './bundle-archive';
import { importBundle } from './bundle-import';
import { OUTPUT_FIELD, outputFieldOf } from './fields';
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
		OUTPUT_FIELD,
	],
	async run({ register, read, files, saw }) {
		const { from, until } = periodOf(read);
		const format = z.enum(FORMATS).parse(read('format'));
		const property = outputFieldOf(read);
		const signals: Signal[] = [];
		const period = { registeredFrom: from ?? undefined, registeredUntil: until ?? undefined };
		for await (const signal of register.each(period)) signals.push(signal);
		saw(signals);
		const content = await bundleFile(signals.reverse(), format);
		const fileName = `signalen${from ? `-${dutchDate(new Date(from))}` : ''}.${format}`;
		const file = await files.keep(content, fileName, CONTENT_TYPES[format]);
		return { add: { bundle: { fileName, signals: signals.length } }, files: { [property]: file } };
	},
};

export const bundle: Resource = {
	value: 'bundle',
	name: 'Bundle',
	operations: [exportBundle, archiveMonth, importBundle],
};
