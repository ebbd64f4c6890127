import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { startDesk } from '../../test/support/desk';
import { startHoodiecrow } from '../../test/support/hoodiecrow';
import { Editor } from './editor';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const ASIDE = join(__dirname, '..', '..', '.runtime');
const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

/** The workflows that the documents show. `--all` puts a picture of every other one in .runtime. */
const SHOWN = ['01-intake', '02-opvolging', '03-statusberichten', '08-rapportage', '10-pdc-wijziging'];

interface WorkflowFile {
	/** Of the file, and of its picture. */
	file: string;
	id: string;
	nodes: Array<{ name: string }>;
}

const workflowFiles = (): WorkflowFile[] =>
	readdirSync(WORKFLOWS).map((name) => ({
		...(JSON.parse(readFileSync(join(WORKFLOWS, name), 'utf8')) as Omit<WorkflowFile, 'file'>),
		file: basename(name, '.json'),
	}));

/** The workflow that has this node. */
function workflowWith(nodeName: string): string {
	const found = workflowFiles().find(({ nodes }) => nodes.some(({ name }) => name === nodeName));
	if (!found) throw new Error(`No workflow has a node named ${nodeName}`);
	return found.id;
}

async function main(): Promise<void> {
	const all = process.argv.includes('--all');
	const panels = process.argv.slice(2).filter((argument) => argument !== '--all');
	for (const folder of [IMAGES, ASIDE]) mkdirSync(folder, { recursive: true });
	const desk = await startDesk({
		startMail: startHoodiecrow,
		publish: [],
		log: (line) => console.log(`→ ${line}`),
	});
	try {
		const editor = await Editor.open(desk.n8n);
		for (const { file: name, id } of workflowFiles()) {
			const shown = SHOWN.includes(name);
			if (!shown && !all) continue;
			const file = join(shown ? IMAGES : ASIDE, `${name}.png`);
			await editor.canvas(id, file);
			console.log(file);
		}
		// Panels are for whoever works on a node: named on the command line, put aside in .runtime.
		for (const nodeName of panels) {
			const file = join(ASIDE, `${nodeName.replace(/\W+/g, '-')}.png`);
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
