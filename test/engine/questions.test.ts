import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NO_FLAGS } from '../../nodes/shared/domain/signal';
import { registerNode } from '../support/register-node';
import { signalFor } from '../support/signals';

const REFERENCE = 'R-2026-000001';
const QUESTION = 'Op welke verdieping staat de printer?';

const { run, inRegister, travelTo } = registerNode('2026-11-02T10:00:00+01:00', {
	resource: 'question',
	pageAddress: 'https://n8n.example/webhook/vraag',
});
const ask = async (question = QUESTION) => await run('ask', { reference: REFERENCE, question });
const page = async (operation: string, link: string, posted: object = {}) => {
	const { json, output } = await run(
		operation,
		{},
		{ query: { code: new URL(link).searchParams.get('code') }, body: posted },
	);
	return { output, ...(json[0]!.page as { status: number; html: string }) };
};
const record = async (item: IDataObject, parameters: INodeParameters = {}) =>
	await run('recordSent', { reference: REFERENCE, ...parameters }, item);

beforeEach(
	async () =>
		await inRegister(async (register) => {
			await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
			await register.completeIntake(REFERENCE, 'in behandeling', 'test');
		}),
);

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
	expect((await ask('En welk merk?')).error).toContain('did not answer yet');
	expect((await run('ask', { reference: REFERENCE, question: ' ' })).error).toContain('Fill in the question');
	const late = await run('ask', { reference: REFERENCE, question: QUESTION, remindAfter: 9 });
	expect(late.error).toContain('The reminder must come before the term ends');
});

it('reminds once, and then leaves it to a colleague', async () => {
	await ask();
	travelTo('2026-11-05T16:59:00+01:00');
	expect((await run('getDue')).json).toEqual([]);
	travelTo('2026-11-05T17:00:00+01:00');
	const reminder = await run('getDue');
	expect(mailOf(reminder)).toMatchObject({ kind: 'reminder', key: `${REFERENCE}:vraag:1:reminder` });
	expect((await run('getDue')).json).toEqual([]);
	await record(reminder.json[0]!);
	travelTo('2026-11-12T17:00:00+01:00');
	const expired = await run('getDue');
	expect(mailOf(expired)).toMatchObject({ kind: 'expired', link: null });
	expect(mailOf(expired)!.text).toContain('Wilt u beslissen hoe het verder gaat?');
	await record(expired.json[0]!);
	travelTo('2026-12-01T10:00:00+01:00');
	expect((await run('getDue')).json).toEqual([]);
});

it('takes the answer about a duplicate on the signal that is kept, and tells who asked', async () => {
	const KEPT = 'R-2026-000002';
	const { link } = mailOf(await ask())!;
	await inRegister(async (register) => {
		await register.register(signalFor('<2@x>'), { by: 'test', minutes: 10 });
		await register.completeIntake(KEPT, 'opgelost', 'test');
		await register.handling.merge(REFERENCE, KEPT, 'test');
	});
	expect(await page('recordAnswer', link, { antwoord: 'De derde.' })).toMatchObject({
		status: 200,
		output: 0,
	});
	await inRegister(async (register) => {
		expect((await register.get(REFERENCE)).status).toBe('afgesloten');
		const { status, actions } = await register.get(KEPT);
		expect(status).toBe('heropend');
		expect(actions.find(({ kind }) => kind === 'reactie')!.text).toBe(
			`Over ${REFERENCE}, een dubbel hiervan: Antwoord van de klant op onze vraag: De derde.`,
		);
	});
	const due = await run('getDue');
	expect(mailOf(due)).toMatchObject({ kind: 'answered', text: expect.stringContaining('> De derde.') });
	expect(mailOf(due)!.text).toContain(`Dit is een dubbel van ${KEPT}.`);
	await record(due.json[0]!);
	travelTo('2026-11-03T10:00:00+01:00');
	expect((await run('getDue')).json).toEqual([]);
});

