import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeConnectionTypes, type INodeProperties, type INodeType } from 'n8n-workflow';
import { Pdc } from '../../nodes/Pdc/Pdc.node';
import { Planon } from '../../nodes/Planon/Planon.node';
import { PlanonTrigger } from '../../nodes/Planon/PlanonTrigger.node';
import { SignalClassifier } from '../../nodes/SignalClassifier/SignalClassifier.node';
import { SignalMailbox } from '../../nodes/SignalMailbox/SignalMailbox.node';
import { SignalMailboxTrigger } from '../../nodes/SignalMailbox/SignalMailboxTrigger.node';
import { SignalRegister } from '../../nodes/SignalRegister/SignalRegister.node';
import { operationOf } from '../../nodes/SignalRegister/resources';
import { SupplierReport } from '../../nodes/SupplierReport/SupplierReport.node';
import { Topdesk } from '../../nodes/Topdesk/Topdesk.node';
import { TopdeskTrigger } from '../../nodes/Topdesk/TopdeskTrigger.node';

const FOLDER = join(__dirname, '..', '..', 'workflows');
const OURS: Record<string, INodeType> = Object.fromEntries(
	[
		Pdc,
		Planon,
		PlanonTrigger,
		SignalClassifier,
		SignalMailbox,
		SignalMailboxTrigger,
		SignalRegister,
		SupplierReport,
		Topdesk,
		TopdeskTrigger,
	].map((Node) => {
		const node: INodeType = new Node();
		return [`n8n-nodes-regie.${node.description.name}`, node];
	}),
);

interface WorkflowNode {
	id: string;
	name: string;
	type: string;
	position: [number, number];
	parameters: Record<string, unknown>;
	onError?: string;
}
interface Workflow {
	id: string;
	settings: { errorWorkflow?: string };
	nodes: WorkflowNode[];
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
}

const workflows = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Workflow] as const);

const shownFor = ({ displayOptions }: INodeProperties, parameters: Record<string, unknown>): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) =>
			!['resource', 'operation'].includes(name) || values!.includes(parameters[name] as never),
	);

/** A node that other nodes can hang below, such as a chat model, is drawn wider: their names stand side by side in it. */
const isWide = (type: string): boolean => {
	const inputs = OURS[type]?.description.inputs ?? [];
	return (
		Array.isArray(inputs) &&
		inputs.some((input) => (typeof input === 'string' ? input : input.type) !== NodeConnectionTypes.Main)
	);
};

/** Where a node or a note is drawn. */
const boxOf = ({ name, type, position: [x, y], parameters }: WorkflowNode) => {
	const width = Number(parameters.width ?? (isWide(type) ? 220 : 100));
	return { name, x, y, right: x + width, bottom: y + Number(parameters.height ?? 100) };
};
type Box = ReturnType<typeof boxOf>;

/** Less than this between two nodes hides the line that connects them. */
const ROOM = 40;
const areOver = (one: Box, other: Box, room = 0): boolean =>
	one.x < other.right + room && other.x < one.right + room && one.y < other.bottom && other.y < one.bottom;

const ALARM = 'regieAlarm000001';

describe.each(workflows)('%s', (_, { id, settings, nodes, connections }) => {
	const named = new Map(nodes.map((node) => [node.name, node]));

	it('gives our nodes only fields that they have, and every field that they need', () => {
		for (const { name, type, parameters } of nodes) {
			const node = OURS[type];
			if (!node) {
				expect([name, type]).toEqual([name, expect.not.stringMatching(/^n8n-nodes-regie\./)]);
				continue;
			}
			const fields = node.description.properties.filter((field) => shownFor(field, parameters));
			const known = ['pollTimes', ...fields.map((field) => field.name)];
			expect([name, Object.keys(parameters).filter((field) => !known.includes(field))]).toEqual([name, []]);
			const open = fields.filter(
				(field) =>
					field.required &&
					field.default === '' &&
					!parameters[field.name] &&
					Object.keys(field.displayOptions?.show ?? {}).length <= 2,
			);
			expect([name, open.map((field) => field.name)]).toEqual([name, []]);
		}
	});

	it('raises the alarm when it stops with an error', () => {
		expect(settings.errorWorkflow).toBe(id === ALARM ? undefined : ALARM);
	});

	it('names the organisation and its addresses only where an administrator changes them', () => {
		const elsewhere = nodes.filter(
			({ name, type, parameters }) =>
				!['Instellingen', 'Leveranciers'].includes(name) &&
				type !== 'n8n-nodes-base.stickyNote' &&
				/dienstencentrum/i.test(JSON.stringify(parameters)),
		);
		expect(elsewhere.map(({ name }) => name)).toEqual([]);
	});

	it('connects nodes that are there, by outputs that they have', () => {
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		expect(named.size).toBe(nodes.length);
		for (const [from, { main }] of Object.entries(connections)) {
			const { type, parameters, onError } = named.get(from)!;
			const targets = main.flat().map(({ node }) => node);
			expect([from, targets.filter((target) => !named.has(target))]).toEqual([from, []]);
			if (type !== 'n8n-nodes-regie.signalRegister') continue;
			const { outputs = ['main'] } = operationOf(
				parameters.resource as string,
				parameters.operation as string,
			);
			expect(main.length).toBeLessThanOrEqual(outputs.length + (onError === 'continueErrorOutput' ? 1 : 0));
		}
	});

	it('has nothing on top of something else', () => {
		const boxes = nodes.map(boxOf);
		const over = boxes.flatMap((one, index) =>
			boxes
				.slice(index + 1)
				.filter((other) => areOver(one, other))
				.map((other) => `${one.name} and ${other.name}`),
		);
		expect(over).toEqual([]);
	});

	it('leaves room between nodes for the line that connects them', () => {
		const hidden = Object.entries(connections).flatMap(([from, { main }]) =>
			main
				.flat()
				.filter(({ node }) => areOver(boxOf(named.get(from)!), boxOf(named.get(node)!), ROOM))
				.map(({ node }) => `${from} to ${node}`),
		);
		expect(hidden).toEqual([]);
	});
});
