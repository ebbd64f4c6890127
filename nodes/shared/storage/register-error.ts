/** The register cannot do what was asked. `hint` says what to do about it. */
export class RegisterError extends Error {
	override readonly name = 'RegisterError';

	constructor(
		message: string,
		readonly hint: string,
		options?: { cause?: unknown },
	) {
		super(message, options);
	}
}
