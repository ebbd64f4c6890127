import { join } from 'node:path';
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalRegister } from '../../nodes/SignalRegister/SignalRegister.node';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from '../support/engine';
import { signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

const folder = temporaryFolder();
const REFERENCE = 'R-2026-000001';
let files = 0;
let databaseFile: string;

const run = (
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	items: IDataObject[] = [{}],
	onError?: OnError,
) =>
	runNode({
		node: new SignalRegister(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: { resource, operation, ...parameters },
		items: items.map((json) => ({ json })),
		onError,
	});
const update = async (operation: string, parameters: INodeParameters = {}, items?: IDataObject[]) => {
	const { outputs, error } = await run('statusUpdate', operation, parameters, items);
	expect(error).toBeUndefined();
	return outputs[0]!.map(({ json }) => json);
};

beforeAll(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
afterAll(() => jest.useRealTimers());
beforeEach(async () => {
	jest.setSystemTime(new Date('2026-11-02T10:00:00+01:00'));
	databaseFile = join(folder, `register-${++files}.sqlite`);
	const register = await Register.open({ databaseFile });
	await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
	await register.completeIntake(REFERENCE, 'doorgezet', 'test');
	await register.close();
});

describe('Signal Register: Status Update', () => {
	it('takes terms, exceptions and closing days as an administrator fills them in', async () => {
		const [{ terms } = {}] = await update('setTerms', {
			firstAnswer: 3,
			exceptions: {
				exception: [
					{
						category: 'storing',
						urgency: 'alle',
						supplier: 'alle',
						firstAnswer: 1,
						every: 0,
						supplierSilence: 0,
					},
				],
			},
			closingDays: { day: [{ date: ' 2026-11-03 ', remark: 'Studiedag' }] },
			workingTime: { liberationDay: 'always', opensAt: '09:00' },
		});
		expect(terms).toMatchObject({
			terms: {
				normal: { firstAnswer: 3, every: 5, supplierSilence: 5 },
				exceptions: [{ category: 'storing', urgency: null, supplier: null, firstAnswer: 1 }],
			},
			calendar: { opensAt: '09:00', closesAt: '17:00', liberationDay: 'always', closedOn: ['2026-11-03'] },
			closeAfterDays: 5,
		});
		// One working day, of which the 3rd is none.
		jest.setSystemTime(new Date('2026-11-04T09:00:00+01:00'));
		expect(await update('getDue')).toHaveLength(1);
	});

	it('says which closing day is wrong', async () => {
		const closingDays = { day: [{ date: '3 november' }] };
		const { error } = await run('statusUpdate', 'setTerms', { closingDays });
		expect(error?.message).toContain('Write a day as 2026-12-24');
	});

	it('gives what is due with the signal to answer, and takes what became of it', async () => {
		jest.setSystemTime(new Date('2026-11-04T09:00:00+01:00'));
		const items = await update('getDue', { texts: { signature: 'Groet,\nHet loket' } });
		expect(items).toMatchObject([
			{
				update: { customer: { email: 'j.devries@minvenj.example' }, signals: [{ reference: REFERENCE }] },
				signal: { reference: REFERENCE, source: { messageId: '<1@x>' } },
			},
		]);
		expect((items[0]!.update as IDataObject).text).toMatch(/Groet,\nHet loket$/);
		expect(await update('getDue')).toEqual([]);
		const [sent] = await update('recordSent', {}, [{ ...items[0], delivery: { outcome: 'already-sent' } }]);
		expect(sent).toMatchObject({ recorded: [REFERENCE], update: { key: expect.any(String) } });
	});

	it('gives nothing in the quiet hours of the node', async () => {
		jest.setSystemTime(new Date('2026-11-04T12:30:00+01:00'));
		expect(await update('getDue', { quietFrom: '12:00', quietUntil: '13:00' })).toEqual([]);
		const { error } = await run('statusUpdate', 'getDue', { quietFrom: '6 uur' });
		expect(error?.message).toContain('Write a time as 08:30');
	});

	it('stops and resumes for a customer', async () => {
		const signal = { customer: { email: 'j.devries@minvenj.example' } };
		jest.setSystemTime(new Date('2026-11-04T09:00:00+01:00'));
		await update('stop', { scope: 'customer' }, [{ signal }]);
		expect(await update('getDue')).toEqual([]);
		await update('resume', { scope: 'customer' }, [{ signal }]);
		expect(await update('getDue')).toHaveLength(1);
		const { error } = await run('statusUpdate', 'stop', { scope: 'customer', customer: 'Jan' });
		expect(error?.message).toContain('Fill in the address of the customer');
	});

	it('warns of a silent supplier once per term', async () => {
		const ticket = { system: 'email', number: REFERENCE, id: null, createdAt: new Date().toISOString() };
		await run('signal', 'addTicket', { reference: REFERENCE, supplier: 'SSC-ICT' }, [{ ticket }]);
		jest.setSystemTime(new Date('2026-11-10T09:00:00+01:00'));
		const items = await update('getSilentSuppliers');
		expect(items).toMatchObject([{ silence: { supplier: 'SSC-ICT', signals: [{ reference: REFERENCE }] } }]);
		await update('recordEscalation', {}, items);
		expect(await update('getSilentSuppliers')).toEqual([]);
	});

	it('closes what was solved', async () => {
		await run('signal', 'setStatus', { reference: REFERENCE, status: 'opgelost' });
		const [due] = await update('getDue');
		await update('recordSent', { outcome: 'sent' }, [due!]);
		jest.setSystemTime(new Date('2026-11-09T17:00:00+01:00'));
		expect(await update('closeSolved')).toMatchObject([
			{ signal: { reference: REFERENCE, status: 'afgesloten' } },
		]);
	});
});

describe('Signal Register: Supplier Update', () => {
	const change = (changeId: string, event: string, changes: object = {}) => ({
		changeId,
		event,
		reference: REFERENCE,
		ticket: { system: 'topdesk', number: 'I 2611 004', id: 'a1' },
		incident: {},
		...changes,
	});
	const counts = async (items: IDataObject[], onError?: OnError) =>
		(await run('supplierUpdate', 'recordChange', {}, items, onError)).outputs.map(({ length }) => length);

	it('parts what is recorded, what was, what the customer disputes and what nobody knows', async () => {
		const started = change('c1', 'statusChanged', { to: 'In behandeling' });
		const unknown = change('c2', 'closed', {
			reference: 'R-2026-000999',
			ticket: { ...started.ticket, number: 'x' },
		});
		expect(await counts([started, started, unknown])).toEqual([1, 1, 0, 1]);
		await run('signal', 'setStatus', { reference: REFERENCE, status: 'opgelost' });
		await run('signal', 'setStatus', { reference: REFERENCE, status: 'heropend' });
		const { outputs } = await run('supplierUpdate', 'recordChange', {}, [change('c3', 'closed')]);
		expect(outputs[2]).toMatchObject([{ json: { report: 'disagreement', signal: { status: 'heropend' } } }]);
	});

	it('says what is no change, and lets the others through', async () => {
		const items = [{ signal: {} }, change('c1', 'closed')];
		expect(await counts(items, 'continueErrorOutput')).toEqual([1, 0, 0, 0, 1]);
	});

	describe('by a link, from a supplier without a system of its own', () => {
		const ask = async () => {
			const { outputs, error } = await run('supplierUpdate', 'getToAsk', {
				pageAddress: 'https://n8n.example/webhook/leverancier',
			});
			expect(error).toBeUndefined();
			return outputs[0]!.map(({ json }) => json.ask as Record<string, string>);
		};
		const code = (link: string) => new URL(link).searchParams.get('code');
		const page = async (operation: string, token: unknown, posted: object = {}) => {
			const item = { query: { code: token as string }, body: posted };
			const { outputs, error } = await run('supplierUpdate', operation, {}, [item]);
			expect(error).toBeUndefined();
			const output = outputs.findIndex(({ length }) => length > 0);
			const json = outputs[output]![0]!.json as { page: { status: number; html: string } };
			return { output, ...json.page };
		};

		beforeEach(async () => {
			const ticket = { system: 'email', number: REFERENCE, id: null, createdAt: new Date().toISOString() };
			await run('signal', 'addTicket', { reference: REFERENCE, supplier: 'Xerox' }, [{ ticket }]);
		});

		it('is asked once, and again until the mail went out', async () => {
			const [first] = await ask();
			expect(first).toMatchObject({ key: `${REFERENCE}:leverancierslink:Xerox:1`, supplier: 'Xerox' });
			expect(first!.text).toContain(first!.link);
			expect(await ask()).toEqual([]);
			jest.setSystemTime(new Date('2026-11-02T10:16:00+01:00'));
			const [again] = await ask();
			expect([again!.key, again!.link === first!.link]).toEqual([first!.key, false]);
			await run('supplierUpdate', 'recordAsked', {}, [{ ask: again! }]);
			jest.setSystemTime(new Date('2026-11-03T10:00:00+01:00'));
			expect(await ask()).toEqual([]);
			// Opened again: another mail.
			await run('signal', 'setStatus', { reference: REFERENCE, status: 'opgelost' });
			await run('signal', 'setStatus', { reference: REFERENCE, status: 'heropend' });
			expect((await ask()).map(({ key }) => key)).toEqual([`${REFERENCE}:leverancierslink:Xerox:2`]);
		});

		it('reports on the page that it is busy, and later that it is solved', async () => {
			const [{ link } = { link: '' }] = await ask();
			const shown = await page('showPage', code(link!));
			expect(shown).toMatchObject({ status: 200, html: expect.stringContaining('Hoe staat het ermee?') });
			expect(shown.html).not.toContain('de Vries');
			expect(await page('recordReport', code(link!), { stand: 'bezig' })).toMatchObject({
				status: 200,
				output: 0,
			});
			const empty = await page('recordReport', code(link!), { stand: 'opgelost', toelichting: ' ' });
			expect(empty).toMatchObject({ status: 422, output: 2 });
			expect(empty.html).toContain('Schrijf wat u hebt gedaan, of waarom het niet lukt');
			const solved = { stand: 'opgelost', toelichting: 'Rol vervangen.' };
			await page('recordReport', code(link!), solved);
			await page('recordReport', code(link!), solved);
			const { outputs } = await run('signal', 'get', { reference: REFERENCE });
			const { status, actions } = outputs[0]![0]!.json.signal as {
				status: string;
				actions: Array<{ kind: string; text: string }>;
			};
			expect(status).toBe('opgelost');
			expect(actions.filter(({ kind }) => kind === 'leverancier').map(({ text }) => text)).toEqual([
				'Xerox: Wij zijn ermee bezig.',
				'Xerox: Het is opgelost: Rol vervangen.',
			]);
		});

		it('gets no form with a code that is made up, has expired, or is about what was closed', async () => {
			expect(await page('showPage', 'geraden')).toMatchObject({ status: 404 });
			const [{ link } = { link: '' }] = await ask();
			await run('signal', 'setStatus', { reference: REFERENCE, status: 'afgesloten' });
			expect(await page('recordReport', code(link!), { stand: 'bezig' })).toMatchObject({
				status: 410,
				output: 2,
			});
			jest.setSystemTime(new Date('2027-01-02T10:00:00+01:00'));
			expect(await page('showPage', code(link!))).toMatchObject({ status: 410 });
		});
	});
});
