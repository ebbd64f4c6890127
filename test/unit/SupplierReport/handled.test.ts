import { makeReport } from '../../../nodes/SupplierReport/contents/make-report';
import { reportDocument } from '../../../nodes/SupplierReport/document/report-document';
import { reportText } from '../../../nodes/SupplierReport/output/mail-text';
import { WorkingCalendar } from '../../../nodes/shared/domain/working-time/working-calendar';
import { Register } from '../../../nodes/shared/storage/register';
import { inSqlite } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const database = inSqlite();
let now: Date;
let register: Register;
beforeEach(async () => {
	now = new Date('2026-10-05T08:00:00Z');
	register = await Register.open(await database.fresh(), () => now);
});
afterEach(() => register.close());

/** Signals about RGD that came in on 5 October. */
async function comeIn(count: number): Promise<string[]> {
	const references: string[] = [];
	for (let number = 0; number < count; number++) {
		const base = signalFor(`<${number}@x>`, { classification: classificationFor({ supplier: 'RGD' }) });
		const source = { ...base.source, receivedAt: '2026-10-05T08:00:00.000Z' };
		const { signal } = await register.register({ ...base, source }, { by: 'test', minutes: 1 });
		references.push(signal.reference!);
	}
	return references;
}
const close = (reference: string) => register.setStatus(reference, 'afgesloten', 'RGD');

async function reportedText(): Promise<string> {
	const report = await makeReport(register, {
		supplier: 'RGD',
		period: { kind: 'month', endedBefore: '2026-11-24' },
		terms: [{ supplier: '', category: '', days: 10 }],
		calendar: new WorkingCalendar(),
		now: new Date('2026-11-02T08:00:00Z'),
	});
	return reportText(reportDocument(report, { introduction: '', closing: '' }));
}

it('tells what was opened again and is still open beside what was closed', async () => {
	const references = await comeIn(20);
	now = new Date('2026-10-07T08:00:00Z');
	for (const reference of references) await close(reference);
	now = new Date('2026-10-09T08:00:00Z');
	for (const reference of references.slice(0, 9)) {
		await register.handling.reopen(reference, 'Anna', 'niet opgelost');
	}
	await register.setStatus(references[0]!, 'in behandeling', 'RGD');
	await close(references[0]!);
	const text = await reportedText();
	expect(text).toContain('Afgehandeld: 12.');
	expect(text).toContain('Daarvan al eens eerder afgehandeld, en toen heropend: 8% (1 van 12).');
	expect(text).toMatch(/stonden er 8 open\. .*Al eens afgehandeld, en heropend: 8\./);
});

it('counts ten mails about one lift as one that took as long as it did', async () => {
	const [lift, ...others] = await comeIn(10);
	for (const other of others) await register.handling.merge(other, lift!, 'Anna');
	now = new Date('2026-10-21T08:00:00Z');
	await close(lift!);
	const text = await reportedText();
	expect(text).toContain('10 signalen over RGD');
	expect(text).toContain('Afgehandeld: 1.');
	expect(text).toContain('De helft was klaar binnen 12 werkdagen');
	expect(text).toContain('Binnen de afgesproken termijn: 0 van 1.');
});
