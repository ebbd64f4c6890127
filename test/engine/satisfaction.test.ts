import type { IDataObject } from 'n8n-workflow';
import { AMPLE, outgoingMail } from '../support/outgoing';
import { registerNode } from '../support/register-node';
import { signalFor } from '../support/signals';

const REFERENCE = 'R-2026-000001';
const PAGE = 'https://n8n.example/webhook/tevredenheid';

const { run, inRegister, travelTo } = registerNode('2026-11-02T10:00:00+01:00', {
	resource: 'satisfaction',
	pageAddress: PAGE,
});

interface Invitation {
	link: string;
	idempotencyKey: string;
	to: string;
}

beforeEach(async () => {
	await inRegister(async (register) => {
		await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
		await register.completeIntake(REFERENCE, 'afgesloten', 'test');
	});
	travelTo('2026-11-03T11:00:00+01:00');
});

const candidates = async (parameters = {}) => {
	const { json, error } = await run('getCandidates', { percentage: 100, ...parameters });
	expect(error).toBeUndefined();
	return json.map(({ signal }) => (signal as IDataObject).reference);
};
const invite = async () => {
	const { json } = await run('invite', { reference: REFERENCE });
	return json[0]!.invitation as unknown as Invitation;
};
const mailed = async (key: string) =>
	await inRegister(async ({ outbox }) => {
		await outbox.reserve(outgoingMail(key), AMPLE);
		await outbox.handingOver(key);
		await outbox.sent(key);
	});
const answer = async (link: string, antwoord: string, parameters = {}) =>
	await run('recordAnswer', parameters, {
		query: { code: new URL(link).searchParams.get('code') },
		body: { antwoord, toelichting: 'Het duurde lang.' },
	});

describe('Signal Register: Satisfaction', () => {
	it('gives signals that were closed for a while, by the sample that is asked for', async () => {
		expect(await candidates()).toEqual([REFERENCE]);
		expect(await candidates({ closedForHours: 26 })).toEqual([]);
		expect(await candidates({ percentage: 0 })).toEqual([]);
		expect((await run('getCandidates', { percentage: 101 })).error).toContain('percentage');
	});

	it('invites a customer with a link and a key, until the mail went out', async () => {
		const invited = await run('invite', { reference: REFERENCE });
		expect(invited.output).toBe(0);
		const { link, idempotencyKey, to } = invited.json[0]!.invitation as unknown as Invitation;
		expect(link).toMatch(/^https:\/\/n8n\.example\/webhook\/tevredenheid\?code=\S{20,}$/);
		expect([to, idempotencyKey]).toEqual(['j.devries@minvenj.example', `${REFERENCE}:tevredenheid`]);
		// The secret is in the link alone.
		expect(JSON.stringify(invited.json[0]!.invitation)).not.toContain('"token"');
		await mailed(idempotencyKey);
		expect(await run('invite', { reference: REFERENCE })).toMatchObject({
			output: 1,
			json: [{ invitation: null, refusal: 'asked' }],
		});
		expect(await candidates()).toEqual([]);
	});

	it('says what is wrong with the address of the page, and which signal is missing', async () => {
		const wrong = await run('invite', { reference: REFERENCE, pageAddress: 'tevredenheid' });
		expect(wrong.error).toContain('The Page Address is no web address');
		expect((await run('invite', { reference: 'R-2026-000099' })).error).toContain('R-2026-000099');
	});

	it('shows the page, and counts an answer once', async () => {
		const { link, idempotencyKey } = await invite();
		await mailed(idempotencyKey);
		const shown = await run('showPage', {}, { query: { code: new URL(link).searchParams.get('code') } });
		expect(shown.json[0]!.page).toMatchObject({ status: 200, html: expect.stringContaining(REFERENCE) });
		expect((await answer(link, 'geen keuze')).json[0]).toMatchObject({ answer: null, page: { status: 422 } });
		const counted = await answer(link, 'tevreden');
		expect(counted.output).toBe(0);
		expect(counted.json[0]!.answer).toMatchObject({ answer: 'tevreden', reference: REFERENCE });
		expect(await answer(link, 'tevreden')).toMatchObject({
			output: 1,
			json: [{ answer: null, page: { status: 410 } }],
		});
		expect((await run('getFigures')).json[0]!.satisfaction).toMatchObject({
			total: { asked: 1, answered: 1, satisfied: 1, satisfaction: 1 },
		});
	});

	it('takes only the choice that the page offers', async () => {
		const { link } = await invite();
		const refused = await answer(link, 'niet-tevreden-heropenen', { whenDissatisfied: 'onvrede' });
		expect(refused).toMatchObject({ output: 1, json: [{ page: { status: 422 } }] });
	});

	it('opens the signal again, and gives whom to tell until that mail went out', async () => {
		const { link } = await invite();
		await answer(link, 'niet-tevreden-heropenen');
		expect((await inRegister((register) => register.get(REFERENCE))).status).toBe('heropend');
		const { json } = await run('getUnannounced');
		expect(json.map(({ dissatisfaction }) => dissatisfaction)).toEqual([
			expect.objectContaining({
				reference: REFERENCE,
				remark: 'Het duurde lang.',
				consequence: 'heropenen',
				onvredeReference: null,
			}),
		]);
		await mailed((json[0]!.dissatisfaction as unknown as { idempotencyKey: string }).idempotencyKey);
		expect((await run('getUnannounced')).json).toEqual([]);
	});

	it('registers onvrede as a signal of its own', async () => {
		const { link } = await invite();
		const { json } = await answer(link, 'niet-tevreden-onvrede');
		expect(json[0]!.answer).toMatchObject({ onvredeReference: 'R-2026-000002' });
		const onvrede = await inRegister((register) => register.get('R-2026-000002'));
		expect([onvrede.classification!.category, onvrede.text]).toEqual(['onvrede', 'Het duurde lang.']);
		expect((await inRegister((register) => register.get(REFERENCE))).status).toBe('afgesloten');
	});
});
