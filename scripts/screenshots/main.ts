import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Administrator } from '../../test/support/administrator';
import type { DeskCredentials } from '../../test/support/credentials';
import { startDesk, type Desk } from '../../test/support/desk';
import { startHoodiecrow } from '../../test/support/hoodiecrow';
import { Editor } from './editor';

const IMAGES = join(__dirname, '..', '..', 'docs', 'images');
const ASIDE = join(__dirname, '..', '..', '.runtime');
const WORKFLOWS = join(__dirname, '..', '..', 'workflows');

/** Panels that the handleiding shows: file of the workflow, node, and name of the picture. */
const PANELS = [
	['01-intake', 'Instellingen', '01-instellingen'],
	['01-intake', 'Classificeer', '01-classificeer'],
	['03-statusberichten', 'Termijnen', '03-termijnen'],
] as const;
const FORM = { workflow: '04-formulier-klantmanager', path: '/form/klantmanager' } as const;

/** The workflows that the documents show. `--all` puts a picture of every other one in .runtime. */
const SHOWN = ['01-intake', '02-opvolging', '03-statusberichten', '08-rapportage', '10-pdc-wijziging'];

/** The mailbox as an organisation fills it in, not the one of the tests: over TLS, with an example's name. */
const withExampleMailbox = (credentials: DeskCredentials): DeskCredentials => ({
	...credentials,
	signalMailboxApi: {
		...credentials.signalMailboxApi,
		data: {
			...credentials.signalMailboxApi.data,
			...{ imapHost: 'imap.dienstencentrum.example', imapPort: 993, imapSecurity: 'tls' },
			user: 'dienstencentrum@dienstencentrum.example',
			...{ smtpHost: 'smtp.dienstencentrum.example', smtpPort: 587, smtpSecurity: 'starttls' },
		},
	},
});

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

/** The workflow in this file, or the first one that has this node. */
function workflowWith(wanted: { file: string } | { node: string }): WorkflowFile {
	const found = workflowFiles().find(({ file, nodes }) =>
		'file' in wanted ? file === wanted.file : nodes.some(({ name }) => name === wanted.node),
	);
	if (!found) throw new Error(`There is no workflow with ${JSON.stringify(wanted)}`);
	return found;
}

/** What the handleiding shows beside canvases. */
async function forHandleiding(editor: Editor, { n8n, credentials }: Desk): Promise<void> {
	const image = (name: string) => {
		const file = join(IMAGES, `${name}.png`);
		console.log(file);
		return file;
	};
	for (const [workflow, node, picture] of PANELS) {
		await editor.panel(workflowWith({ file: workflow }).id, node, image(picture));
	}
	await editor.credential(credentials.signalMailboxApi.id, image('inloggegevens-mailbox'));
	await new Administrator(n8n.api, workflowWith({ file: FORM.workflow }).id).publish();
	await editor.publicPage(FORM.path, image(FORM.workflow));
}

async function main(): Promise<void> {
	const all = process.argv.includes('--all');
	const panels = process.argv.slice(2).filter((argument) => argument !== '--all');
	for (const folder of [IMAGES, ASIDE]) mkdirSync(folder, { recursive: true });
	const desk = await startDesk({
		startMail: startHoodiecrow,
		credentials: withExampleMailbox,
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
			await editor.panel(workflowWith({ node: nodeName }).id, nodeName, file);
			console.log(file);
		}
		if (panels.length === 0) await forHandleiding(editor, desk);
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
