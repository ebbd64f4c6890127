import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { ZodError } from 'zod/v4';
import { ApiError, type FailureCause } from '../http/api-error';
import { NoAnswerError } from '../http/transport';

/** One line per field that is wrong, for people: `customer.email: Invalid email address`. */
export function describeZodError(error: ZodError): string {
	return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
}

/**
 * Turns any error of the domain into n8n's own, so that the editor shows what is wrong (message),
 * what to do (description) and which item it was.
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	const nodeError = ofKind(node, error, itemIndex);
	// n8n replaces a message in which it sees a code it knows (EEXIST, 404) by one of its own, that says less.
	nodeError.message = messageOf(error);
	return nodeError;
}

function ofKind(node: INode, error: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	const message = messageOf(error);
	if (error instanceof ApiError) {
		return new NodeApiError(node, { message, status: error.status } as JsonObject, {
			message,
			description: error.hint,
			httpCode: String(error.status),
			failure: failureOf(error.failure, error.retryAfterMs),
			itemIndex,
		});
	}
	if (error instanceof NoAnswerError) {
		return new NodeApiError(node, { message, code: error.code } as JsonObject, {
			message,
			description: 'Nothing was lost: run the workflow again when the server can be reached.',
			failure: { cause: 'temporarily-unavailable' },
			itemIndex,
		});
	}
	const hint = (error as { hint?: unknown } | undefined)?.hint;
	return new NodeOperationError(node, error instanceof Error ? error : message, {
		itemIndex,
		description: typeof hint === 'string' ? hint : undefined,
	});
}

/** In n8n's own words, by which its poll back-off decides; undefined for a refusal that says nothing of the source. */
function failureOf(cause: FailureCause, retryAfterMs?: number): NodeApiError['failure'] {
	switch (cause) {
		case 'rate-limited':
		case 'temporarily-unavailable':
			return { cause, retryAfterMs };
		case 'credential-invalid':
			return { cause };
		case 'permission-denied':
		case 'not-found':
			return { cause: 'configuration-invalid' };
		default:
			return undefined;
	}
}

function messageOf(error: unknown): string {
	if (error instanceof ZodError) return `The input is not what this node expects: ${describeZodError(error)}`;
	return error instanceof Error ? error.message : String(error);
}
