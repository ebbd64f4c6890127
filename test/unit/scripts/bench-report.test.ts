import { toTable } from '../../../scripts/bench/report';

describe('the table of a bench', () => {
	const table = toTable({
		bench: 'mailbox',
		on: '2026-11-24',
		machine: '2 cores',
		versions: { node: '24', n8n: '2' },
		options: { mails: 10 },
		columns: ['mails', 'mails/s'],
		rows: [
			{ what: 'ours', values: { 'mails/s': '7.0', mails: 10 } },
			{ what: 'limit', values: { mails: 10 } },
		],
		notes: ['Ours over the limit: 0.5.'],
	});

	it('has the columns in their order, and a dash for what was not measured', () => {
		expect(table.split('\n').slice(0, 4)).toEqual([
			'|  | mails | mails/s |',
			'| --- | ---: | ---: |',
			'| ours | 10 | 7.0 |',
			'| limit | 10 | – |',
		]);
	});

	it('says what it was measured on, and with what', () => {
		expect(table).toContain('- Ours over the limit: 0.5.');
		expect(table).toContain('- Measured on 2026-11-24: 2 cores; node 24, n8n 2; options: mails 10.');
	});
});
