import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlanonSimulator, type PlanonSimulator } from '../simulators/planon';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { credentialsFor, type DeskCredentials } from './credentials';
import { type MailServer } from './dovecot';
import { startN8n, type N8nServer } from './n8n-server';
import { startSmtpSink, type SmtpSink } from './smtp-sink';
import type { TravellingClock } from './travelling-clock';

/** A whole regie desk on this machine: mail, the suppliers' systems, and n8n with the workflows. */
export interface Desk {
	mail: MailServer;
	outgoing: SmtpSink;
	topdesk: TopdeskSimulator;
	planon: PlanonSimulator;
	/** The register's SQLite file. */
	registerFile: string;
	/** What fits these servers. */
	credentials: DeskCredentials;
	n8n: N8nServer;
	stop(): Promise<void>;
}

export interface DeskOptions {
	startMail: () => Promise<MailServer>;
	workflowsDir?: string;
	/** Changes the credentials before they are imported, for example to a wrong password. */
	credentials?: (right: DeskCredentials) => DeskCredentials;
	/** Ids of the workflows that are published at the start. */
	publish?: string[];
	/** Of n8n; any free port when left out or taken. */
	preferredPort?: number;
	/** What n8n and the suppliers' systems go by, instead of the time that it is. */
	clock?: TravellingClock;
	log?: (line: string) => void;
}

export const INTAKE_WORKFLOW = 'regieIntake00001';
export const FOLLOW_UP_WORKFLOW = 'regieFollowUp001';
export const UPDATES_WORKFLOW = 'regieUpdates0001';

/** Starts everything, in an empty folder that goes when it stops. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
	const folder = mkdtempSync(join(tmpdir(), 'regie-desk-'));
	const registerFile = join(folder, 'register', 'register.sqlite');
	const [mail, outgoing, topdesk, planon] = await Promise.all([
		options.startMail(),
		startSmtpSink(),
		startTopdeskSimulator({ now: options.clock?.now }),
		startPlanonSimulator({ now: options.clock?.now }),
	]);
	const right = credentialsFor({ mail, outgoing, topdesk, planon, registerFile });
	const n8n = await startN8n({
		userFolder: join(folder, 'n8n'),
		credentials: options.credentials?.(right) ?? right,
		workflowsDir: options.workflowsDir ?? join(__dirname, '..', '..', 'workflows'),
		publish: options.publish ?? [INTAKE_WORKFLOW],
		preferredPort: options.preferredPort,
		env: options.clock?.env,
		log: options.log,
	});
	return {
		mail,
		outgoing,
		topdesk,
		planon,
		registerFile,
		credentials: right,
		n8n,
		async stop() {
			await n8n.stop();
			await Promise.all([mail.stop(), outgoing.stop(), topdesk.stop(), planon.stop()]);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
