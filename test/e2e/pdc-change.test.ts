import { stringify } from 'csv-stringify/sync';
import { issueApproval } from '../../nodes/Pdc/notices/approval-link';
import { readFile } from '../../nodes/shared/tables/read-file';
import { readEntries } from '../../nodes/Pdc/files/read-entries';
import { Register } from '../../nodes/shared/storage/register';
import { eventually } from '../support/eventually';
import { buildMail } from '../support/mail-builder';
import { catalogueCsv } from '../support/pdc';
import { classificationFor, signalFor } from '../support/signals';
import { withParameters } from '../support/workflow-files';
import { linkIn, PdcDesk, type ChangeForm } from './support/pdc-desk';

jest.setTimeout(5 * 60_000);

const OWNER = 'els.brandsma@dienstencentrum.example';
const MANAGER = 'leverancier@dienstencentrum.example';
const ICT_MANAGER = 'leverancier.ict@dienstencentrum.example';
const READER = 'communicatie@dienstencentrum.example';
const CUSTOMERS = ['klant.een@ministerie.example', 'klant.twee@ministerie.example'];

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
const change = (form: ChangeForm = {}): ChangeForm => ({
	soort: 'gewijzigd',
	code: 'FMH-001',
	melder: MANAGER,
	voorwie: 'alle medewerkers',
	vanaf: today,
	waarom: 'De prijs van brood is gestegen.',
	merkt: 'Een broodjeslunch kost € 8,75 per persoon.',
	...form,
});

const source = (supplier: string, bron: string, velden: object) => ({
	...{ leverancier: supplier, bron, portfolio: 'Algemeen', leveranciersmanager: ICT_MANAGER, velden },
	...{ hoogstensVervallen: 0.3, definitie: 'UsrRequest' },
});
const SOURCES = [
	source('SSC-ICT', 'TOPdesk diensten', { id: 'code', name: 'name', description: 'description' }),
	source('RGD', 'Een map', {}),
	source('IUC', 'Planon', { FreeString1: 'code', Description: 'name', Comment: 'description' }),
];

