import { carryOutDue } from '../../../nodes/Pdc/notices/finish';
import { issueApproval, type Role } from '../../../nodes/Pdc/notices/approval-link';
import { toReader } from '../../../nodes/Pdc/notices/decide';
import { customerText } from '../../../nodes/Pdc/notices/describe';
import { remindersDue } from '../../../nodes/Pdc/notices/reminders';
import { submit, type Report } from '../../../nodes/Pdc/notices/submit';
import { readRecords } from '../../../nodes/Pdc/files/read-records';
import { syncSupplier } from '../../../nodes/Pdc/sync/sync-supplier';
import { openApproval, useApproval } from '../../../nodes/Pdc/notices/use-approval';
import { WorkingCalendar } from '../../../nodes/shared/domain/working-time/working-calendar';
import { openDatabase } from '../../../nodes/shared/storage/database';
import type { Notice } from '../../../nodes/shared/domain/pdc/notice';
import { importTestCatalogue } from '../../support/pdc';
import { registerPerTest } from '../../support/pdc-register';

const at = registerPerTest();
beforeEach(async () => void (await importTestCatalogue(at.register)));

const OWNER = 'els.brandsma@dienstencentrum.example';
const MANAGER = 'leverancier@dienstencentrum.example';
const READER = 'communicatie@dienstencentrum.example';
const style = { organisation: 'Dienstencentrum', department: '', signature: '', colour: '#154273' };
const desk = () => ({ register: at.register, style });

const report = (changes: Partial<Report> = {}): Report => ({
	kind: 'gewijzigd',
	code: 'FMH-001',
	wanted: { price: '€ 8,75 per persoon' },
	audience: 'alle medewerkers',
	effectiveFrom: '2026-11-24',
	why: 'De prijs van brood is gestegen.',
	notices: 'Een broodjeslunch kost € 8,75 per persoon.',
	submittedBy: MANAGER,
	...changes,
});
const reported = async (changes?: Partial<Report>) =>
	(await submit(at.pdc, report(changes), 'formulier')).notice;

const link = async (notice: Notice, role: Role, party: string, days = 14) =>
	await issueApproval(at.register.links, notice, {
		role,
		party,
		validUntil: new Date(at.pdc.now().getTime() + days * 86_400_000).toISOString(),
	});
const post = async (token: string, email: string, fields: object) =>
	await useApproval(desk(), token, { email, ...fields });

async function approved(notice: Notice): Promise<Notice> {
	await post(await link(notice, 'portfoliomanager', OWNER), OWNER, { besluit: 'goedkeuren' });
	return await toReader(at.pdc, notice.number, READER);
}
async function finished(notice: Notice, fields = {}) {
	const reading = await approved(notice);
	return await post(await link(reading, 'redactie', READER), READER, fields);
}

