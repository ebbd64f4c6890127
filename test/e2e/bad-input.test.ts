import unusedPort from 'get-port';
import { Register } from '../../nodes/shared/storage/register';
import type { Signal } from '../../nodes/shared/domain/signal';
import { Administrator } from '../support/administrator';
import type { ImportedCredential } from '../support/credentials';
import { INTAKE_WORKFLOW, startDesk, type Desk } from '../support/desk';
import { startDovecotWith } from '../support/dovecot-with';
import { eventually } from '../support/eventually';
import { intakeMails, messageIdOf } from '../support/intake-mails';
import { listFolder } from '../support/mail-folder';
import { withParameters } from '../support/workflow-files';
import { endState, expectEverythingHandledOnce } from './support/end-state';
import { secretsIn, traces } from './support/secrets';

jest.setTimeout(10 * 60_000);

/** A fault and a complaint for TOPdesk, a fault and a complaint for Planon, and a wish. */
const [ictFault, ictComplaint, buildingFault, buildingComplaint, wish] = [
	'I-002',
	'I-014',
	'I-001',
	'I-012',
	'I-036',
].map((id) => intakeMails().find((mail) => mail.id === id)!);
const mails = [ictFault!, ictComplaint!, buildingFault!, buildingComplaint!, wish!];
const subjects = (...some: typeof mails) => some.map(({ subject }) => subject).sort();

const withData = (credential: ImportedCredential, data: object): ImportedCredential => ({
	...credential,
	data: { ...credential.data, ...data },
});

const WRONG_PASSWORD = 'verkeerd-wachtwoord';

/** One story: an administrator sets the desk up with everything wrong, and mends one thing after another. */
describe('a desk that is set up wrong', () => {
	let desk: Desk;
	let administrator: Administrator;

	beforeAll(async () => {
		const wrongPort = await unusedPort({ host: '127.0.0.1' });
		desk = await startDesk({
			publish: [],
			// What failed is tried again when its mail is shown again: after a minute here, to keep the test short.
			workflowsDir: withParameters({ 'Nieuwe mail': { leaseMinutes: 1 } }),
			credentials: (right) => ({
				...right,
				signalMailboxApi: withData(right.signalMailboxApi, { password: WRONG_PASSWORD }),
				signalRegisterApi: withData(right.signalRegisterApi, { databaseFile: '/dev/null/register.sqlite' }),
				topdeskApi: withData(right.topdeskApi, { baseUrl: `http://127.0.0.1:${wrongPort}` }),
			}),
			startMail: () => startDovecotWith(mails),
		});
		administrator = new Administrator(desk.n8n.api, INTAKE_WORKFLOW);
		await administrator.saveSettings({
			'planon.definitie.klacht': 'UsrKlachten',
			'topdesk.categorie.klacht': 'Bejegeningen',
		});
	});
	afterAll(async () => await desk?.stop());

	const inbox = async () => (await listFolder(desk.mail, 'INBOX')).sort();

	/** What went wrong last with the signal of this mail, as the register has it. */
	async function lastFailure(mail: (typeof mails)[number]): Promise<string | undefined> {
		const register = await Register.open(desk.register);
		const signals: Signal[] = await register.search({ limit: 100 });
		await register.close();
		const signal = signals.find(({ source }) => source.messageId === messageIdOf(mail));
		return signal?.actions.findLast(({ kind }) => kind === 'fout')?.text;
	}

	const inboxBecomes = async (...left: typeof mails) =>
		await eventually(async () => JSON.stringify(await inbox()) === JSON.stringify(subjects(...left)), {
			withinMs: 180_000,
			otherwise: `the INBOX should hold only ${subjects(...left).join(', ')}`,
		});

	it('will not be published with a wrong mailbox password, and says which password', async () => {
		await expect(administrator.publish()).rejects.toThrow(/refuses user "dienstencentrum"/);
		const { signalMailboxApi } = desk.credentials;
		expect(await administrator.testCredential(signalMailboxApi)).toMatchObject({ status: 'OK' });
		const wrong = withData(signalMailboxApi, { password: WRONG_PASSWORD });
		expect(await administrator.testCredential(wrong)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Check User and Password in the Signal Mailbox credential') as string,
		});
		expect(await inbox()).toEqual(subjects(...mails));
	});

	it('leaves every mail in place while the register cannot be written, and says where it should be', async () => {
		await administrator.saveCredential(desk.credentials.signalMailboxApi);
		await administrator.publish();
		const failed = await desk.n8n.api.executionWithStatus(INTAKE_WORKFLOW, 'error');
		expect(failed).toContain('The register cannot be opened or written at /dev/null/register.sqlite');
		expect(await inbox()).toEqual(subjects(...mails));
		expect(desk.outgoing.messages).toEqual([]);
	});

	it('handles what can be handled while TOPdesk is unreachable and Planon lacks a definition', async () => {
		await administrator.saveCredential(desk.credentials.signalRegisterApi);
		await administrator.publish();
		await inboxBecomes(ictFault!, ictComplaint!, buildingComplaint!);
		expect(await lastFailure(ictFault!)).toMatch(
			/^TOPdesk: melding maken: Cannot reach 127\.0\.0\.1:\d+: the server refuses the connection\. Check the address and port/,
		);
		expect(await lastFailure(buildingComplaint!)).toMatch(
			/^Planon: melding maken: Planon does not know the definition 'UsrKlachten'.*Ask your Planon administrator/,
		);
		expect(desk.planon.records('UsrRequest')).toHaveLength(1);
	});

	it('warns the administrator once', () => {
		const warnings = desk.outgoing.messages.filter(({ subject }) => subject.startsWith('Storing in'));
		expect(warnings.map(({ envelope, subject }) => [envelope.to, subject])).toEqual([
			[['functioneelbeheer@dienstencentrum.example'], 'Storing in 01 Intake'],
		]);
	});

	it('says which category TOPdesk does not know, once TOPdesk can be reached', async () => {
		await administrator.saveCredential(desk.credentials.topdeskApi);
		await administrator.saveSettings({ 'planon.definitie.klacht': 'UsrComplaint' });
		await administrator.publish();
		await inboxBecomes(ictComplaint!);
		expect(await lastFailure(ictComplaint!)).toMatch(
			/^TOPdesk: melding maken: TOPdesk does not know the category 'Bejegeningen'\. Choose one of the categories/,
		);
	});

	it('ends as if nothing had been wrong once all is mended', async () => {
		await administrator.saveSettings({ 'topdesk.categorie.klacht': 'Dienstverlening' });
		await administrator.publish();
		await inboxBecomes();
		const state = await endState(desk);
		expectEverythingHandledOnce(state, mails);
	});

	it('leaves no password or key in the logs, the executions, the register or a mail', async () => {
		const { signalMailboxApi, ...others } = desk.credentials;
		const wrong = withData(signalMailboxApi, { password: WRONG_PASSWORD });
		const secrets = secretsIn([signalMailboxApi, wrong, ...Object.values(others)]);
		expect(secrets).toEqual(expect.arrayContaining([desk.topdesk.password, desk.planon.accessKey]));
		await desk.n8n.stop();
		const all = traces(desk);
		// What is looked through holds what happened, so a password that was written would be in it.
		expect(all.some(({ content }) => content.includes('Bejegeningen'))).toBe(true);
		const leaks = all.flatMap(({ where, content }) =>
			secrets.filter((secret) => content.includes(secret)).map((secret) => `${secret} in ${where}`),
		);
		expect(leaks).toEqual([]);
	});
});