describe('the catalogue in a real n8n', () => {
	let pdc: PdcDesk;
	beforeAll(async () => {
		const workflowsDir = withParameters({
			Leveranciers: { jsonOutput: JSON.stringify({ leveranciers: SOURCES }) },
		});
		pdc = await PdcDesk.start({ klanten: CUSTOMERS.join(', ') }, { workflowsDir });
	});
	afterAll(async () => await pdc?.stop());

	const xlsxItem = async (code: string) => {
		const { data } = await pdc.catalogue('xlsx');
		const { entries } = readEntries(await readFile({ name: 'pdc.xlsx', content: Buffer.from(data) }));
		return entries.find(({ entry }) => entry.code === code)?.entry;
	};
	const asked = async (number: string, address: string, subject: string) =>
		linkIn(await pdc.mailTo(address, number, subject));
	const stateOf = async (number: string) => (await pdc.register.pdc.notices.get(number)).state;

	it('goes from the form to the portfolio manager, the second reader, the catalogue and the customers', async () => {
		expect((await xlsxItem('FMH-001'))!.price).toBe('€ 8,25 per persoon');
		const page = await pdc.report(change({ prijs: '€ 8,75 per persoon' }));
		const number = /P-\d{4}-\d{6}/.exec(page.html)![0];
		expect(page.html).toContain('is ontvangen');

		const decision = await asked(number, OWNER, 'wijziging beoordelen');
		const shown = await pdc.open(decision);
		expect(shown).toMatchObject({ status: 200 });
		expect(shown.html).toContain('Prijs: was “€ 8,25 per persoon”, wordt “€ 8,75 per persoon”');
		expect((await pdc.send(decision, { email: OWNER, besluit: 'goedkeuren' })).html).toContain('goedgekeurd');

		const reading = await asked(number, READER, 'tekst nakijken');
		const words = {
			email: READER,
			veld_prijs: '',
			merkt: 'De broodjeslunch kost vanaf nu € 8,75 per persoon.',
		};
		expect((await pdc.send(reading, words)).html).toContain('De wijziging staat nu in de catalogus');
		expect(await stateOf(number)).toBe('doorgevoerd');

		expect((await xlsxItem('FMH-001'))!.price).toBe('€ 8,75 per persoon');
		expect((await pdc.catalogue()).data.toString()).toContain('€ 8,75 per persoon');
		const json = JSON.parse((await pdc.catalogue('json')).data.toString()) as { items: object[] };
		expect(json.items).toContainEqual(expect.objectContaining({ code: 'FMH-001', version: 2 }));
		for (const customer of CUSTOMERS) {
			const told = await pdc.mailTo(customer, 'Vergaderlunch broodjes');
			expect(told.text).toContain('De broodjeslunch kost vanaf nu € 8,75 per persoon.');
			expect(told.envelope.to).toEqual([customer]);
		}
	});

	it('tells who filled in the form what is wrong with it', async () => {
		const page = await pdc.report(change({ code: 'FMH-999', prijs: '€ 1,00' }));
		expect(page.html).toContain('Uw melding klopt nog niet');
		expect(page.html).toContain('Dienst: FMH-999 staat niet in de catalogus.');
	});

	it('takes a change in by mail, asks for what is missing, and hands a stranger’s mail to a colleague', async () => {
		const mail = async (from: string, subject: string, lines: string[]) =>
			await pdc.desk.mail.deliver(
				await buildMail({
					from: { name: '', address: from },
					to: 'pdc@dienstencentrum.example',
					subject,
					text: lines.join('\n'),
				}),
				'PDC',
			);
		const price = ['Dienst: FMH-012', 'Prijs: € 1,10', 'Waarom: Duurdere koffie.'];
		const rest = ['Voor wie: iedereen', `Vanaf: ${today}`, 'Wat merkt de klant: Koffie kost € 1,10.'];
		await mail(MANAGER, 'Koffie wordt duurder', ['Hallo,', '', ...price, ...rest]);
		await mail(MANAGER, 'Nog iets', [...price, 'Vanaf: volgende week']);
		await mail('reclame@elders.example', 'Aanbieding', [...price, ...rest]);
		await pdc.readMail({ leveranciersmanagers: `${MANAGER}, ben@dienstencentrum.example` });

		const received = await pdc.mailTo(MANAGER, 'is ontvangen');
		const [notice] = await pdc.register.pdc.notices.list({ code: 'FMH-012' });
		expect(received.subject).toContain(notice!.number);
		expect(notice).toMatchObject({ submittedBy: MANAGER, changes: [{ field: 'price', to: '€ 1,10' }] });
		const decision = await asked(notice!.number, notice!.owner!, 'wijziging beoordelen');
		expect((await pdc.open(decision)).html).toContain('wordt “€ 1,10”');

		const missing = await pdc.mailTo(MANAGER, 'nog niet compleet');
		expect(missing.text).toContain('- Voor wie: Schrijf voor wie het verandert');
		expect(missing.text).toContain('- Vanaf: "volgende week" is geen dag.');
		expect(missing.text).toContain('- Wat merkt de klant: ');
		expect(missing.text).not.toContain('- Waarom: Schrijf');
		const form = await pdc.open(/https?:\S+form\/pdc-wijziging\?\S+/.exec(missing.text)![0]);
		for (const words of ['value="FMH-012"', 'value="€ 1,10"', 'Duurdere koffie.', `value="${MANAGER}"`]) {
			expect(form.html).toContain(words);
		}

		const forwarded = await pdc.mailTo('portfoliomanagement@dienstencentrum.example', 'Aanbieding');
		expect(forwarded.text).toContain('reclame@elders.example staat niet bij de leveranciersmanagers');
		expect(await pdc.register.pdc.notices.list({ code: 'FMH-012' })).toHaveLength(1);
	});

	it('tells who reported it that it was rejected, and why', async () => {
		await pdc.report(change({ levertijd: '9 werkdagen' }));
		const { number } = (await pdc.register.pdc.notices.list({ states: ['ingediend'] })).at(-1)!;
		const link = await asked(number, OWNER, 'wijziging beoordelen');
		await pdc.send(link, { email: OWNER, besluit: 'afwijzen', toelichting: 'Dat is niet afgesproken.' });
		expect((await pdc.mailTo(MANAGER, number, 'afgewezen')).text).toContain('Dat is niet afgesproken.');
		expect(await stateOf(number)).toBe('afgewezen');
		expect((await xlsxItem('FMH-001'))!.leadTime).toBe('2 werkdagen');
	});

	it('asks back, and comes to the portfolio manager again with the answer', async () => {
		await pdc.report(change({ code: 'FMH-003', prijs: '€ 2,00 per persoon' }));
		const { number } = (await pdc.register.pdc.notices.list({ states: ['ingediend'] })).at(-1)!;
		const link = await asked(number, OWNER, 'wijziging beoordelen');
		await pdc.send(link, { email: OWNER, besluit: 'terugvragen', toelichting: 'Vanaf welke dag precies?' });
		const question = await asked(number, MANAGER, 'vraag over uw melding');
		expect((await pdc.open(question)).html).toContain('Vanaf welke dag precies?');
		await pdc.send(question, {
			email: MANAGER,
			toelichting: 'Vanaf vandaag.',
			veld_price: '€ 2,10 per persoon',
		});
		const mails = () =>
			pdc.desk.outgoing.messages.filter(
				({ envelope, subject }) => envelope.to.includes(OWNER) && subject.includes(number),
			);
		await eventually(async () => mails().length === 2, {
			withinMs: 20_000,
			otherwise: 'the portfolio manager is not asked again',
		});
		const again = await pdc.open(linkIn(mails().at(-1)!));
		expect(again.html).toContain('Vanaf vandaag.');
		expect(again.html).toContain('€ 2,10 per persoon');
	});

	it('shows two notices on one item to each other, and does not carry both out unseen', async () => {
		await pdc.report(change({ code: 'FMH-006', prijs: '€ 10,00 per uur' }));
		const second = await pdc.report(change({ code: 'FMH-006', prijs: '€ 11,00 per uur' }));
		expect(second.html).toContain('over dit item loopt ook');
		const [first, other] = await pdc.register.pdc.notices.list({ code: 'FMH-006' });
		const links = [];
		for (const { number } of [first!, other!]) {
			const link = await asked(number, OWNER, 'wijziging beoordelen');
			if (number === other!.number)
				expect((await pdc.open(link)).html).toContain(`Ook gemeld over dit item: ${first!.number}`);
			await pdc.send(link, { email: OWNER, besluit: 'goedkeuren' });
			links.push(await asked(number, READER, 'tekst nakijken'));
		}
		expect((await pdc.send(links[0]!, { email: READER })).html).toContain(
			'De wijziging staat nu in de catalogus',
		);
		const clash = await pdc.send(links[1]!, { email: READER });
		expect(clash.html).toContain('intussen door een andere melding gewijzigd');
		expect(await stateOf(other!.number)).toBe('ingediend');
		expect((await xlsxItem('FMH-006'))!.price).toBe('€ 10,00 per uur');
	});

	it('refuses a link that is used again, is somebody else’s, or has ended, and changes nothing', async () => {
		await pdc.report(change({ code: 'FMH-010', levertijd: '4 werkdagen' }));
		const [notice] = await pdc.register.pdc.notices.list({ code: 'FMH-010' });
		const { number } = notice!;
		const link = await asked(number, OWNER, 'wijziging beoordelen');
		const stranger = await pdc.send(link, { email: MANAGER, besluit: 'goedkeuren' });
		expect(stranger.status).toBe(403);
		expect(stranger.html).toContain('Deze link is niet voor u');
		expect(await stateOf(number)).toBe('ingediend');

		const lastMonth = new Date(Date.now() - 30 * 86_400_000);
		const back = await Register.open(pdc.desk.register, () => lastMonth);
		const validUntil = new Date(Date.now() - 86_400_000).toISOString();
		const token = await issueApproval(back.links, notice!, {
			role: 'portfoliomanager',
			party: OWNER,
			validUntil,
		});
		await back.close();
		const ended = await pdc.send(link.replace(/token=.*/, `token=${token}`), {
			email: OWNER,
			besluit: 'goedkeuren',
		});
		expect(ended.status).toBe(410);
		expect(ended.html).toContain('Deze link is verlopen');
		expect(await stateOf(number)).toBe('ingediend');

		expect((await pdc.send(link, { email: OWNER, besluit: 'goedkeuren' })).status).toBe(200);
		const again = await pdc.send(link, { email: OWNER, besluit: 'afwijzen', toelichting: 'Toch niet' });
		expect(again.status).toBe(410);
		expect(again.html).toContain('Deze link is al gebruikt');
		expect(await stateOf(number)).not.toBe('afgewezen');
	});

	it('asks the supplier manager about what a supplier has and we have not, once', async () => {
		const known = await pdc.register.pdc.items.list();
		await pdc.register.together(async (part) => {
			for (const { content } of known.filter((one) => ['SSC-ICT', 'IUC'].includes(one.content.supplier))) {
				await part.pdc.items.put(
					{ ...content, validUntil: '2020-01-01' },
					{ by: 'test', reason: 'opruimen' },
				);
			}
		});
		pdc.desk.planon.add('UsrRequest', {
			FreeString1: 'IUC-900',
			Description: 'Inkoopadvies',
			Comment: 'Advies.',
		});
		for (let times = 0; times < 2; times++) await pdc.runOnSchedule('regiePdcVergelij', 'Elke nacht');
		const drafts = await pdc.register.pdc.notices.list({ states: ['concept'] });
		expect(drafts.map(({ kind, itemName }) => [kind, itemName])).toEqual([
			['toegevoegd', 'Werkplek'],
			['toegevoegd', 'Printen'],
			['toegevoegd', 'Inkoopadvies'],
		]);
		// A source that is not there stops nobody else.
		const trouble = await pdc.mailTo('functioneelbeheer@dienstencentrum.example', '11 Vergelijken');
		expect(trouble.text).toContain('RGD');
		expect(trouble.text).toContain('De bron is niet bekend: Een map');
		const link = linkIn(await pdc.mailTo(ICT_MANAGER, drafts[0]!.number));
		const said = { voorwie: 'iedereen', toelichting: 'Nieuw', merkt: 'U kunt een werkplek aanvragen.' };
		await pdc.send(link, { email: ICT_MANAGER, besluit: 'indienen', ...said });
		await pdc.mailTo('portfoliomanagement@dienstencentrum.example', drafts[0]!.number);
	});

	it('compares a file that a supplier manager hands in, and asks him about every difference, once', async () => {
		const { headings, rows } = await readFile({ name: 'catalogus.csv', content: catalogueCsv() });
		const mine = rows.map(({ cells }) => cells).filter((cells) => cells[3] === 'Topbloemen');
		const price = headings.indexOf('Prijs');
		const dearer = mine.map((cells, row) => (row === 0 ? cells.with(price, '€ 99,00') : cells));
		const file = stringify([headings, ...dearer], { delimiter: ';' });

		const taken = await pdc.handIn('Topbloemen', 'nieuw.csv', file);
		expect(taken.html).toContain('De catalogus van Topbloemen is vergeleken');
		expect(taken.html).toContain('Er is 1 nieuw verschil.');
		const mail = await pdc.mailTo('leveranciersmanagers@dienstencentrum.example', 'Topbloemen');
		expect(mail.text).toContain('€ 99,00');
		expect((await pdc.open(linkIn(mail))).html).toContain('€ 99,00');

		const again = await pdc.handIn('Topbloemen', 'nieuw.csv', file);
		expect(again.html).toContain('Er zijn geen nieuwe verschillen. Al bekend: 1.');

		const wrong = await pdc.handIn('Topbloemen', 'foto.csv', 'dit is geen catalogus');
		expect(wrong.html).toContain('Het bestand is niet vergeleken');
		expect(wrong.html).toContain('Er is niets veranderd.');
	});

	it('answers a question from the catalogue, and lets a colleague answer one that is not in it with an explanation', async () => {
		const explanation = {
			...{ code: 'UITLEG-01', title: 'Wij verhuren geen apparaten', why: 'Dat valt buiten de afspraken.' },
			...{ decidedBy: 'De directie.', expectation: 'Uw klantmanager denkt met u mee.' },
		};
		await pdc.register.pdc.explanations.put(explanation, { by: 'test', reason: 'nieuw' });
		const ask = async (id: string, text: string, kind: 'mail' | 'form' = 'mail') => {
			const classification = classificationFor({ category: 'informatieverzoek', supplier: 'Xerox' });
			const asked = signalFor(id, { subject: 'Vraag', text, classification });
			asked.source.kind = kind;
			const { signal } = await pdc.register.register(asked, { by: 'test', minutes: 1 });
			await pdc.register.completeIntake(signal.reference!, 'in behandeling', 'test');
			return signal;
		};
		const known = await ask('<1@x>', 'Hoe bestel ik visitekaartjes?');
		const unknown = await ask('<2@x>', 'Verhuren jullie ook drones?');
		const handledByHand = await ask('<3@x>', 'Waar bestel ik visitekaartjes?', 'form');
		await pdc.runOnSchedule('regiePdcAntwoord', 'Elke vijf minuten');
		const answer = await pdc.mailTo(known.customer.email!, known.reference!);
		expect(answer.text).toContain('Visitekaartjes in huisstijl');
		expect((await pdc.register.get(known.reference!)).status).toBe('opgelost');
		await pdc.mailTo('bedrijfsvoering@dienstencentrum.example', 'Al beantwoord', known.reference!);
		expect((await pdc.register.get(handledByHand.reference!)).status).toBe('in behandeling');
		const handed = await pdc.mailTo('bedrijfsvoering@dienstencentrum.example', unknown.reference!);
		expect(handed.text).toContain('> Verhuren jullie ook drones?');
		expect((await pdc.register.get(unknown.reference!)).status).toBe('in behandeling');

		const link = linkIn(handed);
		const form = await pdc.open(link);
		for (const words of ['Verhuren jullie ook drones?', explanation.title])
			expect(form.html).toContain(words);
		const empty = await pdc.send(link, { naam: 'An Vos', uitleg: 'geen', woorden: '' });
		expect(empty).toMatchObject({ status: 422 });
		const chosen = { naam: 'An Vos', uitleg: 'UITLEG-01', woorden: 'Drones verhuren wij niet.' };
		expect((await pdc.send(link, chosen)).html).toContain('Uw antwoord gaat naar de klant.');
		const told = await pdc.mailTo(unknown.customer.email!, unknown.reference!);
		expect(told.text).toMatch(/Drones verhuren wij niet\.\s+Dat valt buiten de afspraken\./);
		expect(told.text).toContain('Wat kunt u verwachten? Uw klantmanager denkt met u mee.');
		await eventually(async () => (await pdc.register.get(unknown.reference!)).status === 'opgelost', {
			withinMs: 20_000,
			otherwise: 'the signal is not solved',
		});
		expect((await pdc.send(link, chosen)).html).toContain('Deze link is al gebruikt');
	});

	it('tells in the digest what changed and what was not found, each the part that concerns him', async () => {
		await pdc.runOnSchedule('regiePdcOverzic1', 'Om de twee weken');
		const { text } = await pdc.mailTo('klantmanagers@dienstencentrum.example', 'overzicht');
		expect(text).toContain('Prijs: was “€ 8,25 per persoon”, wordt “€ 8,75 per persoon”');
		const ict = await pdc.mailTo(ICT_MANAGER, 'overzicht');
		expect(ict.text).not.toContain('Vergaderlunch');
		const owner = await pdc.mailTo(OWNER, 'overzicht');
		expect(owner.text).toContain('Verhuren jullie ook drones?');
		expect(owner.text).not.toContain('visitekaartjes');
	});

	it('asks every portfolio manager to mend his part, and reminds nobody too early', async () => {
		await pdc.runOnSchedule('regiePdcGezondhe', 'Elke maand');
		expect((await pdc.mailTo(OWNER, 'onvolledig')).text).toContain('zegt een klant niets');
		const before = pdc.desk.outgoing.messages.length;
		await pdc.runOnSchedule('regiePdcMelding1', 'Elke werkdag');
		expect(pdc.desk.outgoing.messages).toHaveLength(before);
	});
});