describe('a change notice', () => {
	it('is numbered, and made of what differs from the catalogue', async () => {
		const notice = await reported({ wanted: { price: '€ 8,75 per persoon', leadTime: '2 werkdagen' } });
		expect(notice).toMatchObject({
			number: 'P-2026-000001',
			state: 'ingediend',
			supplier: 'FMH',
			portfolio: 'Catering en banqueting',
			owner: OWNER,
			itemName: 'Vergaderlunch broodjes',
			baseVersion: 1,
			changes: [{ field: 'price', from: '€ 8,25 per persoon', to: '€ 8,75 per persoon' }],
		});
	});

	it('is one notice when two people report it, until it is finished', async () => {
		const first = await reported();
		const second = await submit(at.pdc, report({ submittedBy: 'ander@dienstencentrum.example' }), 'mail');
		expect(second).toMatchObject({ duplicate: true, notice: { number: first.number } });
		await post(await link(first, 'portfoliomanager', OWNER), OWNER, {
			besluit: 'afwijzen',
			toelichting: 'Nee',
		});
		expect((await submit(at.pdc, report(), 'mail')).duplicate).toBe(false);
	});

	it.each([
		[{ wanted: { price: ' €  8,25 per persoon' } }, 'Say what changes'],
		[{ why: ' ' }, 'Fill in why it changes'],
		[{ notices: '' }, 'Fill in what the customer notices of it'],
		[{ code: 'FMH-999' }, 'There is no item FMH-999'],
		[
			{ kind: 'toegevoegd' as const, wanted: { name: 'X', supplier: 'FMH' as const } },
			'There is an item FMH-001 already',
		],
		[{ wanted: { links: ['javascript:alert(1)'] } }, 'Write a link as https'],
	])('is refused when it is not right: %j', async (wrong, message) => {
		await expect(reported(wrong)).rejects.toThrow(message);
		expect(await at.pdc.notices.list()).toEqual([]);
	});

	it('becomes a version with who and why, and overwrites nothing', async () => {
		const done = await finished(await reported(), { merkt: 'De lunch kost vanaf nu € 8,75 per persoon.' });
		expect(done).toMatchObject({ outcome: 'doorgevoerd', page: { status: 200 } });
		expect(await at.pdc.items.history('FMH-001')).toMatchObject([
			{
				version: 2,
				content: { price: '€ 8,75 per persoon' },
				changedBy: OWNER,
				reason: 'De prijs van brood is gestegen.',
				notice: 'P-2026-000001',
			},
			{ version: 1, content: { price: '€ 8,25 per persoon' } },
		]);
		expect(customerText(done.notice!)).toBe(
			'Vanaf 24 november 2026 verandert er iets bij Vergaderlunch broodjes.\n\n' +
				'De lunch kost vanaf nu € 8,75 per persoon.\n\nDit geldt voor: alle medewerkers.',
		);
		expect(done.notice!.log.map(({ kind }) => kind)).toEqual([
			'ingediend',
			'goedgekeurd',
			'bij redactie',
			'gelezen',
			'doorgevoerd',
		]);
	});

	it('adds an item, and withdraws one on its day', async () => {
		await finished(
			await reported({
				kind: 'toegevoegd',
				code: 'FMH-900',
				wanted: { name: 'Soep van de dag', supplier: 'FMH', owner: OWNER, validFrom: '2027-01-01' },
			}),
		);
		expect((await at.pdc.items.get('FMH-900')).content).toMatchObject({ validFrom: '2027-01-01' });
		await finished(
			await reported({ kind: 'vervallen', code: 'FMH-002', wanted: {}, effectiveFrom: '2027-01-01' }),
		);
		expect((await at.pdc.items.get('FMH-002')).content.validUntil).toBe('2026-12-31');
	});

	it('waits for its day when that is later', async () => {
		const done = await finished(await reported({ effectiveFrom: '2026-12-01' }));
		expect(done).toMatchObject({ outcome: 'ingepland', notice: { state: 'bij redactie', readBy: READER } });
		expect(await carryOutDue(at.pdc)).toEqual([]);
		at.later(7);
		expect(await carryOutDue(at.pdc)).toMatchObject([{ outcome: 'doorgevoerd', version: { version: 2 } }]);
		expect(await carryOutDue(at.pdc)).toEqual([]);
	});

	it('does not stop the others when it cannot be carried out, and says why', async () => {
		await finished(await reported({ effectiveFrom: '2026-12-01' }));
		await finished(await reported({ code: 'FMH-002', effectiveFrom: '2026-12-01' }));
		// What the first one changes is gone, as in a database that was put back from a backup.
		const db = await openDatabase(at.settings);
		await db.deleteFrom('pdc_versions').where('code', '=', 'FMH-001').execute();
		await db.destroy();
		at.later(7);
		const due = await at.register.together(async ({ pdc }) => await carryOutDue(pdc));
		expect(due).toMatchObject([
			{
				outcome: 'mislukt',
				notice: { number: 'P-2026-000001' },
				error: 'There is no item FMH-001.',
				details: expect.stringContaining('check the code'),
			},
			{ outcome: 'doorgevoerd', notice: { number: 'P-2026-000002' } },
		]);
		expect(await at.pdc.notices.get('P-2026-000001')).toMatchObject({
			state: 'bij redactie',
			readBy: READER,
		});
		expect((await at.pdc.items.get('FMH-002')).version).toBe(2);
	});

	it('goes back with a question, and comes again with the answer', async () => {
		const notice = await reported();
		const token = await link(notice, 'portfoliomanager', OWNER);
		const asked = await post(token, OWNER, { besluit: 'terugvragen', toelichting: 'Ook voor halal?' });
		expect(asked.outcome).toBe('teruggevraagd');
		const question = await link(asked.notice!, 'indiener', MANAGER);
		expect((await openApproval(desk(), question)).html).toContain('Ook voor halal?');
		const answered = await post(question, MANAGER, {
			toelichting: 'Ja, dezelfde prijs.',
			veld_price: '€ 8,80 per persoon',
		});
		expect(answered).toMatchObject({ outcome: 'beantwoord', notice: { state: 'ingediend' } });
		expect(answered.notice!.changes).toEqual([
			{ field: 'price', from: '€ 8,25 per persoon', to: '€ 8,80 per persoon' },
		]);
		const again = await openApproval(desk(), await link(answered.notice!, 'portfoliomanager', OWNER));
		expect(again.html).toContain('Ja, dezelfde prijs.');
	});
});

