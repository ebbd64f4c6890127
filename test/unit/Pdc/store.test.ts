import { submit } from '../../../nodes/Pdc/notices/submit';
import { pdcItemSchema } from '../../../nodes/shared/domain/pdc/item';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { onEveryDatabase } from '../../support/register-databases';

const item = (fields: object = {}) =>
	pdcItemSchema.parse({ code: 'X-1', name: 'Lunch', supplier: 'FMH', price: '€ 1', ...fields });
const BY = { by: 'an', reason: 'begin' };
const report = (price: string, code = 'X-1') => ({
	kind: 'gewijzigd' as const,
	code,
	wanted: { price },
	audience: 'iedereen',
	why: 'duurder',
	notices: 'Het wordt duurder.',
	submittedBy: 'an@dc.example',
});

onEveryDatabase(({ fresh }) => {
	let settings: RegisterSettings;
	let now: Date;
	let one: Register;
	let other: Register;
	beforeEach(async () => {
		now = new Date('2026-12-31T22:59:00Z');
		settings = await fresh();
		[one, other] = [await Register.open(settings, () => now), await Register.open(settings, () => now)];
	});
	afterEach(async () => {
		await one.close();
		await other.close();
	});

	it('keeps every version, and makes none of what did not change', async () => {
		await one.pdc.items.put(item(), BY);
		await one.pdc.items.put(item(), BY);
		await other.pdc.items.put(item({ price: '€ 2' }), BY);
		await one.pdc.items.put(item({ code: 'X-2' }), BY);
		expect((await one.pdc.items.list()).map(({ code, version }) => [code, version])).toEqual([
			['X-1', 2],
			['X-2', 1],
		]);
		expect((await one.pdc.items.history('X-1')).map(({ content }) => content.price)).toEqual(['€ 2', '€ 1']);
	});

	it('lets one of two that start from the same version make the next one', async () => {
		await one.pdc.items.put(item(), BY);
		const tries = await Promise.allSettled([
			one.pdc.items.put(item({ price: '€ 2' }), { ...BY, onVersion: 1 }),
			other.pdc.items.put(item({ price: '€ 3' }), { ...BY, onVersion: 1 }),
		]);
		expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((await one.pdc.items.get('X-1')).version).toBe(2);
	});

	it('makes one notice of the same change that two report at once, and numbers them by the Dutch year', async () => {
		await one.pdc.items.put(item(), BY);
		const both = await Promise.all([one, other].map(({ pdc }) => submit(pdc, report('€ 2'), 'test')));
		expect(both.map(({ notice }) => notice.number)).toEqual(['P-2026-000001', 'P-2026-000001']);
		expect(both.map(({ duplicate }) => duplicate).sort()).toEqual([false, true]);
		now = new Date('2026-12-31T23:01:00Z');
		expect((await submit(one.pdc, report('€ 3'), 'test')).notice.number).toBe('P-2027-000001');
	});

	it('keeps what happened to an item and what was asked, once', async () => {
		await one.pdc.events.add('X-1', 'beoordeeld', 'an');
		expect((await other.pdc.events.last()).get('X-1')).toEqual({ beoordeeld: now.toISOString() });
		const asked = { sourceKey: 'R-1', question: 'Drone?', answered: false, confidence: 0.1, codes: ['X-1'] };
		await one.pdc.questions.add(asked);
		await other.pdc.questions.add({ ...asked, question: 'Anders' });
		expect(await one.pdc.questions.unanswered('2026-01-01T00:00:00Z')).toMatchObject([asked]);
	});
});
