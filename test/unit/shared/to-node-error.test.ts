import type { INode } from 'n8n-workflow';
import { ApiError, failureCause } from '../../../nodes/shared/http/api-error';
import { NoAnswerError } from '../../../nodes/shared/http/transport';
import { toNodeError } from '../../../nodes/shared/n8n/to-node-error';

const node = {
	name: 'TOPdesk',
	type: 'topdesk',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
} as unknown as INode;
const failureOf = (status: number, retryAfterMs?: number) =>
	toNodeError(node, new ApiError('TOPdesk', status, failureCause(status), 'no', 'mend it', retryAfterMs))
		.failure;

describe('an error of an API, as n8n gets it', () => {
	it('says why in words that n8n’s own back-off understands', () => {
		expect(failureOf(429, 2000)).toEqual({ cause: 'rate-limited', retryAfterMs: 2000 });
		expect(failureOf(503)).toMatchObject({ cause: 'temporarily-unavailable' });
		expect(failureOf(401)).toEqual({ cause: 'credential-invalid' });
		expect(failureOf(403)).toEqual({ cause: 'configuration-invalid' });
		expect(failureOf(404)).toEqual({ cause: 'configuration-invalid' });
		expect(failureOf(400)).toBeUndefined();
		expect(toNodeError(node, new NoAnswerError('ETIMEDOUT', 'no answer')).failure).toEqual({
			cause: 'temporarily-unavailable',
		});
	});
});
