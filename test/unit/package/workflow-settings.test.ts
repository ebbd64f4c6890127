import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

interface Workflow {
	name: string;
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

	it('is for n8n to say where the privacy document says so: nothing between steps, and of trying', () => {
		expect(namesWhere(({ settings }) => settings.saveExecutionProgress !== false)).toEqual([]);
		expect(namesWhere(({ settings }) => settings.saveManualExecutions !== undefined)).toEqual([]);
	});
});
