import { join } from 'node:path';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { SignalRegisterApi } from '../../credentials/SignalRegisterApi.credentials';
import { SignalRegister } from '../../nodes/SignalRegister/SignalRegister.node';
import { Register } from '../../nodes/shared/storage/register';
import { runNode } from '../support/engine';
import { signalFor } from '../support/signals';
import { temporaryFolder } from '../support/temp-folder';

const folder = temporaryFolder();
const REFERENCE = 'R-2026-000001';
const QUESTION = 'Op welke verdieping staat de printer?';
let files = 0;
let databaseFile: string;

const run = async (operation: string, parameters: INodeParameters = {}, item: IDataObject = {}) => {
	const { outputs, error } = await runNode({
		node: new SignalRegister(),
		credentials: { signalRegisterApi: { definition: new SignalRegisterApi(), data: { databaseFile } } },
		parameters: {
			resource: 'question',
			operation,
			pageAddress: 'https://n8n.example/webhook/vraag',
			...parameters,
		},
		items: [{ json: item }],
	});
	return {
		json: outputs.flat().map(({ json }) => json),
		output: outputs.findIndex(({ length }) => length > 0),
		error,
	};
};
const ask = async (question = QUESTION) => await run('ask', { reference: REFERENCE, question });
const inRegister = async <T>(work: (register: Register) => Promise<T>): Promise<T> => {
	const register = await Register.open({ databaseFile });
	return await work(register).finally(() => register.close());
};
const page = async (operation: string, link: string, posted: object = {}) => {
	const { json, output } = await run(
		operation,
		{},
		{ query: { code: new URL(link).searchParams.get('code') }, body: posted },
	);
	return { output, ...(json[0]!.page as { status: number; html: string }) };
};

beforeAll(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
afterAll(() => jest.useRealTimers());
beforeEach(async () => {
	jest.setSystemTime(new Date('2026-11-02T10:00:00+01:00'));
	databaseFile = join(folder, `register-${++files}.sqlite`);
	await inRegister(async (register) => {
		await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
		await register.completeIntake(REFERENCE, 'in behandeling', 'test');
	});
});

interface Mail {
	key: string;
	kind: string;
	link: string;
	text: string;
}
const mailOf = ({ json }: { json: IDataObject[] }) => json[0]?.question as unknown as Mail | undefined;

it('asks one question at a time, in a mail with a page to answer on', async () => {
	const first = mailOf(await ask())!;
	expect(first).toMatchObject({ kind: 'question', key: `${REFERENCE}:vraag:1` });
	expect(first.text).toContain(`> ${QUESTION}`);
	expect(first.text).toContain('voor of op donderdag 12 november 2026');
	expect(first.text).toContain(first.link);
	// A run that is repeated gives the same mail, which then goes out once.
	expect(mailOf(await ask())!.key).toBe(first.key);
	expect((await ask('En welk merk?')).error?.message).toContain('did not answer yet');
	expect((await run('ask', { reference: REFERENCE, question: ' ' })).error?.message).toContain(
		'Fill in the question',
	);
	const late = await run('ask', { reference: REFERENCE, question: QUESTION, remindAfter: 9 });
	expect(late.error?.message).toContain('The reminder must come before the term ends');
});

it('reminds once, and then leaves it to a colleague', async () => {
	await ask();
	jest.setSystemTime(new Date('2026-11-05T16:59:00+01:00'));
	expect((await run('getDue')).json).toEqual([]);
	jest.setSystemTime(new Date('2026-11-05T17:00:00+01:00'));
	const reminder = await run('getDue');
	expect(mailOf(reminder)).toMatchObject({ kind: 'reminder', key: `${REFERENCE}:vraag:1:reminder` });
	expect((await run('getDue')).json).toEqual([]);
	await run('recordSent', { reference: REFERENCE }, reminder.json[0]);
	jest.setSystemTime(new Date('2026-11-12T17:00:00+01:00'));
	const expired = await run('getDue');
	expect(mailOf(expired)).toMatchObject({ kind: 'expired', link: null });
	expect(mailOf(expired)!.text).toContain('Wilt u beslissen hoe het verder gaat?');
	await run('recordSent', { reference: REFERENCE }, expired.json[0]);
	jest.setSystemTime(new Date('2026-12-01T10:00:00+01:00'));
	expect((await run('getDue')).json).toEqual([]);
});

it('takes the answer on the page once, on the same signal', async () => {
	const { link } = mailOf(await ask())!;
	expect((await page('showPage', link)).html).toContain(QUESTION);
	expect(await page('recordAnswer', link, { antwoord: ' ' })).toMatchObject({ status: 422, output: 1 });
	expect(await page('recordAnswer', link, { antwoord: 'Op de derde.' })).toMatchObject({
		status: 200,
		output: 0,
	});
	expect(await page('recordAnswer', link, { antwoord: 'Op de derde.' })).toMatchObject({
		status: 410,
		output: 1,
	});
	const { actions } = await inRegister((register) => register.get(REFERENCE));
	expect(actions.filter(({ kind }) => kind === 'reactie').map(({ text }) => text)).toEqual([
		'Antwoord van de klant op onze vraag: Op de derde.',
	]);
	jest.setSystemTime(new Date('2026-11-20T10:00:00+01:00'));
	expect((await run('getDue')).json).toEqual([]);
});

it('takes an answer by mail for the answer; the page then needs no more', async () => {
	const { link } = mailOf(await ask())!;
	const mail = signalFor('<2@x>', { text: 'Op de derde.' });
	await inRegister((register) =>
		register.register(
			{ ...mail, source: { ...mail.source, thread: ['<1@x>'] } },
			{ by: 'test', minutes: 10 },
		),
	);
	expect(await page('showPage', link)).toMatchObject({ status: 410 });
	jest.setSystemTime(new Date('2026-11-20T10:00:00+01:00'));
	expect((await run('getDue')).json).toEqual([]);
});

it('keeps quiet by term while it is the turn of the customer', async () => {
	await ask();
	const due = () => inRegister((register) => register.updates.due({}, { by: 'test', minutes: 1 }, 10));
	jest.setSystemTime(new Date('2026-11-09T10:00:00+01:00'));
	expect(await due()).toEqual([]);
	const { json } = await run('getDue');
	await run('recordSent', { reference: REFERENCE }, json[0]);
	jest.setSystemTime(new Date('2026-11-13T10:00:00+01:00'));
	await run('recordSent', { reference: REFERENCE, kind: 'expired' });
	expect(await due()).toHaveLength(1);
});
