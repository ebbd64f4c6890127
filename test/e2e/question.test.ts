import type { Browser, Page } from 'playwright-core';
import { Register } from '../../nodes/shared/storage/register';
import type { Signal } from '../../nodes/shared/domain/signal';
import { Administrator } from '../support/administrator';
import { accessibilityViolations, openBrowser } from '../support/browser';
import { QUESTION_FORM_LOGIN } from '../support/credentials';
import { INTAKE_WORKFLOW, startDesk, type Desk } from '../support/desk';
import { startDovecot } from '../support/dovecot';
import { eventually } from '../support/eventually';
import { buildMail } from '../support/mail-builder';
import { signalFor } from '../support/signals';
import { withParameters } from '../support/workflow-files';
import { arrivedAt, linkIn, mailsTo, mailTo, scan } from './support/linked-page';

jest.setTimeout(9 * 60_000);

const ASK = 'regieQuestion001';
const ANSWER = 'regieQuestion002';
const JAN = { name: 'Jan de Vries', address: 'j.devries@minvenj.example' };
const KARIN = 'karin.smit@dienstencentrum.example';
const COORDINATOR = 'klachtencoordinator@dienstencentrum.example';
const REFERENCE = 'R-2026-000001';
const DAY_MS = 86_400_000;

describe('workflows 02 Vraag', () => {
	let desk: Desk;
	let register: Register;
	let browser: Browser;

	beforeAll(async () => {
		desk = await startDesk({
			startMail: startDovecot,
			publish: [ANSWER],
			workflowsDir: withParameters({
				'Elk kwartier onder werktijd': { rule: { interval: [{ field: 'seconds', secondsInterval: 4 }] } },
			}),
		});
		register = await Register.open(desk.register);
		browser = await openBrowser();
		const asking = new Administrator(desk.n8n.api, ASK);
		await asking.saveSettings({ pagina: `${desk.n8n.url}/webhook/vraag` });
		await asking.publish();
		await mailFromJan(
			'Printer doet het niet',
			'Beste collega,\n\nDe printer van Xerox drukt niet meer af. Wilt u dit laten maken?\n\nGroet,\nJan de Vries',
		);
		await mailTo(desk, JAN.address, REFERENCE);
	});
	afterAll(async () => {
		await browser?.close();
		await register?.close();
		await desk?.stop();
	});

	/** A mail from Jan, that the intake looks at right away. */
	const mailFromJan = async (subject: string, text: string, inReplyTo?: string) => {
		await desk.mail.deliver(
			await buildMail({
				from: JAN,
				to: 'dienstencentrum@dienstencentrum.example',
				subject,
				text,
				inReplyTo,
			}),
		);
		await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).publish();
	};
	const reactions = ({ actions }: Signal) =>
		actions.filter(({ kind }) => kind === 'reactie').map(({ text }) => text);

	/** Opens the form as a handler does, and searches. */
	async function search(words: string): Promise<Page> {
		const context = await browser.newContext({ httpCredentials: QUESTION_FORM_LOGIN });
		const page = await context.newPage();
		await page.goto(`${desk.n8n.url}/form/vraag-stellen`);
		await page.getByLabel('Uw naam').fill('Karin Smit');
		await page.getByLabel('Uw e-mailadres').fill(KARIN);
		await page.getByLabel('Welk signaal?').fill(words);
		await page.getByRole('button', { name: 'Zoek' }).click();
		return page;
	}
	/** Asks about Jan's signal, and gives what the form says then. */
	async function ask(question: string): Promise<string> {
		const page = await search('printer xerox');
		const list = page.getByLabel('Over welk signaal gaat het?');
		await list.selectOption(`${REFERENCE} - Jan de Vries - Printer doet het niet`);
		await page.getByLabel('Uw vraag').fill(question);
		await page.getByRole('button', { name: 'Stel de vraag' }).click();
		const said = page.getByText(/De klant heeft uw vraag|Nog niet gevraagd/);
		await said.first().waitFor();
		const text = await page.locator('body').innerText();
		await page.context().close();
		return text;
	}

	it('lets nobody look for signals without logging in', async () => {
		const { status } = await fetch(`${desk.n8n.url}/form/vraag-stellen`);
		expect(status).toBe(401);
	});

	it('says when no signal answers to what a handler looks for', async () => {
		const page = await search('olifant');
		await page.getByText('Geen signaal gevonden').first().waitFor();
		await page.context().close();
	});

	it('goes from the form to the customer, and from a page without script back to the same signal', async () => {
		const question = 'Op welke verdieping staat de printer?';
		expect(await ask('Waar staat hij? En sinds wanneer is dit?')).toContain('Stel één vraag');
		expect(await ask(question)).toContain(REFERENCE);
		const mail = await mailTo(desk, JAN.address, question);
		expect(mail.subject).toBe(`Re: Printer doet het niet [${REFERENCE}]`);
		// Whoever sends the form again asks nothing twice; another question has to wait.
		expect(await ask(question)).toContain('De klant heeft uw vraag');
		expect(await ask('Welk merk is het?')).toContain('Deze klant heeft nog een vraag open');
		expect(mailsTo(desk, JAN.address).filter(({ text }) => text.includes(question))).toHaveLength(1);

		const link = linkIn(mail);
		expect(await scan(link)).toContain(question);
		expect(reactions(await register.get(REFERENCE))).toEqual([]);

		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(link);
		expect(await page.locator('p').first().innerText()).toContain(REFERENCE);
		await page.keyboard.press('Tab');
		await page.keyboard.type('Op de derde, naast de lift.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await arrivedAt(page, 'Bedankt');
		expect(reactions(await register.get(REFERENCE))).toEqual([
			'Antwoord van de klant op onze vraag: Op de derde, naast de lift.',
		]);
		await page.goto(link);
		await arrivedAt(page, 'Deze link is al gebruikt');
		await context.close();

		// Who asked it gets the answer, once.
		const told = await mailTo(desk, KARIN, `Antwoord van de klant over ${REFERENCE}`);
		expect(told.text).toContain('Op de derde, naast de lift.');
		expect((await register.get(REFERENCE)).handler).toBe(KARIN);
	});

	it('takes an answer by mail for the answer, and the page then asks nothing more', async () => {
		await ask('Welk nummer staat er op de printer?');
		const mail = await mailTo(desk, JAN.address, 'Welk nummer staat er op de printer?');
		await mailFromJan(mail.subject, 'Er staat X-1234 op.', mail.headers['message-id']);
		await eventually(async () => (await register.questions.openQuestion(REFERENCE)) === null, {
			withinMs: 120_000,
			otherwise: () => `the answer was not taken in\n${desk.n8n.output().slice(-2000)}`,
		});
		expect(reactions(await register.get(REFERENCE)).at(-1)).toContain('Er staat X-1234 op.');
		expect((await register.search({})).map(({ reference }) => reference)).toEqual([REFERENCE]);
		const page = await browser.newPage();
		await page.goto(linkIn(mail));
		await arrivedAt(page, 'Deze link is al gebruikt');
		await page.close();
		const told = await mailTo(desk, KARIN, `Reactie op ${REFERENCE}`);
		expect(told.text).toContain('Er staat X-1234 op.');
	});

	it('reminds a silent customer once, and after the term lets the handler decide', async () => {
		const weeksAgo = await Register.open(desk.register, () => new Date(Date.now() - 28 * DAY_MS));
		const bert = { name: 'Bert Jansen', email: 'bert@ministerie.example', organisation: null };
		const { signal } = await weeksAgo.register(signalFor('<bert@x>', { customer: bert }), {
			by: 'test',
			minutes: 1,
		});
		const reference = signal.reference!;
		await weeksAgo.completeIntake(reference, 'in behandeling', 'test');
		const question = 'Welke laptop hebt u?';
		await weeksAgo.questions.ask({ reference, question, remindAfter: 3, endAfter: 8 }, 'Karin Smit');
		await weeksAgo.close();

		const reminder = await mailTo(desk, bert.email, question);
		expect(reminder.text).toContain('Wij hebben nog geen antwoord.');
		// Not assigned to an address: the coordinator decides.
		const told = await mailTo(desk, COORDINATOR, reference);
		expect(told.subject).toBe(`Wilt u beslissen? Geen antwoord van de klant over ${reference}`);
		expect(told.text).toContain(question);
		expect(mailsTo(desk, bert.email)).toHaveLength(1);
		const { actions } = await register.get(reference);
		expect(actions.filter(({ kind }) => kind === 'vraag').map(({ text }) => text)).toEqual([
			`Vraag aan de klant: ${question}`,
			'De klant is aan onze vraag herinnerd.',
			'De klant heeft onze vraag niet beantwoord. De behandelaar beslist.',
		]);

		// Late is better than never.
		const page = await browser.newPage();
		const seen: Record<string, string[]> = {};
		const look = async () => void (seen[await page.title()] = await accessibilityViolations(page));
		await page.goto(linkIn(reminder));
		await look();
		await page.locator('button').click();
		await page.locator('.summary a').click();
		expect(await page.locator(':focus').getAttribute('name')).toBe('antwoord');
		await look();
		await page.getByLabel(question).fill('Een Dell.');
		await page.locator('button').click();
		await arrivedAt(page, 'Bedankt');
		await look();
		await page.goto(linkIn(reminder));
		await look();
		const { token } = await register.links.issue({
			purpose: 'question',
			subject: reference,
			validUntil: '2026-01-01T00:00:00Z',
			singleUse: true,
		});
		await page.goto(linkIn(reminder).replace(/code=.*/, `code=${token}`));
		await look();
		await page.close();
		expect(seen).toEqual(
			Object.fromEntries(
				[
					'Een vraag over uw melding',
					'Fout: Een vraag over uw melding',
					'Bedankt',
					'Deze link is al gebruikt',
					'Deze link is verlopen',
				].map((title) => [`${title} - Dienstencentrum`, []]),
			),
		);
		await mailTo(desk, COORDINATOR, 'Een Dell.');
	});
});
