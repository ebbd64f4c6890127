import { strFromU8, unzipSync, zipSync } from 'fflate';

/** More than an Excel file of 100,000 lines of text unpacks to. */
const MOST_BYTES = 100 * 1024 * 1024;
/** A reader makes room for the whole rectangle up to the last cell, empty cells too. */
const MOST_CELLS = 5_000_000;
const LETTERS = 26;

/**
 * The same Excel file, unpacked within bounds and put together again, so that its reader sees only what was
 * looked at here. A few kilobytes can otherwise ask for gigabytes (CWE-409): by what is packed in them, by the
 * size that they claim to have, or by one cell in the last row and column.
 *
 * @throws Error when it unpacks to more than 100 MB, spans more than 5,000,000 cells, or is damaged
 */
export function boundedXlsx(file: Buffer): Buffer {
	let bytes = 0;
	// Every file in it gets the room that it claims, and is refused when it turns out larger.
	const files = unzipSync(file, {
		filter: ({ size, originalSize }) => {
			bytes += Math.max(size, originalSize);
			if (bytes > MOST_BYTES) throw new Error(`it unpacks to more than ${MOST_BYTES / 1024 / 1024} MB`);
			return true;
		},
	});
	for (const content of Object.values(files)) {
		const cells = cellsIn(strFromU8(content));
		if (cells > MOST_CELLS) throw new Error(`it spans ${cells} cells, and ${MOST_CELLS} is the most`);
	}
	return Buffer.from(zipSync(files, { level: 0 }));
}

/** Cells in the rectangle from A1 to the last cell that a sheet names: `r` is the address of a cell or a row. */
function cellsIn(sheet: string): number {
	let [rows, columns] = [0, 0];
	for (const [, address] of sheet.matchAll(/\sr\s*=\s*["']([^"']*)/g)) {
		const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(address!);
		if (!parts) throw new Error(`it has a cell at '${address!.slice(0, 20)}', which Excel does not know`);
		rows = Math.max(rows, Number(parts[2]));
		columns = Math.max(columns, columnNumber(parts[1]!));
	}
	return rows * columns;
}

/** A is 1, Z is 26, AA is 27. */
const columnNumber = (letters: string): number =>
	[...letters].reduce((number, letter) => number * LETTERS + letter.charCodeAt(0) - 64, 0);