describe('two notices on one item', () => {
	const both = async () => [
		await reported(),
		await reported({ wanted: { price: '€ 9,00 per persoon' }, submittedBy: 'b@dienstencentrum.example' }),
	];

	it('are shown to who decides, with what is different', async () => {
		const [first, second] = await both();
		const page = await openApproval(desk(), await link(first!, 'portfoliomanager', OWNER));
		expect(page.html).toContain(`Ook gemeld over dit item: ${second!.number}`);
		expect(page.html).toContain('Prijs: was “€ 8,25 per persoon”, wordt “€ 9,00 per persoon”');
		expect(page.html).toContain('allebei wijzigen Prijs');
	});

	it('are not both carried out unseen: the second one is decided anew, on what the first one made', async () => {
		const [first, second] = await both();
		const reading = await approved(second!);
		await finished(first!);
		const token = await link(reading, 'redactie', READER);
		expect((await post(token, READER, {})).outcome).toBe('opnieuw beoordelen');
		const back = await at.pdc.notices.get(second!.number);
		expect(back).toMatchObject({ state: 'ingediend', approvedBy: null, baseVersion: 2 });
		expect(back.changes[0]!.from).toBe('€ 8,75 per persoon');
		expect((await at.pdc.items.get('FMH-001')).content.price).toBe('€ 8,75 per persoon');
		const page = await openApproval(desk(), await link(back, 'portfoliomanager', OWNER));
		expect(page.html).toContain('Het item is intussen gewijzigd. Prijs is nu “€ 8,75 per persoon”');
		expect(await finished(back)).toMatchObject({ outcome: 'doorgevoerd' });
		expect((await at.pdc.items.get('FMH-001')).version).toBe(3);
	});

	it('on different fields do not hinder each other', async () => {
		const lead = await reported({ wanted: { leadTime: '3 werkdagen' } });
		const reading = await approved(lead);
		await finished(await reported());
		expect((await post(await link(reading, 'redactie', READER), READER, {})).outcome).toBe('doorgevoerd');
		expect((await at.pdc.items.get('FMH-001')).content).toMatchObject({
			price: '€ 8,75 per persoon',
			leadTime: '3 werkdagen',
		});
	});
});

describe('a notice that gets the words of another open one', () => {
	const other = async () => await reported({ wanted: { price: '€ 9,00 per persoon' } });

	it('is refused on the form, which names that one, and the link stays good', async () => {
		const [first, second] = [await reported(), await other()];
		const token = await link(await approved(first), 'redactie', READER);
		const same = await post(token, READER, { veld_price: '€ 9,00 per persoon' });
		expect(same).toMatchObject({ outcome: 'niets', page: { status: 422 } });
		expect(same.page.html).toContain(`Melding ${second.number} vraagt al precies dit`);
		expect((await post(token, READER, { veld_price: '€ 9,10 per persoon' })).outcome).toBe('doorgevoerd');
	});

	it('may have them when the other one is finished', async () => {
		const [first, second] = [await reported(), await other()];
		await post(await link(second, 'portfoliomanager', OWNER), OWNER, {
			besluit: 'afwijzen',
			toelichting: 'Nee',
		});
		expect(await finished(first, { veld_price: '€ 9,00 per persoon' })).toMatchObject({
			outcome: 'doorgevoerd',
		});
	});

	it('is refused by the register too, in words that name that one', async () => {
		const [first, second] = [await reported(), await other()];
		const change = at.pdc.notices.change(
			first.number,
			{ changes: second.changes },
			{ actor: 'An', kind: 'antwoord', text: '' },
		);
		await expect(change).rejects.toMatchObject({
			name: 'RegisterError',
			message: `Notice ${first.number} would ask for exactly what ${second.number} asks for, and that one is still open.`,
			hint: expect.stringContaining(`reject ${second.number} first`),
		});
		expect(await at.pdc.notices.get(first.number)).toEqual(first);
	});
});

