/** The catalogue cannot do what was asked. `hint` says what to do about it. */
export class PdcError extends Error {
	override readonly name = 'PdcError';

	constructor(
		message: string,
		readonly hint: string,
	) {
		super(message);
	}
}
