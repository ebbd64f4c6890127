import type { Browser, Page } from 'playwright-core';
import { FORGOTTEN } from '../../nodes/shared/domain/forget';
import { NO_FLAGS } from '../../nodes/shared/domain/signal';
import { Register } from '../../nodes/shared/storage/register';
import { Administrator } from '../support/administrator';
import { openBrowser } from '../support/browser';
import { INTAKE_WORKFLOW, startDesk, type Desk } from '../support/desk';
import { eventually } from '../support/eventually';
import { startHoodiecrow } from '../support/hoodiecrow';
import { signalFor } from '../support/signals';
import { withParameters } from '../support/workflow-files';

jest.setTimeout(5 * 60_000);

const FORM = 'regieHeardForm01';
const RETENTION = 'regieRetention01';
const ALARM = 'regieAlarm000001';
const ADMINISTRATOR = 'functioneelbeheer@dienstencentrum.example';
const COORDINATOR = 'klachtencoordinator@dienstencentrum.example';
const often = { rule: { interval: [{ field: 'seconds', secondsInterval: 3 }] } };

describe('workflows 04 Formulier klantmanager, 06 Bewaartermijnen and 07 Alarm', () => {
	let desk: Desk;
	let register: Register;
	let browser: Browser;

	beforeAll(async () => {
		desk = await startDesk({
			startMail: startHoodiecrow,
			publish: [ALARM],
			workflowsDir: withParameters({
				'Elke nacht': often,
				'Elk kwartier': often,
			}),
		});
		// n8n is ready before the form of a workflow that was published at its start is there.
		await new Administrator(desk.n8n.api, FORM).publish();
		register = await Register.open(desk.register);
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await register?.close();
		await desk?.stop();
	});

	const subjectsTo = (address: string) =>
		desk.outgoing.messages
			.filter(({ envelope }) => envelope.to.includes(address))
			.map(({ subject }) => subject);

	async function fillIn(page: Page, changes: Record<string, string> = {}): Promise<void> {
		await page.goto(`${desk.n8n.url}/form/klantmanager`);
		await page.getByLabel('Uw naam').fill('Karin Smit');
		await page.getByLabel('Naam van de klant').fill('Jan de Vries');
		await page.getByLabel('E-mailadres van de klant').fill('j.devries@ministerie.example');
		await page.getByLabel('Leverancier').selectOption('FMH');
		await page.getByLabel('Soort').selectOption('klacht');
		await page.getByLabel('Wat is er aan de hand?').fill(changes.watIsEr ?? 'De zaal was niet schoon.');
		await page.getByLabel('Wat hebt u gedaan').fill(changes.gedaan ?? 'Gebeld met de teamleider.');
		await page.getByLabel('Wat moet er nog gebeuren?').selectOption(changes.vervolg ?? 'Ik pak het zelf op');
		await page.getByRole('button', { name: 'Registreer' }).click();
	}

	it('registers what a klantmanager heard, once, and shows the number', async () => {
		const page = await browser.newPage();
		await fillIn(page);
		await page.getByText('Geregistreerd onder nummer R-').waitFor();
		const [signal, ...others] = await register.search({});
		expect(others).toEqual([]);
		expect(signal).toMatchObject({
			customer: { name: 'Jan de Vries', email: 'j.devries@ministerie.example' },
			classification: { category: 'klacht', supplier: 'FMH' },
			status: 'in behandeling',
		});
		expect(await page.getByText('Geregistreerd onder nummer').innerText()).toContain(signal!.reference!);
		expect(signal!.actions).toContainEqual(
			expect.objectContaining({
				kind: 'gesprek',
				actor: 'Karin Smit',
				text: 'Gehoord en ingevuld door Karin Smit. Gedaan of afgesproken: Gebeld met de teamleider.',
			}),
		);
		await fillIn(page, { gedaan: 'Nog eens' });
		await page.getByText(`Dit signaal stond er al, onder nummer ${signal!.reference}`).waitFor();
		expect(await register.search({})).toHaveLength(1);
		await page.close();
	});

	it('says what to change when something is wrong, and registers nothing', async () => {
		const page = await browser.newPage();
		await page.goto(`${desk.n8n.url}/form/klantmanager`);
		// A list that was not updated in the page of somebody who had it open.
		await page.getByLabel('Leverancier').evaluate((list) => {
			(list as unknown as { innerHTML: string }).innerHTML = '<option value="Oude naam">Oude naam</option>';
		});
		await page.getByLabel('Uw naam').fill('Karin Smit');
		await page.getByLabel('Naam van de klant').fill('Jan de Vries');
		await page.getByLabel('Leverancier').selectOption('Oude naam');
		await page.getByLabel('Soort').selectOption('klacht');
		await page.getByLabel('Wat is er aan de hand?').fill('Iets nieuws.');
		await page.getByLabel('Wat moet er nog gebeuren?').selectOption('Ik pak het zelf op');
		await page.getByRole('button', { name: 'Registreer' }).click();
		await page.getByText('Leverancier: Kies een leverancier uit de lijst.').waitFor();
		expect(await register.search({})).toHaveLength(1);
		await page.close();
	});

	it('says so when something is out of order, tells the administrator, and takes the form again at once', async () => {
		const form = new Administrator(desk.n8n.api, FORM);
		const vervolg = 'De klachtencoördinator moet ernaar kijken';
		await form.saveSettings({ 'ontvangers.beoordelen': 'geen adres' });
		await form.publish();
		const page = await browser.newPage();
		await fillIn(page, { vervolg, watIsEr: 'De koffie is koud.' });
		await page.getByText('De beheerder heeft bericht.').waitFor();
		expect(subjectsTo(ADMINISTRATOR)).toContain('Storing in 04 Formulier klantmanager');
		const failed = (await register.search({ contains: 'koffie' }))[0]!;
		expect(failed.actions.at(-1)).toMatchObject({
			kind: 'fout',
			text: expect.stringContaining('E-mail aan coördinator') as string,
		});

		await form.saveSettings({ 'ontvangers.beoordelen': COORDINATOR });
		await form.publish();
		await fillIn(page, { vervolg, watIsEr: 'De koffie is koud.' });
		await page.getByText(`Geregistreerd onder nummer ${failed.reference}`).waitFor();
		expect(subjectsTo(COORDINATOR)).toEqual([`Te beoordelen: ${failed.reference}`]);
		const { actions } = await register.get(failed.reference!);
		expect(actions.filter(({ kind }) => kind === 'gesprek')).toHaveLength(1);
		await page.close();
	});

	it('mails the administrator once about a workflow that keeps failing', async () => {
		const retention = new Administrator(desk.n8n.api, RETENTION);
		await retention.saveSettings({ 'dagen.teksten': '0' });
		await retention.publish();
		await eventually(
			async () =>
				(await desk.n8n.api.executions(RETENTION)).filter(({ status }) => status === 'error').length >= 3 &&
				subjectsTo(ADMINISTRATOR).includes('Fout in workflow 06 Bewaartermijnen'),
			{ withinMs: 60_000, otherwise: 'nobody heard of the error' },
		);
		expect(
			subjectsTo(ADMINISTRATOR).filter((subject) => subject === 'Fout in workflow 06 Bewaartermijnen'),
		).toHaveLength(1);
	});

	it('forgets what was closed long enough ago, once the terms are right', async () => {
		const longAgo = await Register.open(desk.register, () => new Date(Date.now() - 3 * 86_400_000));
		const { signal } = await longAgo.register(signalFor('<oud@x>'), { by: 'test', minutes: 1 });
		await longAgo.completeIntake(signal.reference!, 'afgesloten', 'test');
		await longAgo.close();
		const retention = new Administrator(desk.n8n.api, RETENTION);
		await retention.saveSettings({ 'dagen.teksten': '2', 'dagen.naamEnAdres': '2' });
		await retention.publish();
		await eventually(async () => (await register.get(signal.reference!)).text === FORGOTTEN, {
			withinMs: 60_000,
			otherwise: 'the signal was not forgotten',
		});
		expect((await register.get(signal.reference!)).customer.email).toBeNull();
		expect(await register.search({ customerEmail: 'j.devries@ministerie.example' })).toHaveLength(2);
	});

	it('mails the administrator once when the intake needs attention', async () => {
		await register.register(
			signalFor('<kapot@x>', { flags: { ...NO_FLAGS, unparseable: true }, classification: null }),
			{ by: 'test', minutes: 1 },
		);
		const subject = 'De intake van signalen heeft aandacht nodig';
		await eventually(() => subjectsTo(ADMINISTRATOR).includes(subject), {
			withinMs: 60_000,
			otherwise: 'nobody heard that a mail could not be read',
		});
		const seen = new Set((await desk.n8n.api.executions(ALARM)).map(({ id }) => id));
		await eventually(
			async () =>
				(await desk.n8n.api.executions(ALARM)).filter(
					({ id, status }) => !seen.has(id) && status === 'success',
				).length >= 2,
			{ withinMs: 60_000, otherwise: 'the alarm did not look again' },
		);
		expect(subjectsTo(ADMINISTRATOR).filter((one) => one === subject)).toHaveLength(1);
	});

	it('mails the administrator when the mailbox of the intake can no longer be opened', async () => {
		await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).publish();
		const { data, ...credential } = desk.credentials.signalMailboxApi;
		await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).saveCredential({
			...credential,
			data: { ...data, password: 'verlopen' },
		});
		await eventually(() => subjectsTo(ADMINISTRATOR).includes('Fout in workflow 01 Intake'), {
			// It looks every minute.
			withinMs: 120_000,
			otherwise: () => `nobody heard of it\n${desk.n8n.output().slice(-2000)}`,
		});
	});
});
