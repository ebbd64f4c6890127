import { formLink } from '../../../nodes/Pdc/notices/mail/form-link';
import { managersSchema, takeMail } from '../../../nodes/Pdc/notices/mail/take-mail';
import { NO_FLAGS, type Signal } from '../../../nodes/shared/domain/signal';
import { importTestCatalogue } from '../../support/pdc';
import { registerPerTest } from '../../support/pdc-register';
import { signalFor } from '../../support/signals';

const at = registerPerTest();
beforeEach(async () => void (await importTestCatalogue(at.register)));

const MANAGER = 'an.vos@dienstencentrum.example';
const MANAGERS = managersSchema.parse(`Ben@dienstencentrum.example; ${MANAGER}`);
const from = (email: string) => ({ name: 'An Vos', email, organisation: null });
let mails = 0;
const take = async (text: string, changes: Partial<Signal> = {}) =>
	await takeMail(
		at.pdc,
		signalFor(`<${++mails}@x>`, { text, customer: from(MANAGER), ...changes }),
		MANAGERS,
		'mail',
	);
const lines = (...all: string[]) => all.join('\n');
const SAID = lines(
	'Voor wie: alle medewerkers',
	'Vanaf: 1 januari 2027',
	'Waarom: De prijs van brood is gestegen.',
	'Wat merkt de klant: Een broodjeslunch kost € 8,75.',
);

