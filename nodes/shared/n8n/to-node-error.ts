import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { ZodError } from 'zod/v4';
import { ApiError } from '../http/api-error';
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
	if (error instanceof ApiError) {
		return new NodeApiError(node, { message: error.message, status: error.status } as JsonObject, {
			message: error.message,
			description: error.hint,
			httpCode: String(error.status),
			itemIndex,
		});
	}
	if (error instanceof NoAnswerError) {
		return new NodeApiError(node, { message: error.message, code: error.code } as JsonObject, {
			message: error.message,
			description: 'Nothing was lost: run the workflow again when the server can be reached.',
			itemIndex,
		});
	}
	if (error instanceof ZodError) {
		return new NodeOperationError(
			node,
			`The input is not what this node expects: ${describeZodError(error)}`,
			{
				itemIndex,
			},
		);
	}
	const cause = error instanceof Error ? error : new Error(String(error));
	const hint = (cause as { hint?: unknown }).hint;
	return new NodeOperationError(node, cause, {
		itemIndex,
		description: typeof hint === 'string' ? hint : undefined,
	});
}
