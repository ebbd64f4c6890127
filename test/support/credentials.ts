import type { RegisterSettings } from '../../nodes/shared/storage/settings';
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

/** The credentials that the workflows name, most of them by type. Their ids are part of the exported workflows. */
export type DeskCredentials = Record<
	| 'topdeskApi'
	| 'planonApi'
	| 'signalMailboxApi'
	| 'signalRegisterApi'
	| 'smtp'
	| 'httpBasicAuth'
	| 'questionForm',
	ImportedCredential
>;

/** Credentials that fit the servers of a test or the demo. */
export function credentialsFor(desk: {
	mail: MailServer;
	outgoing: SmtpSink;
	topdesk: TopdeskSimulator;
	planon: PlanonSimulator;
	register: RegisterSettings;
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
		signalMailboxApi: mailboxCredential(desk.mail, desk.outgoing),
		signalRegisterApi: registerCredential(desk.register),
		smtp: {
			id: 'regieSmtp000001',
			name: 'Mailserver voor rapportages',
			type: 'smtp',
			data: {
				user: '',
				password: '',
				host: desk.outgoing.host,
				port: desk.outgoing.port,
				secure: false,
				disableStartTls: true,
				hostName: '',
			},
		},
		httpBasicAuth: {
			id: 'regieDashboard1',
			name: 'Dashboard coördinator',
			type: 'httpBasicAuth',
			data: { ...DASHBOARD_LOGIN },
		},
		questionForm: {
			id: 'regieFormLogin1',
			name: 'Formulier behandelaars',
			type: 'httpBasicAuth',
			data: { user: QUESTION_FORM_LOGIN.username, password: QUESTION_FORM_LOGIN.password },
		},
	};
}

/** Who may see the dashboard. */
export const DASHBOARD_LOGIN = { user: 'coordinator', password: 'dashboard-wachtwoord' } as const;

/** Who may ask customers questions; as a browser takes it. */
export const QUESTION_FORM_LOGIN = { username: 'behandelaar', password: 'vragen-wachtwoord' } as const;

/** Reads from `mail`, sends by `outgoing`. */
export const mailboxCredential = (
	mail: MailServer,
	outgoing: Pick<SmtpSink, 'host' | 'port'>,
): ImportedCredential => ({
	id: 'regieMailbox001',
	name: 'Mailbox Dienstencentrum',
	type: 'signalMailboxApi',
	data: {
		imapHost: mail.host,
		imapPort: mail.port,
		imapSecurity: 'none',
		user: mail.user,
		password: mail.password,
		smtpHost: outgoing.host,
		smtpPort: outgoing.port,
		smtpSecurity: 'none',
		smtpAuthentication: 'none',
		fromAddress: 'dienstencentrum@dienstencentrum.example',
		fromName: 'Dienstencentrum',
		allowUnauthorizedCerts: false,
	},
});

export const registerCredential = (register: RegisterSettings): ImportedCredential => ({
	id: 'regieRegister01',
	name: 'Signalenregister',
	type: 'signalRegisterApi',
	data: { ...register },
});
