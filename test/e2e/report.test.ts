import axios from 'axios';
import type { Browser, Page } from 'playwright-core';
import { Register } from '../../nodes/shared/storage/register';
import { Administrator } from '../support/administrator';
import { accessibilityViolations, openBrowser } from '../support/browser';
import { DASHBOARD_LOGIN } from '../support/credentials';
import { startDesk, type Desk } from '../support/desk';
import { eventually } from '../support/eventually';
import { fillRegister } from '../support/generated-register';
import { startHoodiecrow } from '../support/hoodiecrow';
import { PLANTED, TWO_YEARS } from '../support/planted-year';
import { generateSignals, type Stream } from '../support/signal-year';
import { withParameters } from '../support/workflow-files';

jest.setTimeout(5 * 60_000);

const REPORT = 'regieReport00001';
const DASHBOARD = 'regieReport00002';
const COORDINATOR = 'klachtencoordinator@dienstencentrum.example';

const HOSTILE = '=1+1 <script>alert(1)</script> #panic("typst")';
const STREAMS: readonly Stream[] = [
	{
		supplier: 'FMH',
		category: 'klacht',
		perDay: 3,
		factor: (day) => (day >= PLANTED.riseFrom ? 2 : 1),
		texts: [[HOSTILE, 'De vergaderzaal was vuil. <img src=x onerror=alert(1)>']],
	},
	{ supplier: 'Xerox', category: 'storing', perDay: 1 },
];

describe('workflows 08', () => {
	let desk: Desk;
	let browser: Browser;

	beforeAll(async () => {
		desk = await startDesk({
			startMail: startHoodiecrow,
			publish: [],
			workflowsDir: withParameters({
				'Eerste dag van elke twee maanden': {
					rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] },
				},
			}),
		});
		await fillRegister(desk.register.databaseFile!, generateSignals(STREAMS, TWO_YEARS, 8));
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser?.close();
		await desk?.stop();
	});

	const mailsWith = (subject: string) =>
		desk.outgoing.messages.filter((mail) => mail.subject.startsWith(subject));
	const mailCame = async (subject: string) => {
		await eventually(() => mailsWith(subject).length > 0, {
			withinMs: 60_000,
			otherwise: `no mail '${subject}' came, only: ${desk.outgoing.messages.map((mail) => mail.subject).join(', ')}`,
		});
		return mailsWith(subject)[0]!;
	};

	it('reports to the managers what the coordinator approved and explained, with the figures of Planon', async () => {
		const administrator = new Administrator(desk.n8n.api, REPORT);
		await administrator.saveSettings({ terugkijkenVanaf: PLANTED.endedBefore });
		await administrator.publish();
		const question = await mailCame('Rapportages september en oktober 2026');
		await desk.n8n.api.send('post', `/rest/workflows/${REPORT}/deactivate`, {});

		expect(question.envelope.to).toEqual([COORDINATOR]);
		for (const supplier of ['FMH', 'Xerox', ', alle leveranciers']) {
			const draft = await mailCame(
				`Concept: Rapportage signalen${supplier.startsWith(',') ? '' : ' '}${supplier}`,
			);
			expect(draft.envelope.to).toEqual([COORDINATOR]);
		}
		// Nothing goes out before somebody approved it.
		expect(mailsWith('Rapportage signalen')).toEqual([]);

		const page = await browser.newPage();
		await page.goto(/href="([^"]+)"/.exec(question.html)![1]!.replaceAll('&amp;', '&'));
		await page.getByLabel('Besluit').selectOption('Versturen');
		await page.getByLabel('Uw naam').fill('Anna');
		await page.getByLabel('Toelichting FMH').fill('De verbouwing op de begane grond.');
		await page.getByRole('button', { name: 'Klaar' }).click();

		const report = await mailCame('Rapportage signalen FMH: september en oktober 2026');
		expect(report.envelope.to).toEqual([
			'leveranciersmanager.fmh@dienstencentrum.example',
			'archief@dienstencentrum.example',
		]);
		expect(report.html).toContain('De verbouwing op de begane grond.');
		expect(report.html).toContain('vrijwel zeker geen toeval');
		expect(report.html).toContain('Onze cijfers naast die van Planon');
		expect(report.html).not.toMatch(/<script|<img/);
		const [pdf, xlsx] = report.files;
		expect(pdf).toMatchObject({ contentType: 'application/pdf', name: 'rapportage-FMH-2026-09-01.pdf' });
		expect(pdf!.content.subarray(0, 5).toString()).toBe('%PDF-');
		expect(xlsx!.content.subarray(0, 2).toString()).toBe('PK');
		const summary = await mailCame('Rapportage signalen, alle leveranciers');
		expect(summary.envelope.to).toContain('managementteam@dienstencentrum.example');
		expect(summary.html).not.toContain('Onze cijfers naast die van Planon');
		expect((await mailCame('Rapportage signalen Xerox')).envelope.to).toContain(
			'leveranciersmanagers@dienstencentrum.example',
		);

		const register = await Register.open(desk.register);
		const kept = await register.reports.lastBefore('FMH', '2026-11-01');
		await register.close();
		expect(kept).toMatchObject({ approvedBy: 'Anna', explanation: 'De verbouwing op de begane grond.' });
		await page.close();
	});

	describe('the dashboard', () => {
		const url = () => `${desk.n8n.url}/webhook/dashboard`;
		let page: Page;

		beforeAll(async () => {
			await new Administrator(desk.n8n.api, DASHBOARD).publish();
			const { user: username, password } = DASHBOARD_LOGIN;
			const context = await browser.newContext({
				httpCredentials: { username, password },
				javaScriptEnabled: true,
			});
			page = await context.newPage();
		});

		it('shows nothing to who does not log in', async () => {
			const { status, data } = await axios.get<string>(url(), { proxy: false, validateStatus: () => true });
			expect(status).toBe(401);
			expect(data).not.toContain('signalen');
		});

		it('is accessible, loads nothing from elsewhere, and is filtered by keyboard alone', async () => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(request.url()));
			await page.goto(`${url()}?periode=rapportage`);
			expect(await page.locator('h1').innerText()).toBe('Rapportage signalen, alle leveranciers');
			expect(await accessibilityViolations(page)).toEqual([]);

			await page.locator('#leverancier').focus();
			await page.keyboard.type('FMH');
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			await Promise.all([
				page.waitForURL((address) => address.searchParams.get('leverancier') === 'FMH'),
				page.keyboard.press('Enter'),
			]);
			expect(await page.locator('h1').innerText()).toBe('Rapportage signalen FMH');
			expect(await page.getByRole('img', { name: 'Signalen per maand' }).count()).toBe(1);
			expect(await accessibilityViolations(page)).toEqual([]);
			expect(asked.filter((address) => !address.startsWith(url()))).toEqual([]);
		});

		it('fits a small screen', async () => {
			await page.setViewportSize({ width: 320, height: 640 });
			await page.goto(`${url()}?periode=rapportage&leverancier=FMH`);
			const { wide, room } = await page.evaluate(() => {
				const { scrollWidth, clientWidth } = (
					globalThis as unknown as {
						document: { documentElement: { scrollWidth: number; clientWidth: number } };
					}
				).document.documentElement;
				return { wide: scrollWidth, room: clientWidth };
			});
			expect(wide).toBeLessThanOrEqual(room);
		});
	});
});
