import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importCatalogue, type ImportReport } from '../../nodes/Pdc/import/import-catalogue';
import { readFile } from '../../nodes/shared/tables/read-file';
import type { Register } from '../../nodes/shared/storage/register';

export const CATALOGUE_FILE = join(__dirname, '..', 'corpus', 'pdc', 'catalogus.csv');

/** The catalogue that was made for this project, as a supplier of it would hand it over. */
export const catalogueCsv = (): Buffer => readFileSync(CATALOGUE_FILE);

/** Puts that catalogue in the register. */
export async function importTestCatalogue(register: Register): Promise<ImportReport> {
	const table = await readFile({ name: 'catalogus.csv', content: catalogueCsv() });
	return await register.together(async ({ pdc }) => await importCatalogue(pdc, table, { by: 'test' }));
}
