import type { MailServer } from './dovecot';
import type { SmtpSink } from './smtp-sink';
import type { TopdeskSimulator } from '../simulators/topdesk';
import type { PlanonSimulator } from '../simulators/planon';

/** A credential as `n8n import:credentials` takes it. */
export interface ImportedCredential {
	id: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The credentials that the workflows name, by type. Their ids are part of the exported workflows. */
export type DeskCredentials = Record<
	'topdeskApi' | 'planonApi' | 'signalMailboxApi' | 'signalRegisterApi',
	ImportedCredential
>;

/** Credentials that fit the servers of a test or the demo. */
export function credentialsFor(desk: {
	mail: MailServer;
	outgoing: SmtpSink;
	topdesk: TopdeskSimulator;
	planon: PlanonSimulator;
	registerFile: string;
}): DeskCredentials {
	return {
		topdeskApi: {
			id: 'regieTopdesk01',
			name: 'TOPdesk',
			type: 'topdeskApi',
			data: {
				baseUrl: desk.topdesk.url,
				username: desk.topdesk.user,
				applicationPassword: desk.topdesk.password,
				allowUnauthorizedCerts: false,
			},
		},
		planonApi: {
			id: 'regiePlanon0001',
			name: 'Planon',
			type: 'planonApi',
			data: {
				baseUrl: desk.planon.url,
				basePath: '/sdk/system/rest/v2',
				accessKey: desk.planon.accessKey,
				testDefinition: 'UsrRequest',
				allowUnauthorizedCerts: false,
			},
		},
		signalMailboxApi: {
			id: 'regieMailbox001',
			name: 'Mailbox Dienstencentrum',
			type: 'signalMailboxApi',
			data: {
				imapHost: desk.mail.host,
				imapPort: desk.mail.port,
				imapSecurity: 'none',
				user: desk.mail.user,
				password: desk.mail.password,
				smtpHost: desk.outgoing.host,
				smtpPort: desk.outgoing.port,
				smtpSecurity: 'none',
				smtpAuthentication: 'none',
				fromAddress: 'dienstencentrum@dienstencentrum.example',
				fromName: 'Dienstencentrum',
				allowUnauthorizedCerts: false,
			},
		},
		signalRegisterApi: {
			id: 'regieRegister01',
			name: 'Signalenregister',
			type: 'signalRegisterApi',
			data: { databaseFile: desk.registerFile },
		},
	};
}
