/**
 * What a spreadsheet takes for a formula when a cell begins with it (OWASP, CSV injection), also in full width. With
 * apostrophes before it, it would read back as something else.
 */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text for a cell of a spreadsheet that never becomes a formula, also not when the sheet is saved as CSV and opened again. */
export const asPlainCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text of such a cell as it was. */
export const fromPlainCell = (cell: string): string =>
	cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
