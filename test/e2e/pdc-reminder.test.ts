import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { travellingClock, type TravellingClock } from '../support/travelling-clock';
import { CHANGE_WORKFLOW, linkIn, PdcDesk } from './support/pdc-desk';

jest.setTimeout(5 * 60_000);

const OWNER = 'els.brandsma@dienstencentrum.example';
const MANAGER = 'leverancier@dienstencentrum.example';

/** Reported on the day before Christmas: the holidays and the weekend after them count for nothing. */
describe('a change notice that nobody answers', () => {
	const folder = mkdtempSync(join(tmpdir(), 'regie-clock-'));
	let clock: TravellingClock;
	let pdc: PdcDesk;
	beforeAll(async () => {
		clock = travellingClock(folder, '2026-12-24T09:58');
		pdc = await PdcDesk.start({}, { clock });
	});
	afterAll(async () => {
		await pdc?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	const mails = () => pdc.desk.outgoing.messages.filter(({ envelope }) => envelope.to.includes(OWNER));
	/** Moves the clock to eight in the morning of a day, and waits until the workflow has looked. */
	const morningOf = async (day: string) => {
		const { api } = pdc.desk.n8n;
		await api.login();
		const before = (await api.executions(CHANGE_WORKFLOW))[0]?.id;
		clock.travelTo(`${day}T08:00:59`);
		await api.login();
		await eventually(
			async () => {
				const [newest] = await api.executions(CHANGE_WORKFLOW);
				return newest !== undefined && newest.id !== before && newest.status === 'success';
			},
			{ withinMs: 60_000, everyMs: 100, otherwise: `workflow 10 did not run on ${day}` },
		);
	};

	it('is reminded of after three working days, once, with a link of its own', async () => {
		await pdc.report({
			...{ soort: 'gewijzigd', code: 'FMH-001', melder: MANAGER, voorwie: 'alle medewerkers' },
			...{
				vanaf: '2027-02-01',
				waarom: 'Brood is duurder.',
				merkt: 'Een lunch kost € 8,75.',
				prijs: '€ 8,75',
			},
		});
		const asked = await pdc.mailTo(OWNER, 'wijziging beoordelen');

		await morningOf('2026-12-28');
		await morningOf('2026-12-29');
		expect(mails()).toHaveLength(1);
		await morningOf('2026-12-30');
		const reminder = await pdc.mailTo(OWNER, 'Herinnering');
		const [notice] = await pdc.register.pdc.notices.list();
		expect(reminder.subject).toBe(`Herinnering PDC ${notice!.number}: Vergaderlunch broodjes`);
		for (const words of [
			'Deze melding wacht al 3 werkdagen op u.',
			'Wilt u beslissen: goedkeuren, terugvragen of afwijzen?',
			'- Prijs: was “€ 8,25 per persoon”, wordt “€ 8,75”',
			'- Vanaf: 1 februari 2027',
			'is geldig tot en met 13-01-2027',
		]) {
			expect(reminder.text).toContain(words);
		}
		await morningOf('2026-12-31');
		expect(mails()).toHaveLength(2);

		// The link of the first mail has ended by now; that of the reminder has not.
		clock.travelTo('2027-01-08T12:00');
		const late = await pdc.send(linkIn(asked), { email: OWNER, besluit: 'goedkeuren' });
		expect(late.status).toBe(410);
		expect(late.html).toContain('Deze link is verlopen');
		expect((await pdc.send(linkIn(reminder), { email: OWNER, besluit: 'goedkeuren' })).html).toContain(
			'goedgekeurd',
		);
		// Who was to be reminded of the approval is so no more: it waits for the second reader.
		await pdc.mailTo('communicatie@dienstencentrum.example', notice!.number, 'tekst nakijken');
	});
});
