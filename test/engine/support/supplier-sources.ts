import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

const FILE = join(__dirname, '..', '..', '..', 'workflows', '11-pdc-leveranciers.json');

interface Source {
	bron: string;
	velden: Record<string, string>;
}

/** The nodes of workflow 11 that read a supplier's catalogue, and which of its fields fill which of ours. */
export function sourcesOfWorkflow() {
	const { nodes } = JSON.parse(readFileSync(FILE, 'utf8')) as {
		nodes: Array<{ name: string; parameters: INodeParameters }>;
	};
	const parametersOf = (name: string): INodeParameters => {
		const node = nodes.find((one) => one.name === name);
		if (!node) throw new Error(`Workflow 11 has no node named ${name}`);
		return node.parameters;
	};
	const { voorbeelden } = JSON.parse(String(parametersOf('Leveranciers').jsonOutput)) as {
		voorbeelden: Source[];
	};
	const mapping = (bron: string) => JSON.stringify(voorbeelden.find((one) => one.bron === bron)!.velden);
	return {
		kennis: { parameters: parametersOf('TOPdesk: kennisitems'), mapping: mapping('TOPdesk kennisitems') },
		planonSource: { parameters: parametersOf('Planon: records'), mapping: mapping('Planon') },
	};
}
