import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PLANON_WORKFLOW = 'planonEveryOp001';
export const PLANON_PATH = 'planon-every-operation';

const filter = (value: string) => ({
	condition: [{ field: 'Syscode', operator: 'eq', type: 'number', value }],
});
const onCase = { identifyBy: 'reference', identifier: "={{ $('Webhook').first().json.body.reference }}" };
const definition = 'UsrRequest';
const itsSyscode = "={{ $('create').first().json.record.Syscode }}";

/** The parameters of one node for each operation, by the name that the node gets; they run one after another. */
export const STEPS: Record<string, Record<string, unknown>> = {
	check: { resource: 'connection', operation: 'check' },
	createOrGet: {
		resource: 'complaint',
		operation: 'createOrGet',
		caseReference: onCase.identifier,
		description: 'Lift staat stil',
	},
	get: { resource: 'complaint', operation: 'get', ...onCase },
	setState: { resource: 'complaint', operation: 'setState', ...onCase, caseState: 'inProgress' },
	addComment: { resource: 'complaint', operation: 'addComment', ...onCase, commentText: 'Monteur komt' },
	getHistory: { resource: 'complaint', operation: 'getHistory', ...onCase },
	getMany: { resource: 'complaint', operation: 'getMany', from: '2020-01-01' },
	getFigures: { resource: 'complaint', operation: 'getFigures', from: '2020-01-01' },
	create: {
		operation: 'create',
		definition,
		fields: { field: [{ name: 'Description', type: 'text', value: 'Deur klemt' }] },
		referenceField: 'FreeString1',
		reference: onCase.identifier,
	},
	read: { operation: 'read', definition, readIn: 'syscode', fromSyscode: itsSyscode, returnAll: true },
	lookUp: { operation: 'lookUp', definition, lookUpValue: onCase.identifier },
	update: {
		operation: 'update',
		definition,
		filter: filter(itsSyscode),
		fields: { field: [{ name: 'Comment', type: 'text', value: 'bijgewerkt' }] },
	},
	execute: { operation: 'execute', definition, filter: filter(itsSyscode), method: 'BomSave' },
	changeState: { operation: 'changeState', definition, filter: filter(itsSyscode), state: 'UsrCompleted' },
	batch: { operation: 'batch', batchAction: 'read', definition, filter: filter(itsSyscode) },
	upload: { resource: 'file', operation: 'upload' },
	download: {
		resource: 'file',
		operation: 'download',
		downloadBody: "={{ JSON.stringify({ fileKey: $('upload').first().json.fileKey }) }}",
	},
	delete: { operation: 'delete', definition, filter: filter(itsSyscode) },
};

/** A folder with a workflow that starts by a webhook, runs every step, and answers with what each gave. */
export function planonWorkflow(): string {
	const planon = Object.entries(STEPS).map(([name, parameters]) => ({
		name,
		type: 'n8n-nodes-regie.planon',
		typeVersion: 1,
		parameters: { resource: 'record', ...parameters },
		credentials: { planonApi: { id: 'regiePlanon0001', name: 'Planon' } },
		executeOnce: true,
	}));
	const before = planon.findIndex(({ name }) => name === 'upload');
	const all = Object.keys(STEPS).map((name) => `"${name}": $('${name}').all().map((item) => item.json)`);
	const nodes = [
		{
			name: 'Webhook',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: PLANON_PATH,
			parameters: { path: PLANON_PATH, httpMethod: 'POST', responseMode: 'lastNode' },
		},
		...planon.slice(0, before),
		{
			name: 'File',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: {
				operation: 'toText',
				sourceProperty: 'Description',
				options: { fileName: 'melding.txt' },
			},
		},
		...planon.slice(before),
		{
			name: 'All',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			executeOnce: true,
			parameters: { mode: 'raw', jsonOutput: `={{ { ${all.join(', ')} } }}` },
		},
	].map((node, index) => ({ ...node, id: `planon-step-${index}`, position: [index * 200, 0] }));
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1]!.name, type: 'main', index: 0 }]] },
			]),
	);
	const folder = mkdtempSync(join(tmpdir(), 'planon-workflow-'));
	const workflow = {
		id: PLANON_WORKFLOW,
		name: 'Planon: every operation',
		nodes,
		connections,
		active: false,
		settings: { executionOrder: 'v1', timezone: 'Europe/Amsterdam' },
	};
	writeFileSync(join(folder, 'planon.json'), JSON.stringify(workflow));
	return folder;
}
