import axios from 'axios';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Register } from '../../nodes/shared/storage/register';
import type { Signal } from '../../nodes/shared/domain/signal';
import type { TopdeskClient } from '../../nodes/Topdesk/api/client';
import { Administrator } from '../support/administrator';
import { clientOf } from '../simulators/topdesk/for-tests';
import { FOLLOW_UP_WORKFLOW, INTAKE_WORKFLOW, startDesk, UPDATES_WORKFLOW, type Desk } from '../support/desk';
import { startDovecot } from '../support/dovecot';
import { eventually } from '../support/eventually';
import { buildMail } from '../support/mail-builder';
import type { ReceivedMail } from '../support/smtp-sink';
import { travellingClock, type TravellingClock } from '../support/travelling-clock';

jest.setTimeout(10 * 60_000);

const JAN = { name: 'Jan de Vries', address: 'j.devries@minvenj.example' };
const DESK = 'dienstencentrum@dienstencentrum.example';
const LAPTOP = 'R-2026-000001';
const PRINTER = 'R-2026-000002';

/** From arrival to closure, over Christmas and New Year. The 24th of December is a closing day in workflow 03. */
describe('a signal from arrival to closure', () => {
	const folder = mkdtempSync(join(tmpdir(), 'regie-clock-'));
	let clock: TravellingClock;
	let desk: Desk;
	let topdesk: TopdeskClient;
	/** How much of what went out was looked at already. */
	let seen = 0;

	beforeAll(async () => {
		// Just after a quarter: on a busy machine it takes minutes before all three run, and the story begins at nine.
		clock = travellingClock(folder, '2026-12-14T08:46');
		desk = await startDesk({ startMail: startDovecot, publish: [], clock });
		// Each schedule must run before the clock is moved: one that starts after it waits for the next quarter.
		for (const workflow of [INTAKE_WORKFLOW, FOLLOW_UP_WORKFLOW, UPDATES_WORKFLOW]) {
			await new Administrator(desk.n8n.api, workflow).publish();
		}
		topdesk = clientOf(desk.topdesk).client;
	});
	afterAll(async () => {
		await desk?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const fromRegister = async <T>(ask: (register: Register) => Promise<T>): Promise<T> => {
		const register = await Register.open(desk.register);
		try {
			return await ask(register);
		} finally {
			await register.close();
		}
	};
	const signal = async (reference: string): Promise<Signal> =>
		await fromRegister((register) => register.get(reference));
	const statusIs = async (reference: string, status: Signal['status']) =>
		await eventually(
			async () =>
				(await fromRegister((register) => register.search({}))).some(
					(one) => one.reference === reference && one.status === status,
				),
			{
				withinMs: 60_000,
				everyMs: 200,
				otherwise: `${reference} did not become ${status}\n${desk.n8n.output().slice(-2000)}`,
			},
		);

	const mailFromJan = async (subject: string, text: string, inReplyTo?: string) =>
		await desk.mail.deliver(await buildMail({ from: JAN, to: DESK, subject, text, inReplyTo }));

	/** Moves the clock, and waits until TOPdesk was asked what is new there. */
	const travelTo = async (moment: string) => {
		const asked = () =>
			desk.topdesk.requests().filter((request) => /^GET .*\/incidents(?:\?|$)/.test(request)).length;
		const before = asked();
		clock.travelTo(moment);
		await eventually(() => asked() > before, {
			withinMs: 60_000,
			everyMs: 50,
			otherwise: `TOPdesk was not asked at ${moment}\n${desk.n8n.output().slice(-2000)}`,
		});
	};
	/** The looks of workflow 03 so far, when none is under way. */
	const looksSoFar = async () => {
		let done: Awaited<ReturnType<Desk['n8n']['api']['executions']>> = [];
		await eventually(
			async () => {
				done = await desk.n8n.api.executions(UPDATES_WORKFLOW);
				return done.every(({ status }) => status === 'success');
			},
			{ withinMs: 60_000, everyMs: 100, otherwise: 'a look of workflow 03 did not end well' },
		);
		return done;
	};
	/** The same, until workflow 03 has looked at that time too. */
	const at = async (moment: string) => {
		await desk.n8n.api.login();
		const [last] = await looksSoFar();
		// n8n spreads schedules over the seconds of a minute.
		await travelTo(`${moment}:59`);
		// The day may be later than a login lasts.
		await desk.n8n.api.login();
		await eventually(
			async () => {
				const [newest] = await desk.n8n.api.executions(UPDATES_WORKFLOW);
				return newest !== undefined && newest.id !== last?.id && newest.status === 'success';
			},
			{
				withinMs: 60_000,
				everyMs: 100,
				otherwise: `workflow 03 did not run at ${moment}\n${desk.n8n.output().slice(-2000)}`,
			},
		);
	};

	const newMail = () => {
		const fresh = desk.outgoing.messages.slice(seen);
		seen = desk.outgoing.messages.length;
		return fresh;
	};
	/** The one mail that Jan got since the last look, and whom else was written to. */
	const toldJan = () => {
		const fresh = newMail();
		const toJan = fresh.filter(({ envelope }) => envelope.to.includes(JAN.address));
		const others = fresh.filter((mail) => !toJan.includes(mail)).map(({ subject }) => subject);
		expect(toJan.map(({ subject, text }) => `${subject}\n${text}`)).toHaveLength(1);
		return { mail: toJan[0]!, others };
	};
	const subjects = () => newMail().map(({ subject }) => subject);
	/** An answer to what he got about this signal last. */
	const janAnswers = async (reference: string, text: string) => {
		const about = desk.outgoing.messages.findLast(({ subject }) => subject.includes(`[${reference}]`))!;
		await mailFromJan(about.subject, text, about.headers['message-id']);
	};
	/** The link in the mail to the supplier, on the n8n of this test. */
	const linkOfXerox = async (): Promise<string> => {
		const isLinkMail = ({ envelope, text }: ReceivedMail) =>
			envelope.to.includes('servicedesk@xerox.example') && text.includes('?code=');
		await eventually(() => desk.outgoing.messages.some(isLinkMail), {
			withinMs: 30_000,
			everyMs: 100,
			otherwise: 'Xerox got no link',
		});
		newMail();
		const [address] = /https:\S+/.exec(desk.outgoing.messages.find(isLinkMail)!.text)!;
		const { pathname, search } = new URL(address!);
		return `${desk.n8n.url}${pathname}${search}`;
	};
	/** What the supplier does at this minute, and the look of a minute later. */
	const atTopdesk = async (minute: string, change: Parameters<TopdeskClient['updateIncident']>[1]) => {
		await travelTo(`${minute}:30`);
		const [ticket] = (await signal(LAPTOP)).tickets;
		await topdesk.updateIncident(ticket!.number, change);
		await travelTo(`${minute.slice(0, -1)}1:30`);
	};

	it('tells the customer all that happens, and keeps every promise', async () => {
		await mailFromJan(
			'Laptop start niet op',
			'Goedemorgen,\n\nMijn laptop start niet meer op sinds vanochtend. Kunt u dit laten oplossen?\n\nGroet,\nJan de Vries',
		);
		await at('2026-12-14T09:00');
		await statusIs(LAPTOP, 'doorgezet');
		expect(toldJan().mail.text).toContain(`Wij hebben het geregistreerd onder nummer ${LAPTOP}.`);
		expect((await signal(LAPTOP)).tickets).toMatchObject([{ system: 'topdesk' }]);
		await at('2026-12-14T09:15');
		expect(subjects()).toEqual([]);

		// The supplier begins: he hears it the same quarter of an hour, in the same conversation.
		await atTopdesk('2026-12-15T10:00', { processingStatus: { name: 'In behandeling' } });
		await statusIs(LAPTOP, 'in behandeling');
		await at('2026-12-15T10:15');
		const begun = toldJan().mail;
		expect(begun.subject).toBe(`Re: Laptop start niet op [${LAPTOP}]`);
		expect(begun.text).toContain('SSC-ICT is ermee begonnen.');
		expect(begun.text).toContain('De volgende update is uiterlijk dinsdag 22 december 2026.');

		await at('2026-12-16T10:00');
		await mailFromJan(
			'Printer drukt strepen af',
			'Beste collega,\n\nDe Xerox printer op de tweede verdieping drukt strepen af. Wilt u dit laten maken?\n\nGroet,\nJan de Vries',
		);
		await travelTo('2026-12-16T10:02:30');
		await statusIs(PRINTER, 'doorgezet');
		expect(toldJan().others).toEqual([expect.stringContaining(`Storing ${PRINTER}`)]);

		// Xerox has no system of its own: it gets a link, and reports on a page.
		await at('2026-12-16T10:15');
		const link = await linkOfXerox();
		const shown = await axios.get<string>(link, { proxy: false });
		expect(shown.data).toContain(`Het gaat om melding ${PRINTER}`);
		expect((await signal(PRINTER)).status).toBe('doorgezet');
		const taken = await axios.post<string>(link, new URLSearchParams({ stand: 'bezig' }), { proxy: false });
		expect(taken.data).toContain('Wij hebben uw bericht ontvangen');
		await at('2026-12-16T10:30');
		expect(toldJan().mail.text).toContain(
			`- "Printer drukt strepen af" (${PRINTER}): Xerox is ermee begonnen.`,
		);

		// Nothing is known, and that is what he hears: one mail about both, on the day that was promised.
		await at('2026-12-22T16:00');
		expect(subjects()).toEqual([]);
		await at('2026-12-22T17:00');
		// For a silent supplier the coordinator is warned, not the customer.
		expect(subjects()).toEqual(['SSC-ICT laat niets horen over 1 signaal']);
		await at('2026-12-23T08:00');
		const both = toldJan().mail;
		expect(both.subject).toContain('Stand van zaken van uw 2 berichten');
		for (const about of [`"Laptop start niet op" (${LAPTOP})`, `"Printer drukt strepen af" (${PRINTER})`]) {
			expect(both.text).toContain(`- ${about}: Wij zijn ermee bezig, maar er is nog geen nieuws.`);
		}
		// The 24th is a closing day, and then come Christmas and New Year.
		expect(both.text).toContain('De volgende update is uiterlijk maandag 4 januari 2027.');
		await at('2026-12-23T17:00');
		expect(subjects()).toEqual(['Xerox laat niets horen over 1 signaal']);
		await at('2026-12-25T10:00');
		expect(subjects()).toEqual([]);

		// Solved in the evening: told in the morning.
		await atTopdesk('2026-12-29T20:00', { processingStatus: { name: 'Gereed' }, completed: true });
		await statusIs(LAPTOP, 'opgelost');
		await at('2026-12-29T20:15');
		expect(subjects()).toEqual([]);
		await at('2026-12-30T08:00');
		const solved = toldJan().mail;
		expect(solved.text).toContain(
			'Volgens SSC-ICT is dit opgelost. Klopt dat niet? Beantwoord dan deze e-mail binnen 5 werkdagen.',
		);
		expect(solved.text).toContain('De volgende update is uiterlijk donderdag 7 januari 2027.');

		// It is not: the signal is open again, it counts as onvrede, and the supplier cannot close it.
		await travelTo('2026-12-31T09:00:30');
		await janAnswers(LAPTOP, 'Nee, mijn laptop start nog steeds niet op.');
		await travelTo('2026-12-31T09:01:30');
		await statusIs(LAPTOP, 'heropend');
		await eventually(() => desk.outgoing.messages.length > seen, {
			withinMs: 30_000,
			everyMs: 100,
			otherwise: 'no colleague heard of the reaction',
		});
		await at('2026-12-31T09:15');
		const reopened = toldJan();
		expect(reopened.others).toEqual([expect.stringContaining(`Reactie op ${LAPTOP}`)]);
		expect(reopened.mail.text).toContain('Wij hebben uw melding opnieuw geopend');
		await atTopdesk('2027-01-04T10:00', { closed: true });
		await eventually(() => desk.outgoing.messages.length > seen, {
			withinMs: 30_000,
			everyMs: 100,
			otherwise: 'nobody heard that the supplier closed what is not solved',
		});
		expect(subjects()).toEqual([`Niet opgelost volgens de klant ${LAPTOP}: Laptop start niet op`]);
		const disputed = await signal(LAPTOP);
		expect([disputed.status, disputed.classification?.also]).toEqual([
			'heropend',
			expect.arrayContaining(['onvrede']),
		]);

		// He does not want to hear of the printer any more.
		await janAnswers(PRINTER, 'stop');
		await travelTo('2027-01-04T10:03:30');
		await eventually(
			async () =>
				(await signal(PRINTER)).actions.some(({ text }) => text.includes('geen statusberichten meer')),
			{ withinMs: 30_000, everyMs: 200, otherwise: 'the request to stop was not taken in' },
		);
		await atTopdesk('2027-01-05T09:00', {
			processingStatus: { name: 'In behandeling' },
			closed: false,
			completed: false,
		});
		await statusIs(LAPTOP, 'in behandeling');
		await at('2027-01-05T09:15');
		const again = toldJan().mail;
		expect(again.subject).toBe(`Re: Laptop start niet op [${LAPTOP}]`);
		expect(again.text).toContain('SSC-ICT is ermee begonnen.');

		await atTopdesk('2027-01-06T10:00', { processingStatus: { name: 'Gereed' }, completed: true });
		await statusIs(LAPTOP, 'opgelost');
		await at('2027-01-06T10:15');
		expect(toldJan().mail.text).toContain('Volgens SSC-ICT is dit opgelost.');

		// No reaction in five working days: closed, as he was told, without another mail.
		await at('2027-01-13T16:45');
		expect((await signal(LAPTOP)).status).toBe('opgelost');
		await at('2027-01-13T17:00');
		expect((await signal(LAPTOP)).status).toBe('afgesloten');
		expect(newMail().filter(({ envelope }) => envelope.to.includes(JAN.address))).toEqual([]);
		expect(repeated(desk.outgoing.messages.map(({ headers }) => headers['message-id']!))).toEqual([]);
	});
});

const repeated = (list: readonly string[]): string[] => list.filter((one, at) => list.indexOf(one) !== at);