describe('the link of an approval', () => {
	const stateOf = async (number: string) => (await at.pdc.notices.get(number)).state;

	it('works once', async () => {
		const notice = await reported();
		const token = await link(notice, 'portfoliomanager', OWNER);
		expect((await post(token, OWNER, { besluit: 'goedkeuren' })).outcome).toBe('goedgekeurd');
		const again = await post(token, OWNER, { besluit: 'afwijzen', toelichting: 'Toch niet' });
		expect(again).toMatchObject({ outcome: 'niets', page: { status: 410 } });
		expect(again.page.html).toContain('Deze link is al gebruikt');
		expect(await stateOf(notice.number)).toBe('goedgekeurd');
	});

	it('is not for who it was not sent to, and stays good for who it was', async () => {
		const notice = await reported();
		const token = await link(notice, 'portfoliomanager', OWNER);
		const stranger = await post(token, 'ander@dienstencentrum.example', { besluit: 'goedkeuren' });
		expect(stranger).toMatchObject({ outcome: 'niets', page: { status: 403 } });
		expect(stranger.page.html).toContain('Deze link is niet voor u');
		expect((await post(token, ` ${OWNER.toUpperCase()} `, { besluit: 'goedkeuren' })).outcome).toBe(
			'goedgekeurd',
		);
	});

	it('is no longer for a portfolio manager whose item it is not any more', async () => {
		const notice = await reported();
		const token = await link(notice, 'portfoliomanager', 'vorige@dienstencentrum.example');
		expect((await openApproval(desk(), token)).status).toBe(403);
	});

	it('ends', async () => {
		const token = await link(await reported(), 'portfoliomanager', OWNER, 3);
		at.later(4);
		const late = await post(token, OWNER, { besluit: 'goedkeuren' });
		expect(late).toMatchObject({ outcome: 'niets', page: { status: 410 } });
		expect(late.page.html).toContain('Deze link is verlopen');
	});

	it('says who decided when another link was used before', async () => {
		const notice = await reported();
		const [one, other] = [
			await link(notice, 'portfoliomanager', OWNER),
			await link(notice, 'portfoliomanager', OWNER),
		];
		await post(one, OWNER, { besluit: 'afwijzen', toelichting: 'Nu niet' });
		const page = await openApproval(desk(), other);
		expect(page.status).toBe(410);
		expect(page.html).toContain('Over deze melding is al besloten');
		expect(page.html).toContain(OWNER);
	});

	it('opens as often as a mail scanner likes, and changes nothing', async () => {
		const notice = await reported();
		const token = await link(notice, 'portfoliomanager', OWNER);
		for (let times = 0; times < 3; times++) expect((await openApproval(desk(), token)).status).toBe(200);
		expect((await openApproval(desk(), `${token}x`)).status).toBe(404);
		expect(await stateOf(notice.number)).toBe('ingediend');
	});

	it('comes back with what was filled in wrongly, unused', async () => {
		const token = await link(await reported(), 'portfoliomanager', OWNER);
		const empty = await post(token, OWNER, { besluit: 'afwijzen' });
		expect(empty.page.status).toBe(422);
		expect(empty.page.html).toContain('Schrijf in de toelichting waarom');
		const own = await reported({ wanted: { price: '€ 1,00' }, submittedBy: OWNER });
		const mine = await post(await link(own, 'portfoliomanager', OWNER), OWNER, { besluit: 'goedkeuren' });
		expect(mine.page.html).toContain('U hebt deze wijziging zelf gemeld');
		expect((await post(token, OWNER, { besluit: 'goedkeuren' })).outcome).toBe('goedgekeurd');
	});
});

