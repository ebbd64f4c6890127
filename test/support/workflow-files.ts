import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

interface WorkflowFile {
	nodes: Array<{ name: string; parameters: Record<string, unknown> }>;
}

/**
 * A copy of the workflows in which these nodes have these parameters changed, as an administrator
 * would do in the editor. Says so when there is no node of that name.
 */
export function withParameters(changes: Record<string, Record<string, unknown>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'regie-workflows-'));
	cpSync(WORKFLOWS, folder, { recursive: true });
	const open = new Set(Object.keys(changes));
	for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
		const workflow = JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowFile;
		for (const node of workflow.nodes) {
			if (changes[node.name]) Object.assign(node.parameters, changes[node.name]);
			open.delete(node.name);
		}
		writeFileSync(join(folder, file), JSON.stringify(workflow));
	}
	if (open.size) throw new Error(`No workflow has a node named ${[...open].join(', ')}`);
	return folder;
}
