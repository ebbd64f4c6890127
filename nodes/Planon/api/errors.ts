import { ApiError, failureCause } from '../../shared/http/api-error';
import { retryAfterMs } from '../../shared/http/http-client';
import type { HttpResponse } from '../../shared/http/transport';
import type { PlanonAccess } from './options';
import { describeNotice, errorListSchema, errorMessageSchema, type Notice } from './schemas';

export const SYSTEM = 'Planon';

/** What was asked, in words, and of which definition. */
export interface Asked {
	/** For example `read UsrRequest`. */
	what: string;
	/** Left out where no definition is concerned. */
	definition?: string;
	access?: PlanonAccess;
}

/** What Planon itself says is wrong, in either of its shapes; undefined for an empty body or a web page. */
export function planonMessage(body: unknown): string | undefined {
	const list = errorListSchema.safeParse(body);
	if (list.success) return list.data.errors.map(describeNotice).join('; ');
	const single = errorMessageSchema.safeParse(body);
	if (!single.success) return undefined;
	const { message, uuid } = single.data;
	return uuid ? `${message} (number in Planon's log: ${uuid})` : message;
}

/** Turns a refusal of Planon into an error that says what is wrong and what to do about it. */
export function planonError(response: HttpResponse, asked: Asked): ApiError {
	const said = planonMessage(response.body);
	const [message, hint] = explain(response.status, asked, said);
	const { status } = response;
	return new ApiError(SYSTEM, status, failureCause(status), message, hint, retryAfterMs(response));
}

/** An answer with status 200 that holds errors all the same. */
export const planonRefusal = (errors: readonly Notice[], asked: Asked): ApiError =>
	planonError({ status: 422, headers: {}, body: { errors } }, asked);

/** Names of definitions, fields and states differ per organisation, so only its administrator knows them. */
const definitionHint = (definition: string | undefined) =>
	definition
		? `Definitions are made per organisation. Ask your Planon administrator what '${definition}' is called, and whether this credential may use it.`
		: 'Ask your Planon administrator for the address of the generic REST API.';

/** A refused credential: a key that expired, one that is wrong, or a token that Planon does not trust. */
function explainRefusedAccess(access: PlanonAccess | undefined, said: string | undefined): Explanation {
	if (access?.kind === 'clientCredentials') {
		return [
			'Planon does not accept the token of these client credentials',
			'Ask your Planon administrator whether OIDC is switched on for this environment, and whether this client has a Planon user.',
		];
	}
	// A message that names both reasons says nothing about which of them it is.
	const saidExpired = /expired|verlopen/i.test(said ?? '') && !/invalid|ongeldig/i.test(said ?? '');
	if (access?.expired || saidExpired) {
		return [
			'The access key of Planon has expired',
			'Ask your Planon administrator for a new one, and put it in the credential with its new expiry date.',
		];
	}
	return [
		'Planon does not accept the access key',
		'Check it in the credential. Access keys expire: ask your Planon administrator for a new one when it is old.',
	];
}

type Explanation = [message: string, hint: string];

function explain(status: number, { what, definition, access }: Asked, said: string | undefined): Explanation {
	const reason = said ? `: ${said}` : '';
	if (status === 401) return explainRefusedAccess(access, said);
	if (/licen[cs]e|licentie/i.test(said ?? '')) {
		return [
			`Planon has no licence to ${what}${reason}`,
			'Ask your Planon administrator whether your contract includes the generic REST API (Planon Connect) for this user.',
		];
	}
	if (status === 403) {
		return [
			`Planon does not allow this user to ${what}${reason}`,
			'Ask your Planon administrator to give the user of this credential rights on it.',
		];
	}
	if (status === 429) {
		return [
			'Planon gets too many requests and asks to wait',
			'Run the workflow again later, or let it run less often.',
		];
	}
	if (status >= 500) {
		return [
			`Planon broke down while trying to ${what} (status ${status})${reason}`,
			'Run the workflow again later. When it keeps failing, tell your Planon administrator the time and this message.',
		];
	}
	if (said && /multiple BO/i.test(said)) {
		return [
			`Planon can ${what} for one record at a time, and the filter finds more${reason}`,
			'Make the filter narrower, for example on Syscode.',
		];
	}
	if (definition && said?.includes(definition) && /definition|not (found|known)|unknown/i.test(said)) {
		return [`Planon does not know the definition '${definition}': ${said}`, definitionHint(definition)];
	}
	if (status === 404) {
		return [
			`Planon has nothing at this address when asked to ${what}${reason}`,
			`Check the Base Path in the credential (it ends with the version, as in /sdk/system/rest/v2). ${definitionHint(definition)}`,
		];
	}
	return [
		`Planon refuses to ${what}${reason || ` (status ${status})`}`,
		'Correct what Planon names, and run the workflow again. Fields, methods and states differ per definition: your Planon administrator knows them.',
	];
}

/** Planon wants to know whether the write should go on. */
export function unansweredQuestion(
	questions: readonly Notice[],
	answerable: boolean,
	asked: Asked,
): ApiError {
	const said = questions.map(describeNotice).join('; ');
	return new ApiError(
		SYSTEM,
		422,
		'rejected',
		`Planon asks something before it will ${asked.what}: ${said}`,
		answerable
			? 'Change the values so that it need not ask, or let this node answer the warning (Answer Warnings, in its options) to go on all the same.'
			: 'Change the values so that it need not ask. This question cannot be answered from a workflow.',
	);
}

/** The answer was well, but not what Planon is known to give: usually a proxy or login page in between. */
export function unexpectedAnswer(response: HttpResponse, { what }: Asked): ApiError {
	return new ApiError(
		SYSTEM,
		response.status,
		'rejected',
		`The server did not answer as Planon does when asked to ${what}`,
		'Check the Base URL in the credential. A login page or proxy may stand between n8n and Planon.',
	);
}