describe('a mail about a change', () => {
	it('becomes the notice that the form would have made', async () => {
		const text = lines(
			'Goedemorgen,',
			'',
			'Dienst: FMH-001',
			'Prijs: € 8,75 per persoon',
			SAID,
			'',
			'Groet, An',
		);
		expect(await take(text)).toMatchObject({
			outcome: 'submitted',
			duplicate: false,
			notice: {
				kind: 'gewijzigd',
				code: 'FMH-001',
				changes: [{ field: 'price', from: '€ 8,25 per persoon', to: '€ 8,75 per persoon' }],
				audience: 'alle medewerkers',
				effectiveFrom: '2027-01-01',
				submittedBy: MANAGER,
				state: 'ingediend',
			},
		});
		// The same change by another colleague, in other words about the rest.
		const again = text.replace('Waarom: De prijs', 'Waarom: Want de prijs');
		expect(await take(again, { customer: from('ben@dienstencentrum.example') })).toMatchObject({
			outcome: 'submitted',
			duplicate: true,
		});
	});

	it.each([
		['Dienst: Vergaderlunch broodjes'],
		['Product: vergaderlunch  Broodjes'],
		['*Dienst:* Vergaderlunch broodjes (fmh-001)'],
		['- Code: FMH-001\n- Dienst: de lunch'],
		['Naam: Vergaderlunch broodjes'],
		['> Dienst: FMH-001'],
	])('names the item as people do: %s', async (item) => {
		const taken = await take(lines(item, 'Prijs: € 8,75 per persoon', SAID));
		expect(taken).toMatchObject({ outcome: 'submitted', notice: { code: 'FMH-001' } });
	});

	it.each([
		['Prijs: € 8,75', 'price', '€ 8,75'],
		['Wat verandert: Prijs: € 8,75', 'price', '€ 8,75'],
		['Wat verandert: De prijs wordt € 8,75.', 'price', '€ 8,75'],
		['Wat verandert:\n- de levertijd wordt 4 werkdagen', 'leadTime', '4 werkdagen'],
		[
			'Omschrijving: Belegde broodjes.\nMet melk en karnemelk.',
			'description',
			'Belegde broodjes.\nMet melk en karnemelk.',
		],
	])('says what changes: %s', async (said, field, to) => {
		const taken = await take(lines('Dienst: FMH-001', said, SAID));
		expect(taken).toMatchObject({ outcome: 'submitted', notice: { changes: [{ field, to }] } });
	});

	it.each([
		['per 4 januari 2027', '2027-01-04'],
		['maandag 4 januari 2027', '2027-01-04'],
		['4-1-2027', '2027-01-04'],
		['2027-01-04', '2027-01-04'],
	])('holds from a day as people write it: %s', async (said, day) => {
		const taken = await take(lines('Dienst: FMH-001', 'Prijs: € 1', SAID.replace('1 januari 2027', said)));
		expect(taken).toMatchObject({ notice: { effectiveFrom: day } });
	});

	it('withdraws a service only when it says so of the whole service', async () => {
		const gone = await take(lines('Dienst: FMH-003', 'Wat verandert: de dienst vervalt', SAID));
		expect(gone).toMatchObject({ outcome: 'submitted', notice: { kind: 'vervallen', changes: [] } });
		const part = await take(lines('Dienst: FMH-001', 'Wat verandert: het kortingstarief vervalt', SAID));
		expect(part).toMatchObject({
			outcome: 'incomplete',
			problems: [expect.stringMatching(/^Wat verandert: /)],
		});
	});

	it('adds a service with a code of its own', async () => {
		const added = lines('Soort melding: toegevoegd', 'Dienst: Fruit op het werk', 'Leverancier: FMH');
		expect(await take(lines(added, SAID))).toMatchObject({
			outcome: 'incomplete',
			problems: [
				'Dienst: Geef een code die nog niet in de catalogus staat, in een regel zoals Code: FMH-912.',
			],
		});
		expect(await take(lines(added, 'Code: FMH-900', SAID))).toMatchObject({
			outcome: 'submitted',
			notice: { kind: 'toegevoegd', code: 'FMH-900', itemName: 'Fruit op het werk' },
		});
	});

	it('names exactly what is missing, and keeps what was understood', async () => {
		const taken = await take(lines('Dienst: FMH-001', 'Prijs: € 8,75', 'Vanaf: volgende week', 'Waarom:'));
		expect(taken).toMatchObject({
			outcome: 'incomplete',
			problems: [
				'Voor wie: Schrijf voor wie het verandert, zoals "alle medewerkers".',
				'Vanaf: "volgende week" is geen dag. Schrijf het jaar erbij, zoals 24-12-2026.',
				'Waarom: Schrijf waarom het verandert.',
				'Wat merkt de klant: Schrijf in gewone woorden wat de klant ervan merkt; klanten krijgen die tekst te lezen.',
			],
			understood: ['Soort melding: gewijzigd', 'Dienst: FMH-001', 'Prijs: € 8,75'],
		});
		expect(await at.pdc.notices.list()).toEqual([]);
	});

	it.each([
		['Dienst: FMH-999', /^Dienst: "FMH-999" staat niet in de catalogus/],
		['Dienst: lunch', /^Dienst: .*FMH-001 \(Vergaderlunch broodjes\)/],
		['Dienst: FMH-001 en FMH-003', /^Dienst: Meld één dienst per keer/],
		['Waarom: zomaar', /^Dienst: Schrijf de code of de naam/],
		['Dienst: FMH-001\nPrijs: € 8,25 per persoon', /^Wat verandert: De catalogus zegt dit al over FMH-001/],
		['Dienst: FMH-001\nSoort melding: misschien', /^Soort melding: "misschien" is niet bekend/],
		['Hallo, er verandert iets bij de lunch.', /^Dienst: /],
	])('says what to do about %s', async (text, problem) => {
		const taken = await take(text);
		expect(taken).toMatchObject({
			outcome: 'incomplete',
			problems: expect.arrayContaining([expect.stringMatching(problem)]) as unknown,
		});
	});

	it('takes what a supplier manager forwards as his, with his own words first', async () => {
		const source = {
			...signalFor('<f@x>').source,
			forwardedBy: { name: 'An', email: MANAGER, remark: lines('Dienst: FMH-001', SAID) },
		};
		const forwarded = { source, customer: from('planning@leverancier.example') };
		expect(await take('Waarom: wij stoppen ermee\nPrijs: € 8,75', forwarded)).toMatchObject({
			outcome: 'submitted',
			notice: { submittedBy: MANAGER, why: 'De prijs van brood is gestegen.', changes: [{ to: '€ 8,75' }] },
		});
	});

	it.each<[string, Partial<Signal>]>([
		['somebody else', { customer: from('vreemd@elders.example') }],
		['nobody', { customer: { ...from(''), email: null } }],
		['an automatic reply', { flags: { ...NO_FLAGS, autoReply: true } }],
	])('of %s is for a person', async (_, changes) => {
		const taken = await take(lines('Dienst: FMH-001', 'Prijs: € 8,75', SAID), changes);
		expect(taken).toMatchObject({ outcome: 'person', why: expect.stringMatching(/./) as string });
		expect(await at.pdc.notices.list()).toEqual([]);
	});

	it('is asked for with a link to the form that mail programs leave whole', async () => {
		const taken = await take(
			lines('Dienst: FMH-001', 'Prijs: € 8,75 & meer', `Omschrijving: ${'é'.repeat(900)}`),
		);
		if (taken.outcome !== 'incomplete') throw new Error(taken.outcome);
		const link = formLink('https://n8n.example/form/pdc-wijziging', taken.report);
		expect(link.length).toBeLessThan(2000);
		expect(Object.fromEntries(new URL(link).searchParams)).toEqual({
			soort: 'gewijzigd',
			code: 'FMH-001',
			melder: MANAGER,
			prijs: '€ 8,75 & meer',
		});
	});
});
