/** A refusal, in one of TOPdesk's two shapes. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
	) {
		super(`refused with ${status}`);
	}
}

/** `[{"message": "..."}]` */
export const refuse = (status: number, message: string) => new Refusal(status, [{ message }]);

/** `{"errors": [{"errorCode": "...", "appliesTo": ["body"], "errorMessage": "..."}]}` */
export const refuseField = (errorCode: string, field: string, errorMessage: string) =>
	new Refusal(400, { errors: [{ errorCode, appliesTo: ['body', field], errorMessage }] });
