import type { IPollFunctions, WorkflowActivateMode, WorkflowExecuteMode } from 'n8n-workflow';
import { isLookAtStart, pollOnce } from '../../../nodes/shared/n8n/look-at-start';

const context = (mode: WorkflowActivateMode) => ({ getActivationMode: () => mode }) as IPollFunctions;

describe('the look with which a published workflow starts', () => {
	it.each(['init', 'leadershipChange'] as const)('is the first one of an activation by %s only', (mode) => {
		const started = context(mode);
		expect(isLookAtStart(started)).toBe(true);
		expect(isLookAtStart(started)).toBe(false);
		expect(isLookAtStart(context(mode))).toBe(true);
	});

	it.each(['activate', 'update', 'manual'] as const)('is none after %s: a person sees it fail', (mode) => {
		expect(isLookAtStart(context(mode))).toBe(false);
	});
});

describe('how long a look may take', () => {
	const MINUTE = 60_000;
	const polled = (budgetMs: number, mode: WorkflowExecuteMode = 'trigger') =>
		({
			getActivationMode: () => 'activate',
			getMode: () => mode,
			getPollBudgetMs: () => budgetMs,
		}) as IPollFunctions;
	const budgetOf = async (looking: IPollFunctions): Promise<number> => {
		let budget = 0;
		await pollOnce(looking, async ({ budgetMs }) => {
			budget = budgetMs;
			return null;
		});
		return budget;
	};

	it('is less the first time, as n8n waits for that one before a workflow is published', async () => {
		const looking = polled(5 * MINUTE);
		expect(await budgetOf(looking)).toBeLessThan(84_000);
		expect(await budgetOf(looking)).toBe(5 * MINUTE);
	});

	it('is what n8n says where that is less, and in a test from the editor', async () => {
		expect(await budgetOf(polled(MINUTE))).toBe(MINUTE);
		expect(await budgetOf(polled(5 * MINUTE, 'manual'))).toBe(5 * MINUTE);
	});
});
