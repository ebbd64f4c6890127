import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import type { SupplierChange } from '../../../nodes/shared/domain/suppliers/supplier-change';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { signalFor, ticketFor } from '../../support/signals';
import { onEveryDatabase } from '../../support/register-databases';

const MOMENT = new Date('2026-11-02T10:00:00Z');
const REFERENCE = 'R-2026-000001';
let settings: RegisterSettings;
let register: Register;
onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		settings = await fresh();
		register = await Register.open(settings, () => MOMENT);
		await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
		await register.completeIntake(REFERENCE, 'doorgezet', 'test');
	});
	afterEach(async () => await register.close());

	const change = (changes: Partial<SupplierChange> = {}): SupplierChange => ({
		changeId: 'c1',
		system: 'topdesk',
		reference: REFERENCE,
		ticket: { number: 'I 2611 004', id: 'a1' },
		progress: 'started',
		text: "Bij de leverancier: 'In behandeling'.",
		by: 'supplier',
		...changes,
	});
	const report = async (changes: Partial<SupplierChange> = {}) =>
		await register.suppliers.report(change(changes), 'test');
	const texts = async (kind: string) =>
		(await register.get(REFERENCE)).actions.filter((action) => action.kind === kind).map(({ text }) => text);

	it('takes in what a supplier reports once, also from two runs at once', async () => {
		const other = await Register.open(settings, () => MOMENT);
		const reports = await Promise.all([report(), other.suppliers.report(change(), 'test')]);
		await other.close();
		expect(reports.map(({ outcome }) => outcome).sort()).toEqual(['known', 'recorded']);
		expect((await report()).outcome).toBe('known');
		expect(await texts('leverancier')).toEqual(["Bij de leverancier: 'In behandeling'."]);
		expect((await register.get(REFERENCE)).status).toBe('in behandeling');
	});

	it('knows a signal by its ticket when the supplier lost our reference', async () => {
		const ticket = { system: 'topdesk' as const, supplier: 'SSC-ICT' as const, id: 'a1' };
		await register.addTicket(
			REFERENCE,
			{ ...ticket, number: 'I 2611 004', createdAt: MOMENT.toISOString() },
			'test',
		);
		expect((await report({ reference: null })).signal?.reference).toBe(REFERENCE);
		const other = await report({ changeId: 'c2', reference: null, system: 'planon' });
		expect(other).toEqual({ outcome: 'unknown', signal: null });
	});

	it('does not remember what it cannot place, so that it can come by again', async () => {
		const early = { reference: 'R-2026-000002' };
		expect(await report(early)).toEqual({ outcome: 'unknown', signal: null });
		await register.register(signalFor('<2@x>', { subject: 'Muis' }), { by: 'test', minutes: 10 });
		expect((await report(early)).outcome).toBe('recorded');
	});

	it('leaves open what the customer opened again, and counts it as onvrede', async () => {
		await report({ progress: 'solved' });
		await report({ changeId: 'c2', by: 'customer', progress: null, text: 'Hij doet het niet.' });
		expect((await register.get(REFERENCE)).status).toBe('heropend');
		const { outcome, signal } = await report({ changeId: 'c3', progress: 'solved', text: 'Gesloten.' });
		expect(outcome).toBe('disagreement');
		expect(signal).toMatchObject({ status: 'heropend', classification: { also: ['onvrede'] } });
		expect(await texts('onvrede')).toEqual([
			'Volgens de klant is het niet opgelost.',
			'De leverancier is klaar, maar volgens de klant is het niet opgelost.',
		]);
		expect(await texts('reactie')).toEqual(['De klant schreef bij de leverancier: Hij doet het niet.']);
	});

	describe('by a link', () => {
		const byMail = async (supplier: 'Xerox' | 'Staples') =>
			await register.addTicket(
				REFERENCE,
				ticketFor({ system: 'email', supplier, number: REFERENCE }),
				'test',
			);
		const goesTo = async (supplier: 'Xerox' | 'Staples') =>
			await register.handling.changeClassification(REFERENCE, { supplier }, 'test', 'hoort daar');
		const asked = async () => (await register.suppliers.toAsk(60, 0, 10)).map(({ key }) => key);
		const key = (rest: string) => `${REFERENCE}:leverancierslink:${rest}`;

		it('is asked of the supplier that a signal went to, with a mail of its own', async () => {
			await goesTo('Xerox');
			await byMail('Xerox');
			expect(await asked()).toEqual([key('Xerox:1')]);
			await goesTo('Staples');
			await byMail('Staples');
			// Nobody recorded the mail to the first one, which has no signal to report about any more.
			expect(await asked()).toEqual([key('Staples:1')]);
			await register.suppliers.recordAsked(REFERENCE);
			expect(await asked()).toEqual([]);
			await report({ progress: 'solved' });
			await register.handling.reopen(REFERENCE, 'test', 'weer stuk');
			expect(await asked()).toEqual([key('Staples:2')]);
		});

		it('is asked of who has the ticket, whatever the signal was judged to be', async () => {
			await byMail('Xerox');
			expect(await asked()).toEqual([key('Xerox:1')]);
			await register.addTicket(REFERENCE, ticketFor(), 'test');
			expect(await asked()).toEqual([]);
		});

		it('is not asked again by a mail from when the supplier was not in its key', async () => {
			await byMail('Xerox');
			await register.outbox.reserve(outgoingMail(key('1'), { reference: REFERENCE }), AMPLE);
			expect(await asked()).toEqual([key('1')]);
			await register.suppliers.recordAsked(REFERENCE);
			await report({ progress: 'solved' });
			await register.handling.reopen(REFERENCE, 'test', 'weer stuk');
			expect(await asked()).toEqual([key('Xerox:2')]);
		});
	});

	describe('about a duplicate', () => {
		const KEPT = 'R-2026-000002';
		const TEXT = `Over ${REFERENCE}, een dubbel hiervan: Bij de leverancier: 'In behandeling'.`;
		const merge = async (changes: Partial<Signal> = {}) => {
			await register.register(signalFor('<2@x>', changes), { by: 'test', minutes: 10 });
			await register.completeIntake(KEPT, 'doorgezet', 'test');
			await register.addTicket(REFERENCE, ticketFor({ number: 'I 2611 004' }), 'test');
			await register.handling.merge(REFERENCE, KEPT, 'test');
		};
		const written = async (kind: string) =>
			(await register.get(KEPT)).actions.filter((action) => action.kind === kind).map(({ text }) => text);
		/** Where both stand, and that nobody is told that the duplicate goes on. */
		const statuses = async () => {
			const told = (await register.handling.history(REFERENCE)).filter(({ kind }) => kind === 'leverancier');
			expect(told).toEqual([]);
			return [(await register.get(REFERENCE)).status, (await register.get(KEPT)).status];
		};

		it.each(['started', 'solved', 'canceled'] as const)(
			'is written down on the signal that is kept, which goes by its own ticket: %s',
			async (progress) => {
				await merge();
				await register.addTicket(KEPT, ticketFor({ number: 'I 2611 005' }), 'test');
				const { outcome, signal } = await report({ progress });
				expect([outcome, signal!.reference]).toEqual(['recorded', REFERENCE]);
				expect((await report({ progress })).outcome).toBe('known');
				expect(await statuses()).toEqual(['afgesloten', 'doorgezet']);
				expect(await written('leverancier')).toEqual([TEXT]);
			},
		);

		it.each([
			['started', 'in behandeling'],
			['solved', 'opgelost'],
			['canceled', 'te beoordelen'],
		] as const)(
			'is what the signal that is kept goes by when it has no ticket: %s',
			async (progress, status) => {
				await merge();
				expect((await report({ progress })).signal).toMatchObject({ reference: KEPT, status });
				expect(await statuses()).toEqual(['afgesloten', status]);
				expect(await written('leverancier')).toEqual([TEXT]);
			},
		);

		const wrote = { by: 'customer', progress: null, text: 'Hij doet het niet.' } as const;

		it('opens the signal that is kept when the customer writes at the supplier', async () => {
			await merge();
			await register.setStatus(KEPT, 'opgelost', 'test');
			await report(wrote);
			expect(await statuses()).toEqual(['afgesloten', 'heropend']);
			expect(await written('onvrede')).toEqual(['Volgens de klant is het niet opgelost.']);
		});

		it('leaves to the customer of the signal that is kept whether that is solved', async () => {
			await merge({ customer: { name: 'An', email: 'an@anders.example', organisation: null } });
			await register.setStatus(KEPT, 'opgelost', 'test');
			await report({ ...wrote, text: 'Bedankt!' });
			expect(await statuses()).toEqual(['afgesloten', 'opgelost']);
			await report({ ...wrote, changeId: 'c2' });
			expect(await statuses()).toEqual(['afgesloten', 'heropend']);
			expect(await written('onvrede')).toEqual([]);
			expect(await written('reactie')).toHaveLength(2);
		});
	});
});
