import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

interface Workflow {
	id: string;
	name: string;
	nodes: Array<{
		name: string;
		parameters: { workflowId?: { value: string } };
		credentials?: Record<string, { name: string }>;
	}>;
	settings: {
		timezone: string;
		errorWorkflow?: string;
		saveDataSuccessExecution?: string;
		saveDataErrorExecution?: string;
		saveManualExecutions?: boolean;
		saveExecutionProgress?: boolean;
	};
}

const workflows = readdirSync(join(ROOT, 'workflows')).map(
	(file) => JSON.parse(readFileSync(join(ROOT, 'workflows', file), 'utf8')) as Workflow,
);
const namesWhere = (holds: (workflow: Workflow) => boolean) =>
	workflows.filter(holds).map(({ name }) => name);

/** The cells of a row of a table, by the text of its first cell. */
function row(document: string, first: string): string[] {
	const line = readFileSync(join(ROOT, 'docs', document), 'utf8')
		.split('\n')
		.find((one) => one.trim().startsWith(`| ${first} `));
	if (!line) throw new Error(`${document} has no row "${first}"`);
	const cells = line.split('|').slice(1, -1);
	return cells.map((cell) => cell.trim());
}

describe('what the handleiding says of importing', () => {
	const setting = (name: string) => row('handleiding.md', name).slice(1);
	const ALL = 'alle';

	it('names what the editor leaves out, and where it must be set', () => {
		expect(new Set(workflows.map(({ settings }) => settings.timezone))).toEqual(
			new Set(['Europe/Amsterdam']),
		);
		expect(setting('_Timezone_')).toEqual(['`Europe/Amsterdam`', ALL]);

		const alarm = workflows.find(({ name }) => name === '07 Alarm')!;
		expect(namesWhere(({ settings }) => settings.errorWorkflow !== alarm.id)).toEqual([alarm.name]);
		expect(setting('_Error Workflow_')).toEqual([`**${alarm.name}**`, `${ALL}, behalve ${alarm.name}`]);

		const keepNothing = namesWhere(({ settings }) => settings.saveDataSuccessExecution === 'none');
		expect(setting('_Save successful production executions_')).toEqual([
			'_Do not save_',
			keepNothing.join(', '),
		]);
		expect(namesWhere(({ settings }) => settings.saveExecutionProgress !== false)).toEqual([]);
		expect(setting('_Save execution progress_')).toEqual(['_Do not save_', ALL]);
	});

	it('names every setting that a workflow has', () => {
		const known = [
			...['timezone', 'errorWorkflow', 'saveDataSuccessExecution', 'saveExecutionProgress'],
			// What the editor gives every new workflow.
			'executionOrder',
		];
		const others = workflows.flatMap(({ settings }) => Object.keys(settings));
		expect(others.filter((name) => !known.includes(name))).toEqual([]);
	});

	it('names every step that starts another workflow, by an id that the editor does not keep', () => {
		const starts = workflows.flatMap(({ name, nodes }) =>
			nodes.flatMap((node) => {
				const id = node.parameters.workflowId?.value;
				return id ? [{ name, step: node.name, started: workflows.find((one) => one.id === id)?.name }] : [];
			}),
		);
		expect(new Set(starts.map(({ step }) => step)).size).toBe(1);
		const [{ step, started }] = starts as [(typeof starts)[number]];
		expect(setting(`de stap **${step}**, veld _Workflow_`)).toEqual([
			`**${started}**`,
			starts.map(({ name }) => name).join(', '),
		]);
	});

	it('names every credential as the workflows do, so that importing finds it', () => {
		const names = workflows.flatMap(({ nodes }) =>
			nodes.flatMap(({ credentials = {} }) => Object.values(credentials).map(({ name }) => name)),
		);
		for (const name of new Set(names)) expect(row('handleiding.md', name)).toHaveLength(3);
	});

	it('names the folder that the package has the workflows in', () => {
		const { name, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
			name: string;
			files: string[];
		};
		expect(files).toContain('workflows');
		for (const document of ['README.md', 'docs/handleiding.md']) {
			expect(readFileSync(join(ROOT, document), 'utf8')).toContain(
				`n8n import:workflow --separate --input="$HOME/.n8n/nodes/node_modules/${name}/workflows"`,
			);
		}
	});
});

describe('what n8n keeps of an execution', () => {
	const keepsNothing = ({ settings }: Workflow) => settings.saveDataSuccessExecution === 'none';

	it('is in the privacy document, per workflow', () => {
		const [, nothing] = row('privacy.md', 'niets');
		const [, all] = row('privacy.md', 'alles');
		expect(nothing!.split(', ')).toEqual(namesWhere(keepsNothing));
		expect(all!.split(', ')).toEqual(namesWhere((workflow) => !keepsNothing(workflow)));
	});

	it('is what failed, so that it can be retried', () => {
		expect(namesWhere(({ settings }) => settings.saveDataErrorExecution !== undefined)).toEqual([]);
	});

	it('is of trying in the editor what n8n is set to keep, as the privacy document says', () => {
		expect(namesWhere(({ settings }) => settings.saveManualExecutions !== undefined)).toEqual([]);
	});
});
