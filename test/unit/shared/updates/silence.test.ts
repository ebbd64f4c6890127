import { perSupplier } from '../../../../nodes/shared/storage/updates/silence';
import { WorkingCalendar } from '../../../../nodes/shared/domain/working-time/working-calendar';

it('says one working day as people do', () => {
	const row = {
		reference: 'R-2026-000001',
		subject: 'Laptop start niet op',
		status: 'doorgezet',
		supplier: 'SSC-ICT',
		ticket: null,
		supplier_heard_at: '2026-11-02T09:00:00.000Z',
	} as const;
	const [told] = perSupplier([row], new WorkingCalendar(), new Date('2026-11-03T16:30:00Z'));
	expect(told).toMatchObject({ subject: 'SSC-ICT laat niets horen over 1 signaal' });
	expect(told!.text).toContain('Laatste bericht: maandag 2 november 2026, 1 werkdag geleden.');
});
