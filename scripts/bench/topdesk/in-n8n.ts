import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import type { ImportedCredential } from '../../../test/support/credentials';
import { startN8n, type N8nServer } from '../../../test/support/n8n-server';
import { eventually } from '../../../test/support/eventually';
import { ProcessWatch } from '../process-watch';

/** Where the simulator is, and who may ask it. */
export interface Address {
	url: string;
	user: string;
	password: string;
}

/** A workflow that lists incidents, and with which pages. */
export interface Side {
	what: string;
	workflow: 'node' | 'http-request';
	pageSize: number;
	/** Stops after this many pages; when left out, after the last one. */
	maxPages?: number;
}

/** What listing once took in n8n. */
export interface Measured {
	incidents: number;
	requests: number;
	seconds: number;
	idleMb: number;
	peakMb: number;
}

/** As the node Summarize says it at the end of both workflows. */
interface Counted {
	count_number: number;
	unique_count_number: number;
}

const WORKFLOWS = join(__dirname, '..', 'workflows', 'topdesk');
const PATHS = { node: 'topdesk-node', 'http-request': 'topdesk-http-request' };
const SETTLE_MS = 2000;

/** A real n8n with the workflows of both sides, each called by its webhook. */
export class ListingN8n {
	private constructor(
		private readonly n8n: N8nServer,
		private readonly folder: string,
		private readonly address: Address,
	) {}

	static async start(address: Address): Promise<ListingN8n> {
		const folder = mkdtempSync(join(tmpdir(), 'regie-bench-'));
		const n8n = await startN8n({
			userFolder: join(folder, 'n8n'),
			credentials: credentialsFor(address),
			workflowsDir: WORKFLOWS,
			publish: ['benchTopdeskNode', 'benchTopdeskHttp'],
		});
		return new ListingN8n(n8n, folder, address);
	}

	/**
	 * Lists once, in an n8n that was started for it: so the memory is that of this one list. The time is
	 * that of the whole execution, from the call of the webhook to its answer.
	 * @param requests how many requests the simulator had so far
	 */
	async measure(
		{ what, workflow, pageSize, maxPages = 1_000_000 }: Side,
		requests: () => Promise<number>,
	): Promise<Measured> {
		// After a SIGKILL, as `restart` does it, the webhooks did not answer for a minute.
		await this.n8n.kill('SIGTERM');
		await this.n8n.restart();
		// One incident: what n8n loads at a first execution is not what is measured. Webhooks come some time after the start.
		await eventually(
			async () =>
				await this.call(workflow, { pageSize: 1, limit: 1, maxPages: 1 }).then(
					() => true,
					() => false,
				),
			{ withinMs: 60_000, everyMs: 500, otherwise: `the workflow of ${what} does not list one incident` },
		);
		await sleep(SETTLE_MS);
		const before = await requests();
		const watch = new ProcessWatch(this.n8n.pid);
		const started = performance.now();
		const counted = await this.call(workflow, { pageSize, limit: 0, maxPages });
		const seconds = (performance.now() - started) / 1000;
		watch.stop();
		const { count_number: incidents, unique_count_number: distinct } = counted;
		if (distinct !== incidents) throw new Error(`${what} gave ${incidents - distinct} incidents twice`);
		return {
			incidents,
			requests: (await requests()) - before,
			seconds,
			idleMb: watch.idleMb,
			peakMb: watch.peakMb,
		};
	}

	async stop(): Promise<void> {
		await this.n8n.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}

	private async call(workflow: Side['workflow'], asked: object): Promise<Counted> {
		const body = { ...asked, url: this.address.url };
		const { data } = await axios.post(`${this.n8n.url}/webhook/${PATHS[workflow]}`, body, { proxy: false });
		return data;
	}
}

const credentialsFor = ({ url, user, password }: Address): Record<string, ImportedCredential> => ({
	topdeskApi: {
		id: 'regieTopdesk01',
		name: 'TOPdesk',
		type: 'topdeskApi',
		data: { baseUrl: url, username: user, applicationPassword: password, allowUnauthorizedCerts: false },
	},
	httpBasicAuth: {
		id: 'benchBasic00001',
		name: 'TOPdesk',
		type: 'httpBasicAuth',
		data: { user, password },
	},
});
