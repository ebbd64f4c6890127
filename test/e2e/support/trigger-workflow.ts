import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedCredential } from '../../support/credentials';

export const TRIGGER_WORKFLOW = 'regieTriggers001';
/** The part of the address that n8n puts before the path of a webhook. */
export const WEBHOOK_ID = '5b2a3d4e-7f60-4a1b-9c8d-0e1f2a3b4c5d';

const EVERY_MINUTE = { item: [{ mode: 'everyMinute' }] };

const trigger = (
	name: string,
	type: string,
	row: number,
	parameters: object,
	credentials: ImportedCredential[],
) => ({
	id: `00000000-0000-4000-8000-00000000000${row}`,
	name,
	type: `n8n-nodes-regie.${type}`,
	typeVersion: 1,
	position: [0, row * 200],
	parameters,
	credentials: Object.fromEntries(
		credentials.map(({ type: kind, id, name: label }) => [kind, { id, name: label }]),
	),
});

/** A workflow that hands on what the three triggers give to `url`; gives the folder with its file. */
export function triggerWorkflow(
	folder: string,
	url: string,
	credentials: Record<'topdeskApi' | 'topdeskWebhookApi' | 'planonApi', ImportedCredential>,
): string {
	const { topdeskApi, topdeskWebhookApi, planonApi } = credentials;
	const topdeskEvents = ['created', 'statusChanged', 'callerReplied', 'memoAdded'];
	const triggers = [
		trigger('TOPdesk', 'topdeskTrigger', 1, { pollTimes: EVERY_MINUTE, events: topdeskEvents }, [topdeskApi]),
		trigger('Planon', 'planonTrigger', 2, { pollTimes: EVERY_MINUTE, events: ['created', 'stateChanged'] }, [
			planonApi,
		]),
		{
			...trigger('Webhook', 'topdeskWebhookTrigger', 3, { events: ['updated'] }, [
				topdeskApi,
				topdeskWebhookApi,
			]),
			webhookId: WEBHOOK_ID,
		},
	];
	const handOn = {
		id: '00000000-0000-4000-8000-000000000009',
		name: 'Hand On',
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		position: [300, 400],
		parameters: {
			method: 'POST',
			url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json) }}',
			options: {},
		},
	};
	const toHandOn = { main: [[{ node: handOn.name, type: 'main', index: 0 }]] };
	const workflow = {
		id: TRIGGER_WORKFLOW,
		name: 'Triggers',
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [...triggers, handOn],
		connections: Object.fromEntries(triggers.map(({ name }) => [name, toHandOn])),
	};
	const place = join(folder, 'workflows');
	mkdirSync(place);
	writeFileSync(join(place, 'triggers.json'), JSON.stringify(workflow));
	return place;
}
