import { readEntries } from '../../../nodes/Pdc/files/read-entries';
import { readFile } from '../../../nodes/shared/tables/read-file';
import { TableFileError } from '../../../nodes/shared/tables/table-file-error';
import { pdcItemSchema } from '../../../nodes/shared/domain/pdc/item';
import { promised, type FuzzTarget } from '../fuzz-target';

/** A catalogue in CSV, HTML or Excel that somebody else wrote. The corpus has a small Excel file to start from. */
export const catalogueFile: FuzzTarget = {
	seeds: () => [
		Buffer.from(
			'Code;Naam;Omschrijving;Geldig vanaf\r\nFMH-001;Lift;"Een lift; voor ""twee""";24-12-2026\r\n',
		),
		Buffer.from('code,naam,leverancier\nFMH-002,Bloemen,overig\nFMH-002,Bloemen,\n'),
		Buffer.from(
			'<!doctype html><table><tr><th>Code<th>Naam<th>Link</tr><tr><td colspan=2>F-1<td><a href="https://x.example">x</a></table>',
		),
	],
	tokens: [
		';',
		'"',
		'""',
		'\r\n',
		'\t',
		"'=",
		'=HYPERLINK("https://x")',
		'\ufeff',
		'<td rowspan=999999>',
		'<table>',
		'__proto__',
		'31-02-2026',
		'46000',
	],
	async run(input) {
		let table;
		try {
			table = await readFile({ name: 'catalogus', content: input });
		} catch (error) {
			if (error instanceof TableFileError) return;
			throw error;
		}
		const { entries, problems } = readEntries(table);
		for (const { entry } of entries) {
			promised(
				pdcItemSchema.partial().safeParse(entry).success,
				'a line of a catalogue that is understood is an item',
			);
		}
		promised(
			entries.length + problems.filter(({ skipped }) => skipped).length >= table.rows.length,
			'no line of a catalogue is left out without saying so',
		);
	},
};
