import type { IExecuteFunctions } from 'n8n-workflow';

/** Who reads, for the access log: n8n tells a node which workflow and execution it is in, but not which user. */
export function readerOf(
	context: Pick<IExecuteFunctions, 'getWorkflow' | 'getExecutionId' | 'getMode'>,
): string {
	const { id, name } = context.getWorkflow();
	const byHand = context.getMode() === 'manual' ? ', met de hand gestart' : '';
	return `workflow ${name ?? ''} (${id ?? 'niet opgeslagen'}), uitvoering ${context.getExecutionId()}${byHand}`;
}