it('leaves the question about the signal that is kept open when one about its duplicate is answered', async () => {
	const KEPT = 'R-2026-000002';
	const { link } = mailOf(await ask())!;
	await inRegister(async (register) => {
		await register.register(signalFor('<2@x>'), { by: 'test', minutes: 10 });
		await register.completeIntake(KEPT, 'in behandeling', 'test');
	});
	const other = mailOf(await run('ask', { reference: KEPT, question: 'En in welk gebouw?' }))!;
	await inRegister((register) => register.handling.merge(REFERENCE, KEPT, 'test'));
	expect(await page('recordAnswer', link, { antwoord: 'De derde.' })).toMatchObject({ output: 0 });
	expect((await page('showPage', other.link)).html).toContain('En in welk gebouw?');
	expect(await page('recordAnswer', other.link, { antwoord: 'De Turfmarkt.' })).toMatchObject({ output: 0 });
});

it('signs with the name of the organisation, and asks for it when it is left out', async () => {
	const signedBy = 'Facilitair Bureau';
	const mail = mailOf(await run('ask', { reference: REFERENCE, question: QUESTION, signedBy }))!;
	expect(mail.text).toMatch(/Met vriendelijke groet,\nFacilitair Bureau$/);
	travelTo('2026-11-05T17:00:00+01:00');
	expect(mailOf(await run('getDue', { signedBy }))!.text).toMatch(/\nFacilitair Bureau$/);
	const without = await run('ask', { reference: REFERENCE, question: QUESTION, signedBy: ' ' });
	expect(without.error).toContain('Fill in Signed By');
});

it('takes the answer on the page once, on the same signal', async () => {
	const { link } = mailOf(await ask())!;
	expect((await page('showPage', link)).html).toContain(QUESTION);
	expect(await page('recordAnswer', link, { antwoord: ' ' })).toMatchObject({ status: 422, output: 1 });
	const long = await page('recordAnswer', link, { antwoord: 'x'.repeat(5_001) });
	expect(long.status).toBe(422);
	// What somebody typed is still there.
	expect(long.html).toContain('x'.repeat(5_001));
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
	// Who asked it hears the answer, once.
	const told = await run('getDue');
	expect(mailOf(told)).toMatchObject({ kind: 'answered', key: `${REFERENCE}:vraag:1:answered`, link: null });
	expect(mailOf(told)!.text).toContain('> Op de derde.');
	await record(told.json[0]!);
	travelTo('2026-11-20T10:00:00+01:00');
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
	travelTo('2026-11-20T10:00:00+01:00');
	expect((await run('getDue')).json).toEqual([]);
});

it('keeps quiet by term while it is the turn of the customer', async () => {
	await ask();
	const due = () => inRegister((register) => register.updates.due({}, { by: 'test', minutes: 1 }, 10));
	travelTo('2026-11-09T10:00:00+01:00');
	expect(await due()).toEqual([]);
	const { json } = await run('getDue');
	await record(json[0]!);
	travelTo('2026-11-13T10:00:00+01:00');
	await record({}, { kind: 'expired' });
	expect(await due()).toHaveLength(1);
});

it('writes to the handler when the signal is assigned to an address', async () => {
	const expired = async (handler: string) => {
		await inRegister((register) => register.handling.assign(REFERENCE, handler, 'test'));
		const { json } = await run('getDue', { claimMinutes: 1 });
		return json[0]!.question;
	};
	await ask();
	await record({}, { kind: 'reminder' });
	travelTo('2026-11-12T17:00:00+01:00');
	expect(await expired('karin@dc.example')).toMatchObject({
		handler: 'karin@dc.example',
		subject: `Wilt u beslissen? Geen antwoord van de klant over ${REFERENCE}`,
	});
	travelTo('2026-11-12T17:02:00+01:00');
	expect(await expired('Karin Smit')).toMatchObject({ handler: null });
});

