import type { IDataObject } from 'n8n-workflow';
import { FORGOTTEN } from '../../nodes/shared/domain/forget';
import { registerNode } from '../support/register-node';
import { signalFor } from '../support/signals';

const REFERENCE = 'R-2026-000001';
const OPEN = 'R-2026-000002';
const EMAIL = 'j.devries@minvenj.example';
const REQUEST = { email: ' J.deVries@minvenj.example ', actor: 'Petra', reason: 'Verzoek van 2 november' };

const { run, inRegister, travelTo } = registerNode('2026-11-02T10:00:00+01:00', {
	resource: 'personalData',
});
const signalNow = async (reference: string) => await inRegister((register) => register.get(reference));

beforeEach(
	async () =>
		await inRegister(async (register) => {
			const claim = { by: 'test', minutes: 10 };
			const text = 'Bel mij op 06-12345678 over mijn laptop.';
			await register.register(signalFor('<1@x>', { text }), claim);
			await register.completeIntake(REFERENCE, 'afgesloten', 'test');
			await register.register(signalFor('<2@x>'), claim);
			await register.completeIntake(OPEN, 'in behandeling', 'test');
		}),
);

describe('Signal Register: Personal Data', () => {
	it('exports what is held of somebody, as data and to read, and keeps who looked', async () => {
		const { json, error } = await run('export', REQUEST);
		expect(error).toBeUndefined();
		const { personalData, readable } = json[0] as unknown as {
			personalData: { signals: IDataObject[] };
			readable: string;
		};
		expect(personalData.signals.map(({ reference }) => reference)).toEqual([REFERENCE, OPEN]);
		expect(readable).toContain(`# Gegevens van ${EMAIL} in het signalenregister`);
		expect(readable).toContain('> Bel mij op 06-12345678 over mijn laptop.');
		const log = await run('getAccessLog', { email: EMAIL });
		expect(log.json).toEqual([
			{
				access: expect.objectContaining({
					kind: 'inzage',
					actor: 'Petra',
					reason: REQUEST.reason,
					signals: 2,
				}),
			},
		]);
		expect((await run('getAccessLog', { email: 'iemand@anders.example' })).json).toEqual([]);
	});

	it('wants to know who asks, and why', async () => {
		expect((await run('export', { ...REQUEST, reason: ' ' })).error).toContain('reason');
		expect((await run('erase', { ...REQUEST, actor: ' ' })).error).toContain('actor');
		expect((await run('getAccessLog')).json).toEqual([]);
	});

	it('erases somebody, but leaves what is open unless it is asked for', async () => {
		const first = await run('erase', REQUEST);
		expect(first.json[0]!.erasure).toMatchObject({ signals: [REFERENCE], open: [OPEN] });
		const { text, customer, classification } = await signalNow(REFERENCE);
		expect([text, customer.email, classification!.category]).toEqual([FORGOTTEN, null, 'storing']);
		expect((await signalNow(OPEN)).customer.email).toBe(EMAIL);
		const second = await run('erase', { ...REQUEST, alsoOpen: true });
		expect(second.json[0]!.erasure).toMatchObject({ signals: [OPEN], open: [] });
		expect((await signalNow(OPEN)).customer.email).toBeNull();
	});

	it('forgets what was kept long enough, as many as it may at a time', async () => {
		await inRegister((register) => register.setStatus(OPEN, 'afgesloten', 'test'));
		const terms = { writtenDays: 30, identityDays: 60, linkDays: 30, accessLogDays: 30 };
		expect((await run('applyRetention', terms)).json[0]!.retention).toMatchObject({
			written: 0,
			identity: 0,
		});
		travelTo('2026-12-03T10:00:00+01:00');
		expect((await run('applyRetention', { ...terms, limit: 1 })).json[0]!.retention).toMatchObject({
			written: 1,
			identity: 0,
			more: true,
		});
		expect((await run('applyRetention', terms)).json[0]!.retention).toMatchObject({
			written: 1,
			more: false,
		});
		expect(await signalNow(REFERENCE)).toMatchObject({ text: FORGOTTEN, customer: { email: EMAIL } });
		travelTo('2027-01-02T10:00:00+01:00');
		expect((await run('applyRetention', terms)).json[0]!.retention).toMatchObject({
			written: 0,
			identity: 2,
		});
		expect((await signalNow(REFERENCE)).customer.email).toBeNull();
		expect((await run('applyRetention', { ...terms, writtenDays: 0 })).error).toContain('writtenDays');
	});

	it('masks a signal for somebody else, and leaves the one in the register', async () => {
		const signal = await signalNow(REFERENCE);
		const { json } = await run('maskSignal', {}, { signal: signal as unknown as IDataObject });
		const masked = json[0]!.signal as unknown as typeof signal;
		expect(masked.text).toBe('Bel mij op [TELEFOONNUMMER] over mijn laptop.');
		expect(masked.customer).toEqual({ name: null, email: null, organisation: null });
		expect((await signalNow(REFERENCE)).text).toContain('06-12345678');
		expect((await run('maskSignal', {}, { signal: { text: 'los' } })).error).toContain(
			'The input is not what this node expects',
		);
	});

	it('masks a text and puts the data back in an answer, which the signal notes', async () => {
		const { json } = await run('maskText', { reference: REFERENCE });
		expect(json[0]!.masked).toMatchObject({ text: 'Bel mij op [TELEFOONNUMMER 1] over mijn laptop.' });
		const text = 'Wij bellen u op [TELEFOONNUMMER 1].';
		const back = await run('unmaskText', { reference: REFERENCE, text, actor: 'Petra' });
		expect(back.json[0]!.unmasked).toBe('Wij bellen u op 06-12345678.');
		const { actions } = await signalNow(REFERENCE);
		expect(actions.at(-1)).toMatchObject({ actor: 'Petra' });
		expect((await run('unmaskText', { reference: REFERENCE, text: ' ' })).error).toBeDefined();
	});
});
