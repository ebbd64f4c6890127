import type { IPollFunctions, WorkflowActivateMode } from 'n8n-workflow';
import { isLookAtStart } from '../../../nodes/shared/n8n/look-at-start';

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
