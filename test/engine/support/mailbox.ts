import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { SignalMailboxApi } from '../../../credentials/SignalMailboxApi.credentials';
import { SignalRegisterApi } from '../../../credentials/SignalRegisterApi.credentials';
import { SignalMailbox } from '../../../nodes/SignalMailbox/SignalMailbox.node';
import { SignalMailboxTrigger } from '../../../nodes/SignalMailbox/SignalMailboxTrigger.node';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import { hasDovecot, startDovecot, type MailServer } from '../../support/dovecot';
import { pollNode, runNode, type TestCredentials } from '../../support/engine';
import { startHoodiecrow } from '../../support/hoodiecrow';
import { buildMail, type MailToBuild } from '../../support/mail-builder';
import { signalFor } from '../../support/signals';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { temporaryFolder } from '../../support/temp-folder';

export const OWN_ADDRESS = 'dienstencentrum@ministerie.example';
export const REFERENCE = 'R-2026-000123';

const startMailServer = hasDovecot() ? startDovecot : startHoodiecrow;

export const signalOf = ({ json }: INodeExecutionData) => json.signal as unknown as Signal;

/** An item with a signal that has a reference, to vary on. */
export const signalItem = (
	changes: Partial<Signal> = {},
	binary?: INodeExecutionData['binary'],
): INodeExecutionData =>
	({
		json: { signal: { ...signalFor('<een@minvenj.example>'), reference: REFERENCE, ...changes } },
		...(binary && { binary }),
	}) as unknown as INodeExecutionData;

/**
 * A mail server for the tests of a file, and for each test a folder, a register and a way out of its own; with
 * the two nodes that use them.
 */
export class MailboxUnderTest {
	server!: MailServer;
	sink!: SmtpSink;
	folder = '';
	databaseFile = '';
	private tests = 0;

	constructor() {
		const registers = temporaryFolder();
		beforeAll(async () => void (this.server = await startMailServer()), 20_000);
		afterAll(() => this.server.stop());
		beforeEach(async () => {
			this.tests += 1;
			this.folder = `Post ${this.tests}`;
			this.databaseFile = join(registers, `${this.tests}.sqlite`);
			this.sink = await startSmtpSink({ user: 'verzender', password: 'geheim-post' });
		});
		afterEach(() => this.sink.stop());
	}

	/** @param changes to the credential of the mailbox */
	credentials(changes: object = {}): TestCredentials {
		const { server, sink, databaseFile } = this;
		return {
			signalMailboxApi: {
				definition: new SignalMailboxApi(),
				data: {
					imapHost: server.host,
					imapPort: server.port,
					imapSecurity: 'none',
					user: server.user,
					password: server.password,
					smtpHost: sink.host,
					smtpPort: sink.port,
					smtpSecurity: 'none',
					smtpAuthentication: 'own',
					smtpUser: 'verzender',
					smtpPassword: 'geheim-post',
					fromAddress: OWN_ADDRESS,
					fromName: 'Dienstencentrum',
					...changes,
				},
			},
			signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } },
		};
	}

	async deliver(changes: Partial<MailToBuild> = {}, folder = this.folder): Promise<void> {
		const mail = {
			from: { name: 'Jan de Vries', address: 'J.deVries@minvenj.example' },
			to: OWN_ADDRESS,
			subject: 'Laptop start niet op',
			text: 'Mijn laptop start niet meer op.\n\nGroet,\nJan',
			...changes,
		};
		await this.server.deliver(await buildMail(mail), folder);
	}

	/** What the trigger gives now; null when there is nothing. */
	poll(parameters: INodeParameters = {}, options: object = {}): Promise<INodeExecutionData[][] | null> {
		return pollNode({
			node: new SignalMailboxTrigger(),
			credentials: this.credentials(),
			parameters: { folder: this.folder, ...parameters },
			...options,
		});
	}

	async onlyItem(parameters: INodeParameters = {}): Promise<INodeExecutionData> {
		const [items] = (await this.poll(parameters))!;
		expect(items).toHaveLength(1);
		return items![0]!;
	}

	/** @param changes to the credential of the mailbox */
	run(
		parameters: INodeParameters,
		{ changes = {}, ...options }: Partial<Parameters<typeof runNode>[0]> & { changes?: object } = {},
	) {
		const credentials = this.credentials(changes);
		return runNode({ node: new SignalMailbox(), credentials, parameters, ...options });
	}

	async withRegister<T>(work: (register: Register) => Promise<T>): Promise<T> {
		const register = await Register.open({ databaseFile: this.databaseFile });
		try {
			return await work(register);
		} finally {
			await register.close();
		}
	}
}
