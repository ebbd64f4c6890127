import { z } from 'zod/v4';
import { ApiError, failureCause } from '../../shared/http/api-error';
import { retryAfterMs } from '../../shared/http/http-client';
import type { HttpResponse } from '../../shared/http/transport';

export const SYSTEM = 'TOPdesk';

/** TOPdesk answers errors in one of two shapes, depending on which part of it refuses. */
const messageListSchema = z.array(z.looseObject({ message: z.string() })).min(1);
const errorObjectSchema = z.looseObject({
	errors: z
		.array(
			z.looseObject({
				errorCode: z.string().optional(),
				appliesTo: z.array(z.string()).optional(),
				errorMessage: z.string().optional(),
			}),
		)
		.min(1),
});

/** Some of the newer services answer with one message, in one of a few places. */
const singleSchema = z.looseObject({ message: z.string().optional(), detail: z.string().optional() });

/** What TOPdesk itself says is wrong, in any of its shapes; undefined for an empty body or a web page. */
export function topdeskMessage(body: unknown): string | undefined {
	if (typeof body === 'string')
		return /[<>]/.test(body) || body.length > 300 ? undefined : body.trim() || undefined;
	const list = messageListSchema.safeParse(body);
	if (list.success) return list.data.map(({ message }) => message).join('; ');
	const object = errorObjectSchema.safeParse(body);
	if (!object.success) {
		const single = singleSchema.safeParse(body);
		return single.success ? (single.data.message ?? single.data.detail) : undefined;
	}
	return object.data.errors
		.map(({ errorMessage, errorCode, appliesTo }) => {
			const what = errorMessage ?? errorCode ?? 'unknown error';
			const where = appliesTo?.filter((part) => part !== 'body').join(', ');
			return where && !what.includes(where) ? `${where}: ${what}` : what;
		})
		.join('; ');
}

/** Turns a refusal of TOPdesk into an error that says what is wrong and what to do about it. */
export function topdeskError(response: HttpResponse, what: string): ApiError {
	const said = topdeskMessage(response.body);
	const [message, hint] = explain(response.status, what, said);
	return new ApiError(
		SYSTEM,
		response.status,
		failureCause(response.status),
		message,
		hint,
		retryAfterMs(response),
	);
}

function explain(status: number, what: string, said: string | undefined): [message: string, hint: string] {
	const reason = said ? `: ${said}` : '';
	switch (status) {
		case 401:
			return [
				'TOPdesk does not accept the operator login and application password',
				"Check both in the credential. The user name is the operator's login name, and the password is an application password of that operator that has not expired.",
			];
		case 403:
			return [
				`TOPdesk does not allow this operator to ${what}${reason}`,
				'Ask the TOPdesk administrator for a permission group with REST API access and rights on what this is about. An archived card cannot be changed: take it out of the archive first.',
			];
		case 404:
			return [
				`TOPdesk could not ${what}, because something it refers to does not exist${reason}`,
				'Check the number or ID, and every ID in the fields. A number has spaces in it, as in I 2611 004. When nothing is found at all, check the address in the credential.',
			];
		case 409:
			return [
				`TOPdesk could not ${what}, because somebody else is changing it${reason}`,
				'Run the workflow again.',
			];
		case 412:
			return [
				`TOPdesk did not ${what}, because it changed since it was read${reason}`,
				'Get it again, and repeat the change on what is there now.',
			];
		case 413:
			return [
				`TOPdesk refuses to ${what}, because it is too large${reason}`,
				'Send a smaller file, or ask the TOPdesk administrator to raise the limit.',
			];
		case 429:
			return [
				'TOPdesk gets too many requests and asks to wait',
				'Run the workflow again later, or let it run less often.',
			];
		default:
			break;
	}
	if (status >= 500) {
		return [
			`TOPdesk broke down while trying to ${what} (status ${status})${reason}`,
			'Run the workflow again later. When it keeps failing, tell the TOPdesk administrator the time and this message.',
		];
	}
	if (status >= 300 && status < 400) {
		return [
			`TOPdesk sends this request elsewhere (status ${status})`,
			'Check the address in the credential. It is the address of TOPdesk itself, not of a login page.',
		];
	}
	return [
		`TOPdesk refuses to ${what}${reason || ` (status ${status})`}`,
		'Correct the fields that TOPdesk names, and run the workflow again.',
	];
}

/** The answer was well, but not what TOPdesk is known to give: usually a proxy or login page in between. */
export function unexpectedAnswer(response: HttpResponse, what: string): ApiError {
	return new ApiError(
		SYSTEM,
		response.status,
		'rejected',
		`The server did not answer as TOPdesk does when asked to ${what}`,
		'Check the address in the credential. A login page or proxy may stand between n8n and TOPdesk.',
	);
}
