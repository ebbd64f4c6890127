import type { Browser } from 'playwright-core';
import { Register } from '../../nodes/shared/storage/register';
import { Administrator } from '../support/administrator';
import { accessibilityViolations, openBrowser } from '../support/browser';
import { startDesk, type Desk } from '../support/desk';
import { eventually } from '../support/eventually';
import { startHoodiecrow } from '../support/hoodiecrow';
import { signalFor } from '../support/signals';
import { withParameters } from '../support/workflow-files';
import { arrivedAt, linkIn, mailsTo, mailTo, scan } from './support/linked-page';

jest.setTimeout(5 * 60_000);

const ASK = 'regieSatisfactn1';
const ANSWER = 'regieSatisfactn2';
const COORDINATOR = 'klachtencoordinator@dienstencentrum.example';

describe('workflow 05 Tevredenheid', () => {
	let desk: Desk;
	let register: Register;
	let browser: Browser;

	beforeAll(async () => {
		desk = await startDesk({
			startMail: startHoodiecrow,
			publish: [ANSWER],
			workflowsDir: withParameters({
				'Elk kwartier op werkdagen': { rule: { interval: [{ field: 'seconds', secondsInterval: 4 }] } },
			}),
		});
		register = await Register.open(desk.register);
		browser = await openBrowser();
		const asking = new Administrator(desk.n8n.api, ASK);
		await asking.saveSettings({
			pagina: `${desk.n8n.url}/webhook/tevredenheid`,
			percentage: '100',
			urenNaAfsluiten: '0',
		});
		await asking.publish();
	});
	afterAll(async () => {
		await browser?.close();
		await register?.close();
		await desk?.stop();
	});

	/** A signal of this customer that was closed. */
	async function close(name: string): Promise<string> {
		const customer = { name, email: `${name.toLowerCase()}@ministerie.example`, organisation: null };
		const { signal } = await register.register(signalFor(`<${name}@x>`, { customer }), {
			by: 'test',
			minutes: 1,
		});
		await register.completeIntake(signal.reference!, 'afgesloten', 'test');
		return signal.reference!;
	}

	/** The link in the mail that this customer gets. */
	async function linkFor(name: string): Promise<string> {
		const mail = await mailTo(desk, `${name.toLowerCase()}@ministerie.example`);
		expect(mail.headers).toMatchObject({ 'auto-submitted': 'auto-replied' });
		return linkIn(mail);
	}

	it('asks a customer once, and takes an answer by keyboard alone, without script, after scanners came by', async () => {
		const reference = await close('Anna');
		const link = await linkFor('Anna');

		expect(await scan(link)).toContain('Bent u tevreden?');
		expect(await register.satisfaction.answerOf(reference)).toBeNull();

		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(link);
		expect(await page.locator('p').first().innerText()).toContain(reference);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Snel en vriendelijk geholpen.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await arrivedAt(page, 'Bedankt');

		expect(await register.satisfaction.answerOf(reference)).toMatchObject({ answer: 'tevreden' });
		const { actions, status } = await register.get(reference);
		expect(status).toBe('afgesloten');
		expect(actions.filter(({ kind }) => kind === 'tevredenheid')).toEqual([
			expect.objectContaining({ text: 'De klant is tevreden: Snel en vriendelijk geholpen.' }),
		]);

		await page.goto(link);
		await arrivedAt(page, 'Deze link is al gebruikt');
		expect(mailsTo(desk, 'anna@ministerie.example')).toHaveLength(1);
		await context.close();
	});

	it('has no accessibility violations on any page', async () => {
		await close('Bert');
		const link = await linkFor('Bert');
		const page = await browser.newPage();
		const seen: Record<string, string[]> = {};
		const look = async () => {
			seen[await page.title()] = await accessibilityViolations(page);
		};

		await page.goto(link);
		await look();
		await page.locator('button').click();
		await page.locator('.summary a').click();
		expect(await page.locator(':focus').getAttribute('name')).toBe('antwoord');
		await look();
		await page.getByLabel('Niet tevreden: kijk er opnieuw naar').check();
		await page.getByLabel('Toelichting').fill('De printer doet het nog steeds niet.');
		await page.locator('button').click();
		await arrivedAt(page, 'Bedankt');
		await look();
		await page.goto(link);
		await look();
		await page.goto(link.slice(0, -3));
		await look();
		const { token } = await register.links.issue({
			purpose: 'satisfaction',
			subject: 'R-2026-000001',
			validUntil: '2026-01-01T00:00:00Z',
			singleUse: true,
		});
		await page.goto(link.replace(/code=.*/, `code=${token}`));
		await look();
		await page.close();

		expect(seen).toEqual(
			Object.fromEntries(
				[
					'Bent u tevreden?',
					'Fout: Bent u tevreden?',
					'Bedankt',
					'Deze link is al gebruikt',
					'Deze link werkt niet',
					'Deze link is verlopen',
				].map((title) => [`${title} - Dienstencentrum`, []]),
			),
		);
	});

	it('opens a signal again or registers onvrede, and tells a colleague once', async () => {
		const reopened = (await register.search({ status: ['heropend'] })).map(({ reference }) => reference);
		expect(reopened).toHaveLength(1);
		const reference = await close('Carla');
		const page = await browser.newPage();
		await page.goto(await linkFor('Carla'));
		await page.getByLabel('leg mijn onvrede vast').check();
		await page.getByLabel('Toelichting').fill('Niemand belde terug.');
		await page.locator('button').click();
		await arrivedAt(page, 'Bedankt');
		await page.close();

		await eventually(
			async () =>
				(await register.search({ category: ['onvrede'], status: ['in behandeling'] })).length === 1 &&
				(await register.satisfaction.unannounced(10)).length === 0,
			{ withinMs: 60_000, otherwise: 'the onvrede is not in hand' },
		);
		const [onvrede] = await register.search({ category: ['onvrede'] });
		expect(onvrede).toMatchObject({
			subject: `Niet tevreden over ${reference}`,
			text: 'Niemand belde terug.',
		});
		const subjects = mailsTo(desk, COORDINATOR).map(({ subject }) => subject);
		expect(subjects.sort()).toEqual([`Niet tevreden: ${reopened[0]}`, `Niet tevreden: ${reference}`].sort());
		expect(await register.satisfaction.figures(null, null)).toMatchObject({
			total: { asked: 3, answered: 3, satisfied: 1, reopened: 1, onvrede: 1, response: 1 },
		});
	});
});
