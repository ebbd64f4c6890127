import { join } from 'node:path';
import type { INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { Pdc } from '../../nodes/Pdc/Pdc.node';
import { RESOURCES } from '../../nodes/Pdc/resources';
import { outputsExpression, propertiesOf } from '../../nodes/shared/n8n/resources';
import { runNode } from '../support/engine';
import { catalogueCsv } from '../support/pdc';
import { signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

const folder = temporaryFolder();
let files = 0;
let databaseFile: string;
beforeEach(() => (databaseFile = join(folder, `register-${++files}.sqlite`)));

const run = (
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	items: INodeExecutionData[] = [{ json: {} }],
	onError?: OnError,
) =>
	runNode({
		node: new Pdc(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: { resource, operation, ...parameters },
		items,
		onError,
	});
const fileItem = (content: Buffer, name = 'catalogus.csv'): INodeExecutionData => ({
	json: {},
	binary: { data: { data: content.toString('base64'), mimeType: 'text/csv', fileName: name } },
});
const importAll = async () => await run('catalogue', 'import', {}, [fileItem(catalogueCsv())]);

it('shows every resource and operation once, and names both outputs of Answer', () => {
	for (const { name, options } of propertiesOf(RESOURCES, 'item')) {
		if (name !== 'resource' && name !== 'operation') continue;
		const names = options!.map((option) => option.name);
		expect(names).toEqual([...new Set(names)].sort((one, other) => one.localeCompare(other, 'en')));
	}
	expect(outputsExpression(RESOURCES)).toContain('"Answered"');
});

describe('the PDC node', () => {
	it('takes a catalogue over from a file, and publishes it as page, JSON and Excel file', async () => {
		const imported = await importAll();
		expect(imported.error).toBeUndefined();
		expect(imported.outputs[0]![0]!.json.report).toMatchObject({ problems: [], changed: [] });
		const page = (await run('catalogue', 'publish', { format: 'html' })).outputs[0]![0]!.json.page;
		expect(page).toMatchObject({
			status: 200,
			html: expect.stringContaining('Vergaderlunch broodjes') as string,
		});
		const json = (await run('catalogue', 'publish', { format: 'json' })).outputs[0]![0]!.json.catalogue;
		const xlsx = (await run('catalogue', 'publish', { format: 'xlsx' })).outputs[0]![0]!;
		expect((json as { items: unknown[] }).items).toHaveLength(xlsx.json.count as number);
		const file = Buffer.from(xlsx.binary!.data!.data, 'base64');
		const again = await run('catalogue', 'import', {}, [fileItem(file, 'pdc.xlsx')]);
		expect(again.outputs[0]![0]!.json.report).toMatchObject({ added: [], changed: [], problems: [] });
	});

	it('says what is wrong with a file that is not there or not a catalogue', async () => {
		const none = await run('catalogue', 'import');
		expect(none.error).toMatchObject({
			message: "The item has no file in 'data'.",
			description: expect.stringContaining('File Property') as string,
		});
		const letter = await run(
			'catalogue',
			'import',
			{},
			[fileItem(Buffer.from('Geachte heer'))],
			'continueErrorOutput',
		);
		expect(letter.outputs[1]![0]!.json.error).toContain('has no table');
	});

	it('takes a notice in from a form of which fields were left empty', async () => {
		await importAll();
		const form = {
			kind: 'gewijzigd',
			code: 'FMH-001',
			wanted: { price: '€ 9,00', name: '', supplier: '' },
			audience: 'iedereen',
			why: 'duurder',
			notices: 'Een lunch kost € 9,00.',
			submittedBy: 'an@dc.example',
			effectiveFrom: '2026-12-01T00:00:00.000+01:00',
		};
		const { outputs, error } = await run('notice', 'submit', form as never);
		expect(error).toBeUndefined();
		expect(outputs[0]![0]!.json).toMatchObject({
			duplicate: false,
			concurrent: [],
			notice: { effectiveFrom: '2026-12-01', changes: [{ field: 'price', to: '€ 9,00' }] },
		});
		const wrong = await run('notice', 'submit', { ...form, code: 'FMH-999', why: ' ' } as never);
		expect(wrong.outputs[1]![0]!.json.problems).toEqual([
			'Dienst: FMH-999 staat niet in de catalogus. Controleer de code, of meld het als toegevoegd.',
			'Waarom: Schrijf waarom het verandert.',
		]);
	});

	it('takes a notice in from a mail, asks for what is missing, and leaves other mails to a person', async () => {
		await importAll();
		const mail = (id: string, text: string, email = 'an@dc.example') => ({
			json: { signal: signalFor(id, { text, customer: { name: 'An', email, organisation: null } }) },
		});
		const whole = [
			'Dienst: FMH-001',
			'Prijs: € 9,00',
			'Voor wie: iedereen',
			'Vanaf: 1 december 2026',
			'Waarom: duurder',
			'Wat merkt de klant: Een lunch kost € 9,00.',
		].join('\n');
		const { outputs, error } = await run(
			'notice',
			'submitMail',
			{
				supplierManagers: 'an@dc.example, ben@dc.example',
				formAddress: 'https://n8n.example/form/pdc-wijziging',
			},
			[
				mail('<1@x>', whole),
				mail('<2@x>', whole, 'ben@dc.example'),
				mail('<3@x>', 'Dienst: FMH-001\nPrijs: € 9,50'),
				mail('<4@x>', whole, 'iemand@elders.example'),
			] as never,
		);
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.length)).toEqual([2, 1, 1]);
		expect(outputs[0]!.map(({ json }) => json.duplicate)).toEqual([false, true]);
		const { searchParams } = new URL(outputs[1]![0]!.json.formLink as string);
		expect(Object.fromEntries(searchParams)).toEqual({
			soort: 'gewijzigd',
			code: 'FMH-001',
			melder: 'an@dc.example',
			prijs: '€ 9,50',
		});
		expect(outputs[2]![0]!.json.why).toContain('iemand@elders.example staat niet bij');
	});

	it('parts questions that it answers from those for a person', async () => {
		await importAll();
		const { outputs } = await run(
			'question',
			'answer',
			{ question: '={{ $json.q }}', reference: '={{ $json.q }}' },
			[{ json: { q: 'Hoe bestel ik visitekaartjes?' } }, { json: { q: 'Verhuren jullie drones?' } }],
		);
		expect(outputs.map((items) => items.map(({ json }) => json.q))).toEqual([
			['Hoe bestel ik visitekaartjes?'],
			['Verhuren jullie drones?'],
		]);
		const open = await run('question', 'getUnanswered');
		expect(open.outputs[0]).toMatchObject([{ json: { question: { question: 'Verhuren jullie drones?' } } }]);
	});

	it('writes a question down without the name of the customer', async () => {
		await importAll();
		const signal = {
			reference: 'R-2026-000001',
			subject: 'Drones',
			text: 'Verhuren jullie die? Groet, Jan de Vries',
			customer: { name: 'Jan de Vries' },
		};
		await run('question', 'answer', {}, [{ json: { signal } }]);
		const open = await run('question', 'getUnanswered');
		const question = 'Drones Verhuren jullie die? Groet, [NAAM] de [NAAM]';
		expect(open.outputs[0]).toMatchObject([{ json: { question: { question } } }]);
	});

	it('compares all items that come in with ours, once', async () => {
		await importAll();
		const services = [
			{
				id: 'TB-001',
				name: 'Boeket bij jubileum of afscheid',
				text: { body: '<p>Boeket van <b>rozen</b>.</p>' },
			},
			{ id: 'TB-099', name: 'Plant', text: { body: '' } },
		];
		const parameters = {
			supplier: 'Topbloemen',
			columnMapping: '{"id": "code", "name": "name", "text.body": "description"}',
			supplierManager: 'an@dc.example',
			mostWithdrawn: 1,
		};
		const { outputs } = await run(
			'catalogue',
			'compare',
			parameters,
			services.map((json) => ({ json })),
		);
		expect(outputs[0]).toHaveLength(1);
		const { notices } = outputs[0]![0]!.json.sync as {
			notices: Array<{ code: string; differences: string[] }>;
		};
		expect(notices.slice(0, 2)).toMatchObject([
			{ code: 'TB-001', differences: [expect.stringContaining('wordt “Boeket van rozen.”')] },
			{ code: 'TB-099' },
		]);
		const half = await run('catalogue', 'compare', { ...parameters, mostWithdrawn: 0.3 }, [
			{ json: services[0]! },
		]);
		expect(half.error?.message).toContain('was probably not read whole');
	});

	it('keeps explanations in versions, and gives their text for an answer', async () => {
		const parameters = {
			code: 'UITLEG-01',
			title: 'Geen eigen koffieapparaat',
			why: 'Eigen apparaten mogen niet in verband met brandgevaar.',
			decidedBy: 'De directie, in overleg met de ondernemingsraad.',
			expectation: 'Op elke verdieping staat een automaat.',
		};
		await run('explanation', 'save', parameters);
		await run('explanation', 'save', { ...parameters, expectation: 'Er komt een tweede automaat.' });
		const { outputs } = await run('explanation', 'get', { code: 'UITLEG-01' });
		expect(outputs[0]![0]!.json).toMatchObject({
			version: { version: 2 },
			text: expect.stringContaining('Wat kunt u verwachten? Er komt een tweede automaat.') as string,
		});
	});
});
