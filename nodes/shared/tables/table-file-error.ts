/** A file with a table cannot be read. `hint` says what to do about it. */
export class TableFileError extends Error {
	override readonly name = 'TableFileError';

	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
	}
}
