/** A refusal, in one of Planon's two shapes: `{errors:[{code,description}]}` or `{uuid,message}`. */
export class PlanonRefusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
	) {
		super(`refused with ${status}`);
	}
}

/** A refusal by a rule of the organisation. */
export const refusal = (code: string, description: string) =>
	new PlanonRefusal(422, { errors: [{ code, description }] });
