import axios from 'axios';
import { unzipSync } from 'fflate';
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
import { generateSignals, ORGANISATIONS, type Stream } from '../support/signal-year';
import { signalFor } from '../support/signals';
import { withParameters } from '../support/workflow-files';

jest.setTimeout(5 * 60_000);

const REPORT = 'regieReport00001';
const DASHBOARD = 'regieReport00002';
const BUNDLE = 'regieReport00003';
const QUESTION = 'Rapportages september en oktober 2026';
const COUNCIL = 'Raad voor de Rechtspraak';
const COORDINATOR = 'klachtencoordinator@dienstencentrum.example';

const HOSTILE = '=1+1 <script>alert(1)</script> #panic("typst")';
const EVERY_FIVE_SECONDS = { rule: { interval: [{ field: 'seconds', secondsInterval: 5 }] } };
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

describe('workflows 08 and 09', () => {
	let desk: Desk;
	let browser: Browser;

	beforeAll(async () => {
		desk = await startDesk({
			startMail: startHoodiecrow,
			publish: [],
			workflowsDir: withParameters({
				'Eerste dag van elke twee maanden': EVERY_FIVE_SECONDS,
				'Eerste dag van de maand': EVERY_FIVE_SECONDS,
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

	const linkIn = (html: string) => /href="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
	const approve = async ({ html }: { html: string }, explanation: string) => {
		const page = await browser.newPage();
		await page.goto(linkIn(html));
		await page.getByLabel('Besluit').selectOption('Versturen');
		await page.getByLabel('Uw naam').fill('Anna');
		await page.getByLabel('Toelichting FMH').fill(explanation);
		await page.getByRole('button', { name: 'Klaar' }).click();
	};
	/** A signal of a klantgroep with a klantmanager of its own, with a name and a formula where they do not belong. */
	const addMails = async () => {
		const base = signalFor('<raad@rechtspraak.example>');
		const register = await Register.open(desk.register);
		await register.register(
			{
				...base,
				source: { ...base.source, receivedAt: '2026-10-12T09:00:00.000Z' },
				customer: { name: 'Piet Jansen', email: 'rechter@rechtspraak.example', organisation: COUNCIL },
				subject: '=1+1 De lamp van kamer 3, 06-12345678, rechter@rechtspraak.example',
			},
			{ by: 'test', minutes: 1 },
		);
		await register.close();
	};

	it('reports to the managers what the coordinator approved and explained, with the figures of Planon', async () => {
		const administrator = new Administrator(desk.n8n.api, REPORT);
		await administrator.saveSettings({ terugkijkenVanaf: PLANTED.endedBefore });
		await administrator.publish();
		const question = await mailCame(QUESTION);
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

		await approve(question, 'De verbouwing op de begane grond.');

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
	});

	it('sends a report once, however often it runs and is approved', async () => {
		const before = new Set(mailsWith(QUESTION).map(({ html }) => linkIn(html)));
		const finished = async () =>
			(await desk.n8n.api.executions(REPORT)).filter(({ status }) => status === 'success').length;
		await eventually(async () => (await finished()) === 1, {
			withinMs: 60_000,
			otherwise: 'the first run did not end',
		});
		await new Administrator(desk.n8n.api, REPORT).publish();
		const again = () => mailsWith(QUESTION).find(({ html }) => !before.has(linkIn(html)));
		await eventually(() => again() !== undefined, { withinMs: 60_000, otherwise: 'no second question came' });
		await desk.n8n.api.send('post', `/rest/workflows/${REPORT}/deactivate`, {});
		await approve(again()!, 'Nog een keer.');
		await eventually(async () => (await finished()) === 2, {
			withinMs: 60_000,
			otherwise: 'the second run did not end',
		});
		for (const subject of [
			'Rapportage signalen FMH',
			'Rapportage signalen Xerox',
			'Rapportage signalen, alle',
		]) {
			expect(mailsWith(subject)).toHaveLength(1);
			expect(mailsWith(`Concept: ${subject}`)).toHaveLength(1);
		}
	});

	it('sends each klantmanager once what his klantgroep reported, without names', async () => {
		await addMails();
		const administrator = new Administrator(desk.n8n.api, BUNDLE);
		await administrator.saveSettings({ terugkijkenVanaf: PLANTED.endedBefore });
		await administrator.publish();
		const succeeded = async () =>
			(await desk.n8n.api.executions(BUNDLE)).filter(({ status }) => status === 'success').length;
		await eventually(async () => (await succeeded()) >= 2, {
			withinMs: 60_000,
			otherwise: 'the bundles were not made twice',
		});
		await desk.n8n.api.send('post', `/rest/workflows/${BUNDLE}/deactivate`, {});

		const bundles = mailsWith('Signalen van ');
		const receivers = Object.fromEntries(bundles.map(({ subject, envelope }) => [subject, envelope.to[0]]));
		// The month before the day that is looked back from; each group once, though it ran twice.
		expect(Object.keys(receivers).sort()).toEqual(
			[...ORGANISATIONS, COUNCIL].map((name) => `Signalen van ${name}: oktober 2026`).sort(),
		);
		expect(bundles).toHaveLength(ORGANISATIONS.length + 1);
		const council = mailsWith(`Signalen van ${COUNCIL}`)[0]!;
		expect(council.envelope.to).toEqual([
			'klantmanager.raad@dienstencentrum.example',
			'archief@dienstencentrum.example',
		]);
		expect(receivers[`Signalen van ${ORGANISATIONS[0]!}: oktober 2026`]).toBe(
			'klantmanagers@dienstencentrum.example',
		);
		const [xlsx] = council.files;
		expect(xlsx!.name).toBe('signalen-Raad-voor-de-Rechtspraak-2026-10-01.xlsx');
		const sheets = JSON.stringify(await (await import('read-excel-file/node')).default(xlsx!.content));
		for (const shown of [council.html, council.text, sheets]) {
			expect(shown).toContain('De lamp van');
			expect(shown).not.toMatch(/Jansen|06-?12345678|rechter@rechtspraak/);
		}
		expect(council.html).not.toMatch(/<script|<img/);
		expect(sheets).not.toContain('"=1+1');
	});

	it('sends the archive of that month once, for the document system', () => {
		const archives = mailsWith('Archief van de signalen van ');
		expect(archives.map(({ subject }) => subject)).toEqual(['Archief van de signalen van 2026-10']);
		expect(archives[0]!.envelope.to).toEqual(['archief@dienstencentrum.example']);
		const [zip] = archives[0]!.files;
		expect(zip!.name).toBe('2026-10.zip');
		const names = Object.keys(unzipSync(zip!.content));
		expect(names).toEqual(
			expect.arrayContaining([
				'2026-10/2026-10-bundel.xlsx',
				'2026-10/2026-10-index.html',
				'2026-10/2026-10-index.csv',
			]),
		);
		const signals = Number(/: (\d+) signalen, met/.exec(archives[0]!.text)![1]);
		expect(signals).toBeGreaterThan(100);
		expect(names.filter((name) => /^2026-10\/bronnen\/[^/]+\/[^/]+\.txt$/.test(name))).toHaveLength(signals);
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
