/** A refusal in the shape that Graph gives it. */
export class Refusal extends Error {
	readonly body: { error: { code: string; message: string } };

	constructor(
		readonly status: number,
		code: string,
		message: string,
	) {
		super(message);
		this.body = { error: { code, message } };
	}
}

export const notFound = (): Refusal =>
	new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
