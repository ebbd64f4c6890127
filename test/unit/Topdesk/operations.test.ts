import { ApiError } from '../../../nodes/shared/http/api-error';
import type { TopdeskClient } from '../../../nodes/Topdesk/api/client';
import { RESOURCES } from '../../../nodes/Topdesk/resources';
import { makeKnown, operationCases, runOperation, type OperationCase } from '../../conformance/operations';
import { startTopdeskSimulator, type TopdeskSimulator } from '../../simulators/topdesk';
import { clientOf, STILL } from '../../simulators/topdesk/for-tests';

let simulator: TopdeskSimulator;
let client: TopdeskClient;
let cases: OperationCase[];

beforeAll(async () => {
	simulator = await startTopdeskSimulator({ now: STILL });
	({ client } = clientOf(simulator));
	simulator.planChange({
		briefDescription: 'Onderhoud',
		plannedStartDate: '2027-03-01T08:00:00+0000',
		plannedImplementationDate: '2027-03-01T12:00:00+0000',
	});
	cases = operationCases(await makeKnown(client));
});
afterAll(() => simulator.stop());

describe('the operations of the node', () => {
	it('each have a case, and every case an operation', () => {
		const names = RESOURCES.flatMap(({ value, operations }) =>
			operations.map((operation) => `${value}.${operation.value}`),
		);
		const covered = cases
			.filter(({ allowed }) => allowed)
			.map(({ resource, operation }) => `${resource}.${operation}`);
		expect([...new Set(covered)].sort()).toEqual([...names].sort());
	});

	it('are taken by TOPdesk, or refused where they should be', async () => {
		const outcomes = [];
		for (const one of cases) {
			const outcome = await runOperation(client, one).then(
				() => 'takes',
				(error: unknown) =>
					error instanceof ApiError && error.status >= 400 && error.status < 500
						? `refuses: ${error.message}`
						: String(error),
			);
			outcomes.push({ ...one, outcome });
		}
		for (const { allowed, outcome, ...one } of outcomes) {
			expect({ ...one, outcome }).toEqual({
				...one,
				outcome: allowed ? 'takes' : expect.stringMatching(/^refuses: TOPdesk /),
			});
		}
	});
});
