import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLLOW_UP_WORKFLOW, INTAKE_WORKFLOW, startDesk, UPDATES_WORKFLOW } from '../../test/support/desk';
import { startHoodiecrow } from '../../test/support/hoodiecrow';
import { Editor } from './editor';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

/** Each workflow with a picture of its canvas, by the name of the picture. */
const CANVASES: Record<string, string> = {
	'01-intake': INTAKE_WORKFLOW,
	'02-opvolging': FOLLOW_UP_WORKFLOW,
	'03-statusberichten': UPDATES_WORKFLOW,
	'10-pdc-wijziging': 'regiePdcMelding1',
};

/** The workflow that has this node. */
function workflowWith(nodeName: string): string {
	const files = readdirSync(WORKFLOWS).map((file) => readFileSync(join(WORKFLOWS, file), 'utf8'));
	const all = files.map((file) => JSON.parse(file) as { id: string; nodes: Array<{ name: string }> });
	const found = all.find(({ nodes }) => nodes.some(({ name }) => name === nodeName));
	if (!found) throw new Error(`No workflow has a node named ${nodeName}`);
	return found.id;
}

async function main(): Promise<void> {
	mkdirSync(IMAGES, { recursive: true });
	const desk = await startDesk({
		startMail: startHoodiecrow,
		publish: [],
		log: (line) => console.log(`→ ${line}`),
	});
	try {
		const editor = await Editor.open(desk.n8n);
		for (const [name, workflowId] of Object.entries(CANVASES)) {
			const file = join(IMAGES, `${name}.png`);
			await editor.canvas(workflowId, file);
			console.log(file);
		}
		// Panels are for whoever works on a node: named on the command line, put aside in .runtime.
		for (const nodeName of process.argv.slice(2)) {
			const file = join(__dirname, '..', '..', '.runtime', `${nodeName.replace(/\W+/g, '-')}.png`);
			await editor.panel(workflowWith(nodeName), nodeName, file);
			console.log(file);
		}
		await editor.close();
	} finally {
		await desk.stop();
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
