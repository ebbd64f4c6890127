import { eventually } from './eventually';
import type { N8nApi } from './n8n-api';

/** Starts a workflow as its schedule does, and waits until it is done. Throws when it does not end well. */
export async function runOnSchedule(api: N8nApi, workflowId: string, trigger: string): Promise<void> {
	const start = { triggerToStartFrom: { name: trigger } };
	const { executionId } = await api.send<{ executionId: string }>(
		'post',
		`/rest/workflows/${workflowId}/run`,
		start,
	);
	const state = async () =>
		(await api.executions(workflowId)).find(({ id }) => id === String(executionId))?.status ?? 'new';
	await eventually(async () => !['new', 'running'].includes(await state()), {
		withinMs: 30_000,
		otherwise: `${workflowId} does not end`,
	});
	if ((await state()) !== 'success') throw new Error(`${workflowId} ended with ${await state()}`);
}