it('reminds who a notice waits for, by working days', async () => {
	const notice = await reported();
	const due = async () => remindersDue(await at.pdc.notices.list(), new WorkingCalendar(), 3, at.pdc.now());
	at.later(2);
	expect(await due()).toEqual([]);
	// From Tuesday to Sunday there are three working days.
	at.later(3);
	expect(await due()).toMatchObject([
		{ notice: { number: notice.number }, role: 'portfoliomanager', workingDays: 3 },
	]);
	await at.pdc.notices.reminded(notice.number);
	expect(await due()).toEqual([]);
	at.later(4);
	expect(await due()).toMatchObject([{ workingDays: 7 }]);
});

describe('a difference with the catalogue of the supplier', () => {
	const theirs = [
		{ code: 'TB-001', name: 'Boeket bij jubileum of afscheid', price: '€ 29,00' },
		{ code: 'TB-050', name: 'Plant in pot', price: '€ 15,00' },
	];
	const sync = async (records: object[] = theirs) =>
		await syncSupplier(at.pdc, readRecords(records, ['code', 'name', 'price']), {
			supplier: 'Topbloemen',
			mapping: {},
			portfolio: 'Relatie en representatie',
			supplierManager: MANAGER,
			mostWithdrawn: 1,
		});

	it('becomes a draft for the supplier manager, once', async () => {
		const { notices, known } = await sync();
		expect(known).toBe(0);
		expect(notices.filter(({ kind }) => kind === 'vervallen')).toHaveLength(6);
		expect(notices.slice(0, 2)).toMatchObject([
			{
				code: 'TB-001',
				kind: 'gewijzigd',
				state: 'concept',
				differences: ['Prijs: was “€ 27,50”, wordt “€ 29,00”'],
			},
			{ code: 'TB-050', kind: 'toegevoegd', portfolio: 'Relatie en representatie' },
		]);
		at.later(1);
		expect(await sync()).toMatchObject({ notices: [], known: 8 });
	});

	it('is not that an item was withdrawn because its line cannot be read', async () => {
		const whole = (await at.pdc.items.list())
			.filter(({ content }) => content.supplier === 'Topbloemen')
			.map(({ content: { code, name, price } }) => ({ code, name, price }));
		const nameless = whole.map((record) => (record.code === 'TB-002' ? { ...record, name: '' } : record));
		expect(await sync(nameless)).toMatchObject({
			notices: [],
			known: 0,
			problems: [{ line: 2, skipped: true }],
		});
		const without = whole.filter(({ code }) => code !== 'TB-002');
		expect((await sync(without)).notices).toMatchObject([{ code: 'TB-002', kind: 'vervallen' }]);
	});

	it('looks for a line that cannot be read by the code of the supplier too', async () => {
		const { content } = await at.pdc.items.get('TB-003');
		await at.pdc.items.put({ ...content, supplierCode: '47/11' }, { by: 'An', reason: 'Eigen code' });
		const records = (await at.pdc.items.list())
			.filter(({ content: { supplier } }) => supplier === 'Topbloemen')
			.map(({ content: { code, supplierCode, name, price } }) => ({
				code: supplierCode ?? code,
				name,
				price,
			}));
		const { notices, problems } = await sync(records);
		expect(notices).toEqual([]);
		expect(problems).toMatchObject([{ column: 'code', why: expect.stringContaining('47/11') }]);
	});

	it('makes our item stale until somebody looked', async () => {
		await sync();
		expect((await at.pdc.events.last()).get('TB-001')).toHaveProperty(['gewijzigd bij leverancier']);
	});

	it('is submitted with what a comparison cannot know, or put aside for good', async () => {
		const { notices } = await sync();
		const concept = async (index: number) => await link(notices[index]!, 'leveranciersmanager', MANAGER);
		const empty = await post(await concept(0), MANAGER, { besluit: 'indienen' });
		expect(empty.page.html).toContain('Schrijf wat de klant ervan merkt');
		const said = { voorwie: 'iedereen', toelichting: 'Nieuw contract', merkt: 'Een boeket kost € 29,00.' };
		const submitted = await post(await concept(0), MANAGER, { besluit: 'indienen', ...said });
		expect(submitted).toMatchObject({
			outcome: 'ingediend',
			notice: { why: 'Nieuw contract', state: 'ingediend' },
		});
		const aside = await post(await concept(1), MANAGER, {
			besluit: 'afwijzen',
			toelichting: 'Niet voor ons',
		});
		expect(aside.outcome).toBe('weggelegd');
		at.later(1);
		expect((await sync()).notices).toEqual([]);
	});
});
