/** Why a call failed, in terms an administrator can act on. Same words as n8n's own poll back-off. */
export type FailureCause =
	| 'rate-limited'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'permission-denied'
	| 'not-found'
	| 'rejected';

/** An API answered, but not with what was asked. `message` says what is wrong, `hint` what to do about it. */
export class ApiError extends Error {
	override readonly name = 'ApiError';

	constructor(
		readonly system: string,
		readonly status: number,
		readonly failure: FailureCause,
		message: string,
		readonly hint: string,
		readonly retryAfterMs?: number,
	) {
		super(message);
	}

	/** True when the write may have happened all the same (the server broke down while at it). */
	get doubtful(): boolean {
		return this.status >= 500;
	}
}

/** The failure that goes with an HTTP status. */
export function failureCause(status: number): FailureCause {
	if (status === 401) return 'credential-invalid';
	if (status === 403) return 'permission-denied';
	if (status === 404) return 'not-found';
	if (status === 429) return 'rate-limited';
	return status >= 500 ? 'temporarily-unavailable' : 'rejected';
}
