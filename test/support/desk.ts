import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RegisterSettings } from '../../nodes/shared/storage/settings';
import { startPlanonSimulator, type PlanonSimulator } from '../simulators/planon';
import { startTopdeskSimulator, type TopdeskSimulator } from '../simulators/topdesk';
import { credentialsFor, type DeskCredentials } from './credentials';
import { type MailServer } from './dovecot';
import { startN8nQueue, type N8nQueue } from './n8n-queue';
import { startN8n, type N8nOptions, type N8nServer } from './n8n-server';
import { startQueueServices, type QueueServices } from './queue-services';
import { startSmtpSink, type SmtpSink } from './smtp-sink';
import type { TravellingClock } from './travelling-clock';

/** A whole regie desk on this machine: mail, the suppliers' systems, and n8n with the workflows. */
export interface Desk {
	mail: MailServer;
	outgoing: SmtpSink;
	topdesk: TopdeskSimulator;
	planon: PlanonSimulator;
	/** Where the register is. */
	register: RegisterSettings;
	/** What fits these servers. */
	credentials: DeskCredentials;
	/** In queue mode the main process. */
	n8n: N8nServer;
	/** Null unless it runs in queue mode. */
	queue: (N8nQueue & { services: QueueServices }) | null;
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
	/** Runs n8n in queue mode, with so many workers, and the register on PostgreSQL. */
	queue?: { workers: number };
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
	const [mail, outgoing, topdesk, planon, services] = await Promise.all([
		options.startMail(),
		startSmtpSink(),
		startTopdeskSimulator({ now: options.clock?.now }),
		startPlanonSimulator({ now: options.clock?.now }),
		options.queue ? startQueueServices() : null,
	]);
	const register = services?.register ?? { databaseFile: join(folder, 'register', 'register.sqlite') };
	const right = credentialsFor({ mail, outgoing, topdesk, planon, register });
	const settings: N8nOptions = {
		userFolder: join(folder, 'n8n'),
		credentials: options.credentials?.(right) ?? right,
		workflowsDir: options.workflowsDir ?? join(__dirname, '..', '..', 'workflows'),
		publish: options.publish ?? [INTAKE_WORKFLOW],
		preferredPort: options.preferredPort,
		settings: options.clock?.env,
		log: options.log,
	};
	const queue = services && {
		...(await startN8nQueue({ ...settings, services, workers: options.queue!.workers })),
		services,
	};
	const n8n = queue?.main ?? (await startN8n(settings));
	return {
		mail,
		outgoing,
		topdesk,
		planon,
		register,
		credentials: right,
		n8n,
		queue,
		async stop() {
			await (queue ?? n8n).stop();
			await Promise.all([mail, outgoing, topdesk, planon, services].map((server) => server?.stop()));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
