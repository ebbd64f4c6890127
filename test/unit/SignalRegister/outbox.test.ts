import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { signalFor } from '../../support/signals';
import { onEveryDatabase } from '../../support/register-databases';

let clock: Date;
const later = (minutes: number) => (clock = new Date(clock.getTime() + minutes * 60_000));

let register: Register;
let settings: RegisterSettings;
onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
		await register.register(signalFor('<1@x>'), { by: 'test', minutes: 10 });
	});
	afterEach(async () => await register.close());

	const reserve = async (key: string, to = ['jan@x.example'], limits = {}) =>
		await register.outbox.reserve(outgoingMail(key, { to }), { ...AMPLE, ...limits });

	async function send(key: string, to?: string[], limits = {}): Promise<string> {
		const { decision } = await reserve(key, to, limits);
		if (decision === 'send') {
			await register.outbox.handingOver(key);
			await register.outbox.sent(key);
		}
		return decision;
	}

	const actionTexts = async () => (await register.get('R-2026-000001')).actions.map(({ text }) => text);

	describe('once and not twice', () => {
		it('lets a mail out once', async () => {
			expect(await send('a')).toBe('send');
			expect(await reserve('a')).toEqual({ decision: 'sent' });
		});

		it('says for whom it was not taken', async () => {
			await reserve('a', ['jan@x.example', 'weg@x.example']);
			await register.outbox.handingOver('a');
			await register.outbox.sent('a', ['weg@x.example']);
			expect(await actionTexts()).toContain(
				'Mail gestuurd aan jan@x.example, weg@x.example, maar niet aangenomen voor weg@x.example: Re: Laptop',
			);
		});

		it('lets it go again after a crash before the handing over, or a certain refusal', async () => {
			await reserve('a');
			expect(await reserve('a')).toEqual({ decision: 'send' });
			await register.outbox.handingOver('a');
			await register.outbox.failed('a', '550 unknown user');
			expect(await register.outbox.list(['failed'], 10)).toMatchObject([{ reason: '550 unknown user' }]);
			expect(await reserve('a')).toEqual({ decision: 'send' });
		});

		it('calls it doubtful after a crash during the handing over, and says so once', async () => {
			await reserve('a');
			await register.outbox.handingOver('a');
			expect(await reserve('a')).toEqual({ decision: 'doubtful' });
			expect(await reserve('a')).toEqual({ decision: 'doubtful' });
			expect((await actionTexts()).filter((text) => text.startsWith('Onzeker of'))).toHaveLength(1);
		});

		it('lets one of two runs hand over a mail that both reserved', async () => {
			const other = await Register.open(settings, () => clock);
			await reserve('a');
			await other.outbox.reserve(outgoingMail('a'), AMPLE);
			const tries = await Promise.allSettled([
				register.outbox.handingOver('a'),
				other.outbox.handingOver('a'),
			]);
			expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
			await other.close();
		});
	});

	describe('limits', () => {
		it('limits the mails to one address in a day', async () => {
			for (const key of ['a', 'b']) expect(await send(key, undefined, { perAddress: 2 })).toBe('send');
			expect(await reserve('c', undefined, { perAddress: 2 })).toMatchObject({
				decision: 'limited',
				limit: 'perAddress',
			});
			expect(await send('d', ['piet@x.example'], { perAddress: 2 })).toBe('send');
			later(24 * 60 + 1);
			expect(await send('c', undefined, { perAddress: 2 })).toBe('send');
		});

		it.each(['JAN@X.example', 'jan+werk@x.example', '"Vries, J. de" <Jan@x.example>'])(
			'takes %s for the same address',
			async (written) => {
				await send('a');
				expect(await reserve('b', [written], { perAddress: 1 })).toMatchObject({ decision: 'limited' });
			},
		);

		it('counts an address among several', async () => {
			await send('a', ['piet@x.example', 'jan@x.example']);
			expect(await reserve('b', undefined, { perAddress: 1 })).toMatchObject({ decision: 'limited' });
		});

		it.each([
			['perHour', 61, 'er gingen in een uur al 2 mails uit'],
			['perDay', 24 * 60 + 1, 'er gingen in 24 uur al 2 mails uit'],
		])('limits all mail together %s', async (limit, minutes, reason) => {
			for (const key of ['a', 'b']) await send(key, [`${key}@x.example`]);
			expect(await reserve('c', ['c@x.example'], { [limit]: 2 })).toEqual({
				decision: 'limited',
				limit,
				reason,
			});
			expect(await actionTexts()).toContain(`Geen mail verstuurd aan c@x.example: ${reason}.`);
			later(minutes);
			expect(await reserve('c', ['c@x.example'], { [limit]: 2 })).toEqual({ decision: 'send' });
		});

		it('counts what another run is about to send, but not what a crash left behind', async () => {
			await reserve('a', ['a@x.example']);
			expect(await reserve('b', ['b@x.example'], { perHour: 1 })).toMatchObject({ decision: 'limited' });
			later(11);
			expect(await reserve('b', ['b@x.example'], { perHour: 1 })).toEqual({ decision: 'send' });
		});
	});

	describe('a person decides', () => {
		const keys = async (state: 'doubtful' | 'limited') =>
			(await register.outbox.list([state], 10)).map(({ key }) => key);

		beforeEach(async () => {
			await reserve('doubt');
			await register.outbox.handingOver('doubt');
			await send('one');
			await reserve('held', undefined, { perAddress: 1 });
		});

		it('lists what is in doubt, also when no run came back to it, and what was held back', async () => {
			expect(await keys('doubtful')).toEqual([]);
			later(11);
			expect(await keys('doubtful')).toEqual(['doubt']);
			expect(await keys('limited')).toEqual(['held']);
		});

		it('lets a released mail go once, with its content, past the limits', async () => {
			expect(await register.outbox.release('held', 'beheer')).toMatchObject({ state: 'released' });
			expect(await register.outbox.released(10)).toEqual([
				{
					key: 'held',
					envelope: { from: 'dc@dc.example', to: ['jan@x.example'] },
					source: Buffer.from('Subject: held\r\n\r\nHallo'),
				},
			]);
			expect(await send('held', undefined, { perAddress: 1 })).toBe('send');
			expect(await register.outbox.released(10)).toEqual([]);
			expect(await actionTexts()).toContain(
				'Mail aan jan@x.example vrijgegeven om te versturen (Re: Laptop).',
			);
		});

		it('never sends a dropped mail, and forgets what was in it', async () => {
			later(11);
			await register.outbox.drop('doubt', 'beheer');
			expect(await reserve('doubt')).toEqual({ decision: 'dropped' });
			expect(await register.outbox.list(['doubtful'], 10)).toEqual([]);
			await expect(register.outbox.release('doubt', 'beheer')).rejects.toThrow("The mail doubt is 'dropped'");
		});

		it('does not decide about what went out, or is not there', async () => {
			await expect(register.outbox.drop('one', 'beheer')).rejects.toThrow("The mail one is 'sent'");
			await expect(register.outbox.release('weg', 'beheer')).rejects.toMatchObject({
				hint: expect.stringContaining('outgoing.key'),
			});
		});
	});
});
