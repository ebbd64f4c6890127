import axios from 'axios';
import { Administrator } from '../support/administrator';
import type { DeskCredentials } from '../support/credentials';
import { startDesk, type Desk } from '../support/desk';
import { startHoodiecrow } from '../support/hoodiecrow';
import { runOnSchedule } from '../support/run-on-schedule';

jest.setTimeout(5 * 60_000);

const ANNOUNCE = 'regieAankondig01';
const APPROVE = 'regieAankondig02';
const DIGEST = 'regiePdcOverzic1';
const APPROVER = 'klachtencoordinator@dienstencentrum.example';
const CUSTOMERS = ['klanten@dienstencentrum.example', 'turfmarkt@dienstencentrum.example'];
const DESK = 'functioneelbeheer@dienstencentrum.example';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const ORDER_STATES = {
	stateReported: 'UsrOrderReported = 229',
	stateInProgress: 'UsrOrderAccepted = 230',
	stateCompleted: 'UsrOrderDone = 231',
	stateCanceled: '',
};
const withOrders = (right: DeskCredentials): DeskCredentials => ({
	...right,
	planonApi: {
		...right.planonApi,
		data: {
			...right.planonApi.data,
			mapPresets: true,
			presetDifferences: JSON.stringify({ order: ORDER_STATES }),
		},
	},
});

