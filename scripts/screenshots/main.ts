import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { INTAKE_WORKFLOW, startDesk } from '../../test/support/desk';
import { startHoodiecrow } from '../../test/support/hoodiecrow';
import { Editor } from './editor';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');

/** Each workflow with a picture of its canvas, by the name of the picture. */
const CANVASES: Record<string, string> = {
	'01-intake': INTAKE_WORKFLOW,
	'10-pdc-wijziging': 'regiePdcMelding1',
};

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
			await editor.panel(INTAKE_WORKFLOW, nodeName, file);
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