it('gives a mail that was held back again, and goes on without one that nobody can get', async () => {
	await ask();
	travelTo('2026-11-05T17:00:00+01:00');
	await record((await run('getDue')).json[0]!, { outcome: 'limited' });
	travelTo('2026-11-05T17:15:00+01:00');
	const again = await run('getDue');
	expect(mailOf(again)).toMatchObject({ kind: 'reminder' });
	await record(again.json[0]!, { outcome: 'skipped' });
	const { actions } = await inRegister((register) => register.get(REFERENCE));
	expect(actions.at(-1)!.text).toBe('De klant kon niet aan onze vraag worden herinnerd.');
	travelTo('2026-11-12T17:00:00+01:00');
	expect(mailOf(await run('getDue'))).toMatchObject({ kind: 'expired' });
});

it('does not remind about a signal that was closed meanwhile', async () => {
	await ask();
	await inRegister((register) => register.setStatus(REFERENCE, 'afgesloten', 'test'));
	travelTo('2026-11-20T10:00:00+01:00');
	expect((await run('getDue')).json).toEqual([]);
});

describe('the form', () => {
	const FORM = {
		naam: 'Karin Smit',
		email: 'Karin@DC.example',
		signaal: `${REFERENCE} - Jan de Vries - Laptop start niet op`,
		vraag: ` ${QUESTION} `,
	};
	const problems = async (changes: object = {}) => {
		const { json, output } = await run('readForm', {}, { ...FORM, ...changes });
		return output === 1 ? json[0]!.problems : output;
	};

	it('finds open signals of customers who can be asked, by number or words', async () => {
		await inRegister(async (register) => {
			const claim = { by: 'test', minutes: 10 };
			await register.register(
				signalFor('<2@x>', { customer: { name: 'Piet', email: null, organisation: null } }),
				claim,
			);
			await register.register(signalFor('<3@x>', { flags: { ...NO_FLAGS, autoReply: true } }), claim);
			await register.register(signalFor('<4@x>', { subject: '{{ $env }} laptop <b>$&' }), claim);
			const closed = await register.register(signalFor('<5@x>'), claim);
			await register.completeIntake(closed.signal.reference!, 'afgesloten', 'test');
		});
		const find = async (contains: string) => {
			const { json, output } = await run('findSignals', { contains });
			return [output, json[0]!.choices];
		};
		const first = `${REFERENCE} - Jan de Vries - Laptop start niet op`;
		expect(await find('laptop')).toEqual([0, ['R-2026-000004 - Jan de Vries - env laptop b &', first]]);
		expect(await find(' r-2026-000001 ')).toEqual([0, [first]]);
		expect(await find('R-2026-000005')).toEqual([1, []]);
		expect(await find('  ')).toEqual([1, []]);
	});

	it('gives what is to be asked, and asks it once when it is sent twice', async () => {
		const { json, output } = await run('readForm', {}, FORM);
		expect(output).toBe(0);
		expect(json[0]!.toAsk).toEqual({
			reference: REFERENCE,
			question: QUESTION,
			actor: 'Karin Smit',
			handler: 'karin@dc.example',
		});
		await ask();
		expect(await problems()).toBe(0);
		expect(await problems({ vraag: 'Welk merk?' })).toEqual([
			`Signaal: Deze klant heeft nog een vraag open: "${QUESTION}". Wacht op het antwoord of op het einde van de termijn.`,
		]);
	});

	it('says in Dutch what to change', async () => {
		expect(await problems({ naam: '', email: 'karin', signaal: 'geen', vraag: 'Waar? En wanneer?' })).toEqual(
			[
				'Uw naam: Vul uw naam in.',
				'Uw e-mailadres: Dit is geen e-mailadres. Schrijf het als naam@organisatie.nl.',
				'Signaal: Kies een signaal uit de lijst.',
				'Vraag: Stel één vraag. Een klant beantwoordt vaak alleen de eerste.',
			],
		);
		expect(await problems({ vraag: null })).toEqual(['Vraag: Schrijf uw vraag.']);
		await inRegister((register) => register.setStatus(REFERENCE, 'afgesloten', 'test'));
		expect(await problems()).toEqual(['Signaal: Dit signaal is afgesloten. Heropen het eerst.']);
	});
});