describe('announcements in a real n8n', () => {
	let desk: Desk;
	/** Numbers in TOPdesk. */
	let change: string;
	let incident: string;
	beforeAll(async () => {
		desk = await startDesk({ startMail: startHoodiecrow, publish: [], credentials: withOrders });
		const { api, url } = desk.n8n;
		const klantgroepen = JSON.stringify([
			{ email: CUSTOMERS[0] },
			{ email: CUSTOMERS[1], places: ['Turfmarkt'], suppliers: ['SSC-ICT'] },
		]);
		await new Administrator(api, ANNOUNCE).saveSettings({ webadres: `${url}/webhook`, klantgroepen });
		await new Administrator(api, APPROVE).publish();
	});
	afterAll(async () => await desk?.stop());

	const mailsTo = (address: string) =>
		desk.outgoing.messages.filter(({ envelope }) => envelope.to.includes(address));
	/** Runs the workflow, and gives what each address got by that. */
	const runAndGet = async (...addresses: string[]) => {
		const before = addresses.map((address) => mailsTo(address).length);
		await runOnSchedule(desk.n8n.api, ANNOUNCE, 'Elke vijf minuten');
		return addresses.map((address, index) => mailsTo(address).slice(before[index]));
	};
	const toCustomers = async () =>
		(await runAndGet(...CUSTOMERS)).map((mails) => mails.map(({ subject }) => subject));
	const browse = async (method: 'get' | 'post', url: string, form?: Record<string, string>) => {
		const data = form && new URLSearchParams(form);
		return await axios.request<string>({ method, url, data, proxy: false, validateStatus: () => true });
	};

	it('asks who approves, in his own words, before customers read anything', async () => {
		change = desk.topdesk.planChange({
			briefDescription: 'CHG wifi-controllers TM firmware',
			plannedStartDate: inHours(2),
			plannedImplementationDate: inHours(4),
		});
		incident = desk.topdesk.majorIncident({
			briefDescription: 'P1 DHCP vol, bel 06-12345678',
			targetDate: inHours(3),
			caller: { dynamicName: 'Jan Jansen', email: 'jan@ministerie.example' },
			request: 'Jan Jansen kan niet werken.',
		});
		desk.planon.add('UsrOrder', {
			Description: 'Liften in onderhoud',
			Comment: 'Kees Pietersen opent de deur',
			FreeString2: 'aankondigen',
			BeginDateTime: inHours(20),
			RequestedUserEndDateTime: inHours(22),
		});
		desk.planon.add('UsrOrder', { Description: 'Lamp vervangen', BeginDateTime: inHours(1) });
		const [asked, ...told] = await runAndGet(APPROVER, ...CUSTOMERS);
		expect(asked!.map(({ subject }) => subject).sort()).toEqual([
			'Aankondiging beoordelen: CHG wifi-controllers TM firmware',
			'Aankondiging beoordelen: Liften in onderhoud',
			'Aankondiging beoordelen: P1 DHCP vol, bel [TELEFOONNUMMER]',
		]);
		expect(told).toEqual([[], []]);
		expect(await runAndGet(APPROVER)).toEqual([[]]);

		const words: Record<string, { titel: string; waar: string; merkt: string }> = {
			CHG: { titel: 'Nieuwe software voor de wifi', waar: 'Turfmarkt', merkt: 'De wifi valt even weg.' },
			Liften: { titel: 'Liften in onderhoud', waar: 'Koningskade', merkt: '' },
			P1: { titel: 'Geen netwerk', waar: 'Turfmarkt', merkt: 'Gebruik een kabel.' },
		};
		for (const { subject, text } of asked!) {
			const link = /https?:\S+aankondiging-besluit\?token=\S+/.exec(text)![0];
			const page = await browse('get', link);
			expect([page.status, page.data]).toEqual([200, expect.stringContaining('Aankondiging voor klanten')]);
			const own = words[/: (\w+)/.exec(subject)![1]!]!;
			const stranger = { ...own, besluit: 'melden', email: 'iemand@anders.example' };
			expect((await browse('post', link, stranger)).status).toBe(403);
			const taken = await browse('post', link, { ...own, besluit: 'melden', email: APPROVER });
			expect([taken.status, taken.data]).toEqual([
				200,
				expect.stringContaining('Klanten krijgen hiervan bericht'),
			]);
			expect((await browse('post', link, { ...own, besluit: 'niet melden', email: APPROVER })).status).toBe(
				410,
			);
		}
	});

	it('tells each group in one mail what concerns it, and nothing twice', async () => {
		expect(await toCustomers()).toEqual([
			['Storingen en gepland werk: 3 berichten'],
			['Storingen en gepland werk: 2 berichten'],
		]);
		const { text } = mailsTo(CUSTOMERS[0]!)[0]!;
		for (const part of [
			'Storing: Geen netwerk\nWaar: Turfmarkt\nSinds: ',
			'Wat merkt u? Gebruik een kabel.',
			'Gepland werk: Nieuwe software voor de wifi\nWaar: Turfmarkt\nWanneer: ',
			'Gepland werk: Liften in onderhoud\nWaar: Koningskade\nWanneer: ',
		]) {
			expect(text).toContain(part);
		}
		expect(await toCustomers()).toEqual([[], []]);
		expect(await toCustomers()).toEqual([[], []]);
	});

	it('tells that it began, will end later and is over, each in one mail', async () => {
		const both = (subject: string) => [[subject], [subject]];
		desk.topdesk.planChange({ startDate: inHours(0) }, change);
		expect(await toCustomers()).toEqual(both('Begonnen: Nieuwe software voor de wifi'));
		desk.topdesk.planChange({ plannedImplementationDate: inHours(6) }, change);
		expect(await toCustomers()).toEqual(both('Gepland werk gewijzigd: Nieuwe software voor de wifi'));
		expect(mailsTo(CUSTOMERS[0]!).at(-1)!.text).toContain('Dit was: ');
		desk.topdesk.planChange({ category: 'Netwerk' }, change);
		expect(await toCustomers()).toEqual([[], []]);
		desk.topdesk.planChange({ implementationDate: inHours(0) }, change);
		expect(await toCustomers()).toEqual(both('Klaar: Nieuwe software voor de wifi'));
		desk.topdesk.majorIncident({ targetDate: inHours(8) }, incident);
		expect(await toCustomers()).toEqual(both('Nieuws over de storing: Geen netwerk'));
		desk.topdesk.majorIncident({ completed: true, closed: true }, incident);
		expect(await toCustomers()).toEqual(both('Opgelost: Geen netwerk'));
		expect(await toCustomers()).toEqual([[], []]);
	});

	it('tells colleagues in the digest what is planned, as it is fetched then', async () => {
		desk.topdesk.planChange({
			briefDescription: 'CHG mailserver',
			plannedStartDate: inHours(100),
			plannedImplementationDate: inHours(101),
		});
		await runOnSchedule(desk.n8n.api, DIGEST, 'Om de twee weken');
		const digestTo = (address: string) =>
			mailsTo(address).find(({ subject }) => subject.startsWith('Tweewekelijks overzicht'))!.text;
		const all = digestTo('klantmanagers@dienstencentrum.example');
		expect(all).toContain('FMH: Liften in onderhoud (Koningskade), ');
		expect(all).toContain('SSC-ICT: CHG mailserver, ');
		expect(all).not.toContain('Nieuwe software voor de wifi');
		expect(digestTo('leverancier.fmh@dienstencentrum.example')).not.toContain('mailserver');
	});

	it('goes on with the others when a part of a supplier’s system is down, and says so to the administrator', async () => {
		desk.topdesk.misbehave({ match: { path: 'changeCalendar' }, times: 20, how: '5xx' });
		desk.topdesk.majorIncident({ completed: false, closed: false }, incident);
		const subject = 'Toch nog niet opgelost: Geen netwerk';
		expect(await toCustomers()).toEqual([[subject], [subject]]);
		expect(mailsTo(DESK).map((mail) => mail.subject)).toEqual(['Storing in 14 Aankondigingen']);
	});

	it('has sent nothing of what was in the suppliers’ tickets about persons', () => {
		const everything = desk.outgoing.messages.map(({ subject, text }) => `${subject}\n${text}`).join('\n');
		expect(everything).not.toMatch(/Jan Jansen|jan@ministerie|Kees|06-12345678/);
	});
});
