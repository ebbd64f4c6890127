import { strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from '../../../nodes/shared/tables/read-xlsx';

async function workbook(): Promise<Buffer> {
	// It has types for modules only, and this is none.
	const { default: writeExcelFile } = await import('write-excel-file/node');
	return await writeExcelFile([
		[{ value: 'Code' }, { value: 'Naam' }],
		[{ value: 'FMH-001' }, { value: 'Lift' }],
	]).toBuffer();
}

/** The same file with its sheet changed. */
async function withSheet(change: (sheet: string) => string): Promise<Buffer> {
	const files = unzipSync(await workbook());
	const sheet = 'xl/worksheets/sheet1.xml';
	expect(Object.keys(files)).toContain(sheet);
	files[sheet] = strToU8(change(Buffer.from(files[sheet]!).toString('utf8')));
	return Buffer.from(zipSync(files));
}

describe('an Excel file from outside', () => {
	it('is read', async () => {
		expect(await readXlsx(await workbook())).toEqual([
			{
				name: 'Sheet1',
				rows: [
					{ line: 1, cells: ['Code', 'Naam'] },
					{ line: 2, cells: ['FMH-001', 'Lift'] },
				],
			},
		]);
	});

	it('is refused when a few kilobytes unpack to more than fits', async () => {
		const bomb = await withSheet((sheet) => sheet + ' '.repeat(120 * 1024 * 1024));
		expect(bomb.length).toBeLessThan(200_000);
		await expect(readXlsx(bomb)).rejects.toThrow('it unpacks to more than 100 MB');
	});

	it('is refused when it claims to be larger than fits', async () => {
		const file = await workbook();
		// Size before packing, in the table at the end of a zip file.
		file.writeUInt32LE(0xfffffff0, file.lastIndexOf('PK\u0001\u0002') + 24);
		await expect(readXlsx(file)).rejects.toThrow('it unpacks to more than 100 MB');
	});

	it('is refused when one cell in the last row and column asks for room for all of them', async () => {
		const far = await withSheet((sheet) => sheet.replaceAll('"B2"', '"XFD1048576"'));
		await expect(readXlsx(far)).rejects.toThrow('it spans 17179869184 cells');
	});

	it('is refused when a cell is nowhere', async () => {
		const nowhere = await withSheet((sheet) => sheet.replaceAll('"B2"', '"&#88;FD1048576"'));
		await expect(readXlsx(nowhere)).rejects.toThrow('which Excel does not know');
	});

	it('says what to do when it is damaged', async () => {
		const damaged = (await workbook()).subarray(0, 900);
		await expect(readXlsx(damaged)).rejects.toMatchObject({
			message: expect.stringContaining('The Excel file cannot be read') as string,
			hint: expect.stringContaining('Save it as .xlsx') as string,
		});
	});
});
