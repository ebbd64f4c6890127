import { compileDigests, type Recipient } from '../../../nodes/Pdc/digest/compile-digest';
import { answerQuestion } from '../../../nodes/Pdc/questions/answer-question';
import { submit } from '../../../nodes/Pdc/notices/submit';
import { healthByOwner } from '../../../nodes/Pdc/quality/owner-health';
import { importTestCatalogue } from '../../support/pdc';
import { registerPerTest } from '../../support/pdc-register';
import { classificationFor, signalFor } from '../../support/signals';

const at = registerPerTest();
beforeEach(async () => void (await importTestCatalogue(at.register)));

const digest = async (recipient: Omit<Recipient, 'email'>, days = 14) =>
	(
		await compileDigests(at.register, {
			recipients: [{ email: 'an@dc.example', ...recipient }],
			days,
			planned: [{ supplier: 'FMH', title: 'Liften in onderhoud', when: 'zaterdag 5 december' }],
		})
	)[0]!;
const changePrice = async () => {
	const { content } = await at.pdc.items.get('FMH-001');
	await at.pdc.items.put({ ...content, price: '€ 8,75' }, { by: 'els', reason: 'duurder' });
};
const dissatisfied = async (count: number, from: number) => {
	for (let number = from; number < from + count; number++) {
		const classification = classificationFor({ category: 'onvrede', supplier: 'SSC-ICT' });
		await at.register.register(signalFor(`<${number}@x>`, { classification }), { by: 'test', minutes: 1 });
	}
};

describe('the digest', () => {
	it('tells what changed in the catalogue, but not that it was read in', async () => {
		expect((await digest({ role: 'klantmanager' })).text).not.toContain('Gewijzigd in de catalogus');
		await changePrice();
		expect((await digest({ role: 'klantmanager' })).text).toContain(
			'Gewijzigd in de catalogus\n- Vergaderlunch broodjes (FMH-001): Prijs: was “€ 8,25 per persoon”, wordt “€ 8,75”',
		);
		at.later(15);
		expect((await digest({ role: 'portfoliomanager' })).empty).toBe(true);
	});

	it('gives each the part that concerns him', async () => {
		await changePrice();
		await submit(
			at.pdc,
			{
				kind: 'gewijzigd',
				code: 'FMH-001',
				wanted: { leadTime: '1 werkdag' },
				audience: 'iedereen',
				why: 'sneller',
				notices: 'De lunch komt sneller.',
				submittedBy: 'an@dc.example',
			},
			'test',
		);
		await answerQuestion(at.pdc, {
			text: 'Verhuren jullie drones?',
			sourceKey: '1',
			minConfidence: 0.35,
			mostItems: 3,
		});
		const ict = await digest({ role: 'leveranciersmanager', suppliers: ['SSC-ICT'] });
		expect(ict).toMatchObject({ empty: true, text: expect.stringContaining('niets nieuws') as string });
		const fmh = (await digest({ role: 'leveranciersmanager', suppliers: ['FMH'] })).text;
		expect(fmh).toContain('P-2026-000001 Vergaderlunch broodjes: ingediend sinds 24 november 2026');
		expect(fmh).toContain('Gepland werk\n- FMH: Liften in onderhoud, zaterdag 5 december');
		expect(fmh).not.toContain('drones');
		expect((await digest({ role: 'portfoliomanager' })).text).toContain('Verhuren jullie drones?');
		const elsewhere = await digest({ role: 'portfoliomanager', portfolios: ['Huisvesting'] });
		expect(elsewhere.text).not.toContain('FMH-001');
	});

	it('names a trend only when there is more than before, and escalations until they are over', async () => {
		await dissatisfied(3, 1);
		at.later(15);
		await dissatisfied(4, 10);
		expect((await digest({ role: 'klantmanager' })).text).not.toContain('Valt op in de signalen');
		await dissatisfied(1, 20);
		const { text } = await digest({ role: 'klantmanager' });
		expect(text).toContain('SSC-ICT, onvrede: 5 signalen, in de periode ervoor 3');
		expect(text.match(/R-2026-\d{6}/g)).toHaveLength(8);
		await at.register.setStatus('R-2026-000001', 'afgesloten', 'test');
		expect((await digest({ role: 'klantmanager' })).text.match(/R-2026-\d{6}/g)).toHaveLength(7);
	});

	it('has the same key for the same person and day', async () => {
		const one = await digest({ role: 'klantmanager' });
		expect(await digest({ role: 'klantmanager' })).toEqual(one);
		at.later(1);
		expect((await digest({ role: 'klantmanager' })).key).not.toBe(one.key);
	});
});

it('tells each portfolio manager what he has to mend, and at the end what nobody answers for', async () => {
	const versions = await at.pdc.items.list();
	const health = healthByOwner(versions, await at.pdc.events.last(), {
		now: at.pdc.now(),
		reviewEveryDays: 365,
	});
	expect(health.at(-1)!.owner).toBeNull();
	expect(health.at(-1)!.text).toContain('heeft geen portfoliomanager');
	const els = health.find(({ owner }) => owner === 'els.brandsma@dienstencentrum.example')!;
	expect(els.text).toContain('- Diner op locatie (FMH-007): ');
	expect(els.text).toContain('Levering: "op aanvraag" zegt een klant niets');
	expect(els.text.split('\n').length).toBeGreaterThanOrEqual(els.incomplete);
});
