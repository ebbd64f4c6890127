import type { ImportedCredential } from './credentials';
import { eventually } from './eventually';
import type { N8nApi } from './n8n-api';

interface WorkflowNode {
	name: string;
	parameters: Record<string, unknown>;
}

interface WorkflowVersion {
	versionId: string;
	nodes: WorkflowNode[];
	connections: unknown;
}

/** How far n8n is with starting a workflow's triggers. */
interface Publication {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: { errorMessage: string | null }[];
}

interface Assignment {
	name: string;
	value: string;
}

/** What a functional administrator does in the editor, over the same interface. */
export class Administrator {
	constructor(
		private readonly api: N8nApi,
		private readonly workflowId: string,
	) {}

	async saveCredential({ id, name, type, data }: ImportedCredential): Promise<void> {
		await this.api.send('patch', `/rest/credentials/${id}`, { name, type, data });
	}

	/** The Test button of a credential, with what is filled in. */
	async testCredential(credential: ImportedCredential): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.api.send('post', '/rest/credentials/test', { credentials: credential });
	}

	/** Changes values in the node Instellingen and saves the workflow. */
	async saveSettings(settings: Record<string, string>): Promise<void> {
		const { nodes, connections, versionId } = await this.workflow();
		const node = nodes.find(({ name }) => name === 'Instellingen');
		const { assignments } = (node?.parameters.assignments ?? { assignments: [] }) as {
			assignments: Assignment[];
		};
		for (const [name, value] of Object.entries(settings)) {
			const assignment = assignments.find((one) => one.name === `instellingen.${name}`);
			if (!assignment) throw new Error(`Instellingen has no ${name}`);
			assignment.value = value;
		}
		await this.api.send('patch', `/rest/workflows/${this.workflowId}`, { nodes, connections, versionId });
	}

	/**
	 * Publishes the workflow as it is saved; its trigger then looks in the mailbox at once. Throws what
	 * the editor shows when a trigger does not start.
	 * @param withinMs how long the first look of the trigger, which n8n waits for, may take
	 */
	async publish(withinMs = 60_000): Promise<void> {
		const path = `/rest/workflows/${this.workflowId}`;
		await this.api.send('post', `${path}/deactivate`, {});
		const { versionId } = await this.workflow();
		await this.api.send('post', `${path}/activate`, { versionId });
		// n8n answers before it has started the triggers.
		let publication: Publication | undefined;
		await eventually(
			async () => {
				publication = await this.api.get<Publication>(`${path}/publication-status`);
				return publication.status !== 'in_progress';
			},
			{ withinMs, otherwise: `the publication of ${this.workflowId} does not end` },
		);
		const { status, triggers } = publication!;
		if (status !== 'published') throw new Error(triggers.map(({ errorMessage }) => errorMessage).join('\n'));
	}

	private workflow(): Promise<WorkflowVersion> {
		return this.api.get(`/rest/workflows/${this.workflowId}`);
	}
}
