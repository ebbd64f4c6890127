import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SupplierReport } from '../../nodes/SupplierReport/SupplierReport.node';
import type { Report } from '../../nodes/SupplierReport/contents/report';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from '../support/engine';
import { classificationFor, signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

const databaseFile = join(temporaryFolder(), 'register.sqlite');
const STYLE = { organisation: 'Dienstencentrum', houseColour: '#01689b', introduction: 'Beste collega,' };

const run = (resource: string, operation: string, parameters: INodeParameters = {}, json: IDataObject = {}) =>
	runNode({
		node: new SupplierReport(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: { resource, operation, ...parameters },
		items: [{ json }],
	});
const make = (parameters: INodeParameters = {}) =>
	run('report', 'make', { endedBefore: '2026-11-24', houseStyle: STYLE, ...parameters });

beforeAll(async () => {
	jest.useFakeTimers({
		now: new Date('2026-11-24T10:00:00Z'),
		doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
	});
	let now = new Date('2026-10-05T09:00:00Z');
	const register = await Register.open({ databaseFile }, () => now);
	for (const [index, supplier] of (['FMH', 'FMH', 'SSC-ICT'] as const).entries()) {
		const base = signalFor(`<${index}@x>`, {
			classification: classificationFor({ supplier, category: 'onvrede' }),
		});
		const signal = {
			...base,
			source: { ...base.source, receivedAt: '2026-10-05T08:00:00.000Z' },
			customer: { ...base.customer, organisation: 'Raad' },
			subject: 'Mail naar jan@x.example komt niet aan',
		};
		const { signal: kept } = await register.register(signal, { by: 'test', minutes: 1 });
		now = new Date('2026-10-05T09:00:00Z');
		await register.completeIntake(kept.reference!, 'doorgezet', 'test');
		if (index === 0) {
			now = new Date('2026-10-08T09:00:00Z');
			await register.setStatus(kept.reference!, 'opgelost', 'test');
		}
	}
	await register.close();
});
afterAll(() => jest.useRealTimers());

describe('Supplier Report: Make', () => {
	it('gives a report per supplier and one of all, with their files', async () => {
		const { outputs, error } = await make({ terms: { term: [{ supplier: '', category: '', days: 2 }] } });
		expect(error).toBeUndefined();
		const [items] = outputs;
		expect(items!.map(({ json }) => (json.report as unknown as Report).supplier)).toEqual([
			'FMH',
			'SSC-ICT',
			null,
		]);
		const report = items![0]!.json.report as unknown as Report;
		expect(report).toMatchObject({
			total: { now: 2, previous: null },
			leadTimes: { measured: 1, median: 3, inTime: { count: 0, total: 1, share: null } },
			open: { count: 1, overdue: 1 },
			dissatisfaction: { count: 2, closed: 1 },
		});
		const { pdf, xlsx } = items![0]!.binary!;
		expect(pdf).toMatchObject({ mimeType: 'application/pdf', fileName: 'rapportage-FMH-2026-09-01.pdf' });
		expect(Buffer.from(pdf!.data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
		expect(Buffer.from(xlsx!.data, 'base64').subarray(0, 2).toString()).toBe('PK');
		const mail = items![0]!.json.mail as { subject: string; html: string };
		expect(mail.subject).toBe('Rapportage signalen FMH: september en oktober 2026');
		expect(mail.html).toContain('#01689b');
		expect(mail.html).toContain('Beste collega,');
	});

	it('makes only what is asked for', async () => {
		const { outputs } = await make({ about: 'one', supplier: 'SSC-ICT', outputs: [] });
		expect(outputs[0]).toHaveLength(1);
		expect(outputs[0]![0]!.binary ?? {}).toEqual({});
		expect(outputs[0]![0]!.json).toMatchObject({ mail: { html: null } });
	});

	it('looks back on the report that was kept, and on what was agreed', async () => {
		const one = { about: 'one', supplier: 'FMH', outputs: [] };
		await make({ ...one, keep: true, approvedBy: 'Anna', explanation: 'Uitleg' });
		const added = await run('agreement', 'add', {
			supplier: 'FMH',
			text: 'Elke dag controle',
			dueOn: '2026-12-01',
		});
		const { agreement } = added.outputs[0]![0]!.json as { agreement: { id: string } };
		await run('agreement', 'decide', { agreementId: agreement.id, outcome: 'kept', remark: 'vanaf nu' });
		const later = await make({ ...one, period: 'free', from: '2026-11-01', upTo: '2026-11-24' });
		expect(later.outputs[0]![0]!.json.report).toMatchObject({
			previous: { label: 'september en oktober 2026' },
			agreements: [{ text: 'Elke dag controle', outcome: 'kept', outcomeText: 'vanaf nu' }],
		});
		const listed = await run('agreement', 'getAll', { supplier: '' });
		expect(listed.outputs[0]).toHaveLength(1);
	});

	it.each([
		[{ period: 'free', from: '2026-11-24', upTo: '2026-11-01' }, /last day must not be before the first/],
		[{ endedBefore: 'morgen' }, /endedBefore: Write a day as 2026-11-24/],
		[{ houseStyle: { houseColour: 'blauw' } }, /House Colour is no colour/],
		[{ terms: { term: [{ days: 1.5 }] } }, /whole number of working days/],
	])('says what is wrong with %j', async (parameters: INodeParameters, message) => {
		const { error } = await make(parameters);
		expect(error?.message).toMatch(message);
	});

	it('says which agreement is not there', async () => {
		const { error } = await run('agreement', 'decide', { agreementId: 'x', outcome: 'kept' });
		expect(error?.message).toBe('There is no agreement x in the register.');
	});
});

it('Supplier Report: Bundle gives each customer group what it reported, without personal data', async () => {
	const { outputs, error } = await run('bundle', 'make', { period: 'month', endedBefore: '2026-11-24' });
	expect(error).toBeUndefined();
	expect(outputs[0]!.map(({ json }) => json.bundle)).toEqual([
		{ organisation: 'Raad', count: 3, from: '2026-10-01', until: '2026-11-01' },
	]);
	const { html } = outputs[0]![0]!.json.mail as { html: string };
	expect(html).toContain('R-2026-000001');
	expect(html).toContain('[E-MAILADRES]');
	expect(html).not.toContain('jan@x.example');
	expect(Buffer.from(outputs[0]![0]!.binary!.xlsx!.data, 'base64').subarray(0, 2).toString()).toBe('PK');
});

describe('Supplier Report: Make Dashboard Page', () => {
	const pageFor = async (query: IDataObject) => {
		const { outputs, error } = await run('report', 'page', { houseStyle: STYLE }, { query });
		expect(error).toBeUndefined();
		return outputs[0]![0]!.json.page as { status: number; html: string };
	};

	it('shows the figures up to today, of who was chosen', async () => {
		const { status, html } = await pageFor({ leverancier: 'FMH', periode: 'dit-jaar' });
		expect(status).toBe(200);
		expect(html).toContain('1 januari tot en met 24 november 2026');
		expect(html).toContain('kwamen 2 signalen over FMH binnen');
		expect(html).toContain('<option value="FMH" selected>FMH</option>');
	});

	it('tells what is no choice, as text', async () => {
		const { html } = await pageFor({ leverancier: '<script>alert(1)</script>' });
		expect(html).toContain('Dit is geen keuze: &lt;script&gt;');
		expect(html).toContain('kwamen 3 signalen binnen');
	});
});
