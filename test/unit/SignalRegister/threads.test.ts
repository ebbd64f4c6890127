import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_FLAGS, type Signal } from '../../../nodes/shared/domain/signal';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { signalOfMail } from '../../support/read-mail';
import { signalFor } from '../../support/signals';
import { onEveryDatabase } from '../../support/register-databases';

let clock: Date;
let register: Register;
let settings: RegisterSettings;
const claim = { by: 'run 1', minutes: 10 };
const R1 = 'R-2026-000001';
const OUR_MAIL = '<antwoord@regie>';

onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
		await register.register(signalFor('<1@x>'), claim);
		await register.completeIntake(R1, 'doorgezet', 'intake');
	});
	afterEach(async () => await register.close());

	interface Changes
		extends
			Partial<Omit<Signal, 'source'>>,
			Partial<Pick<Signal['source'], 'thread' | 'mentions' | 'bounce' | 'forwardedBy'>> {
		from?: string | null;
	}

	function mail(
		messageId: string,
		{ thread = [], mentions = [], bounce = null, forwardedBy = null, from, ...changes }: Changes = {},
	): Signal {
		const signal = signalFor(messageId, changes);
		signal.source = { ...signal.source, thread, mentions, bounce, forwardedBy };
		if (from !== undefined) signal.customer = { ...signal.customer, email: from };
		return signal;
	}

	const come = async (signal: Signal, by = claim.by) => await register.register(signal, { by, minutes: 10 });

	/** An answer of ours went out about the first signal. */
	async function answered(): Promise<void> {
		await register.outbox.reserve(outgoingMail('antwoord', { to: ['j.devries@minvenj.example'] }), AMPLE);
		await register.outbox.handingOver('antwoord');
		await register.outbox.sent('antwoord');
	}

	const lastAction = async (reference = R1) => (await register.get(reference)).actions.at(-1)!;

	describe('by the conversation', () => {
		it('takes an answer to our mail for an action on the same signal', async () => {
			await answered();
			const { signal, outcome, followUp } = await come(
				mail('<2@x>', { thread: ['<1@x>', OUR_MAIL], text: 'Hij doet het\nnog steeds niet.' }),
			);
			expect([signal.reference, outcome]).toEqual([R1, 'follow-up']);
			expect(followUp).toMatchObject({ kind: 'person', evidence: 'thread', knownSender: true });
			expect(signal.actions.at(-1)).toMatchObject({
				kind: 'reactie',
				text: 'Reactie van Jan de Vries (j.devries@minvenj.example): Hij doet het nog steeds niet.',
			});
			expect((await come(mail('<3@x>'))).signal.reference).toBe('R-2026-000002');
		});

		it('knows the mail of the signal, our mail and an earlier follow-up', async () => {
			await answered();
			for (const [id, thread] of [
				['<2@x>', ['<1@x>']],
				['<3@x>', [OUR_MAIL]],
				['<4@x>', ['<elders@x>', '<3@x>']],
				['<5@x>', ['<vreemd@x>']],
			] as const) {
				const { outcome } = await come(mail(id, { thread: [...thread] }));
				expect([id, outcome]).toEqual([id, id === '<5@x>' ? 'new' : 'follow-up']);
			}
		});

		it('survives a Message-ID and a subject that nobody should send', async () => {
			const long = `<${'x'.repeat(10_000)}@x>`;
			expect((await come(mail(long))).outcome).toBe('new');
			const mentions = Array.from({ length: 500 }, (_, index) => `R-2025-${String(index).padStart(6, '0')}`);
			const { signal } = await come(
				mail('<2@x>', { thread: [long, ...Array<string>(5_000).fill(long)], mentions }),
			);
			expect(signal.actions).toHaveLength(11);
		});

		it('follows the newest mail when a conversation touches two signals', async () => {
			await come(mail('<2@x>'));
			const { signal } = await come(mail('<3@x>', { thread: ['<1@x>', '<2@x>'] }));
			expect(signal.reference).toBe('R-2026-000002');
		});

		it('goes before a reference in the subject', async () => {
			await come(mail('<2@x>'));
			const { signal } = await come(mail('<3@x>', { thread: ['<1@x>'], mentions: ['R-2026-000002'] }));
			expect(signal.reference).toBe(R1);
		});

		it('takes a stranger in the conversation along, and says that he is one', async () => {
			const { followUp } = await come(mail('<2@x>', { thread: ['<1@x>'], from: 'iemand@elders.example' }));
			expect(followUp).toMatchObject({ knownSender: false });
			expect((await lastAction()).text).toContain(
				'(iemand@elders.example), niet eerder bij dit signaal betrokken:',
			);
		});

		it('shortens a long text in the action and keeps all of it in the follow-up', async () => {
			const text = 'De lift is weer stuk. '.repeat(100);
			const { followUp } = await come(mail('<2@x>', { thread: ['<1@x>'], text }));
			expect((await lastAction()).text.length).toBeLessThan(600);
			expect(followUp!.text).toBe(text);
		});
	});

	describe('by a reference in the subject or plus-address', () => {
		const outcomeFrom = async (from: string | null, mentions = [R1]) =>
			(await come(mail(`<${from}@x>`, { mentions, from }))).outcome;

		it('counts from the customer, a colleague of his, and whom we wrote to', async () => {
			await register.outbox.reserve(outgoingMail('a', { to: ['desk@leverancier.example'] }), AMPLE);
			expect(await outcomeFrom('J.deVries+lift@minvenj.example')).toBe('follow-up');
			expect(await outcomeFrom('p.jansen@minvenj.example')).toBe('follow-up');
			expect(await outcomeFrom('monteur@leverancier.example')).toBe('follow-up');
		});

		it.each([
			['a stranger', 'iemand@elders.example', R1],
			['nobody', null, R1],
			['the customer, with a number that does not exist', 'j.devries@minvenj.example', 'R-2026-009999'],
		])('is a signal of its own from %s, with a note', async (_who, from, mentioned) => {
			const { signal, outcome } = await come(mail('<2@x>', { mentions: [mentioned], from }));
			expect([signal.reference, outcome]).toEqual(['R-2026-000002', 'new']);
			expect(signal.actions.map(({ kind, text }) => [kind, text.split(',')[0]])).toEqual([
				['geregistreerd', 'Ontvangen en geregistreerd als R-2026-000002.'],
				['notitie', `De mail noemt ${mentioned}`],
			]);
			expect((await register.get(R1)).actions.map(({ kind }) => kind)).toEqual(['geregistreerd', 'status']);
		});

		it('does not count from a stranger who forwards what the customer is said to have written', async () => {
			const forwardedBy = { name: null, email: 'iemand@elders.example', remark: '' };
			expect((await come(mail('<2@x>', { mentions: [R1], forwardedBy }))).outcome).toBe('new');
			const colleague = { ...forwardedBy, email: 'collega@minvenj.example' };
			await come(mail('<3@x>', { mentions: [R1], forwardedBy: colleague, text: 'Weer stuk' }));
			expect((await lastAction()).text).toBe(
				'Reactie van Jan de Vries (j.devries@minvenj.example), doorgestuurd door collega@minvenj.example: Weer stuk',
			);
		});

		it('takes nobody at a public provider for a colleague', async () => {
			await come(mail('<2@x>', { from: 'klant@ziggo.nl' }));
			expect(await outcomeFrom('ander@ziggo.nl', ['R-2026-000002'])).toBe('new');
			expect(await outcomeFrom('klant@ziggo.nl', ['R-2026-000002'])).toBe('follow-up');
		});
	});

	describe('the status', () => {
		it.each(['opgelost', 'afgesloten'] as const)(
			'of a signal that is %s: an answer opens it again',
			async (status) => {
				await register.setStatus(R1, status, 'klantmanager');
				const { signal } = await come(mail('<2@x>', { thread: ['<1@x>'] }));
				expect(signal.status).toBe('heropend');
				expect((await lastAction()).text).toBe(`Van '${status}' naar 'heropend'.`);
			},
		);

		it('of a signal that is going on stays', async () => {
			expect((await come(mail('<2@x>', { thread: ['<1@x>'] }))).signal.status).toBe('doorgezet');
		});

		it.each(['autoReply', 'bounce', 'bulk', 'loop'] as const)('does not change by %s', async (flag) => {
			await register.setStatus(R1, 'afgesloten', 'klantmanager');
			const { signal, outcome } = await come(
				mail('<2@x>', { thread: ['<1@x>'], flags: { ...NO_FLAGS, [flag]: true } }),
			);
			expect([outcome, signal.status]).toEqual(['follow-up', 'afgesloten']);
			expect(signal.actions.at(-1)!.kind).toBe(flag === 'bounce' ? 'onbestelbaar' : 'automatisch');
		});
	});

	describe('a bounce of our mail', () => {
		const bounce = (id: string, thread: string[], changes: Changes = {}) =>
			mail(id, {
				thread,
				from: 'mailer-daemon@mx.example',
				flags: { ...NO_FLAGS, bounce: true },
				...changes,
			});
		const report = {
			action: 'failed' as const,
			recipients: ['j.devries@minvenj.example'],
			status: '5.1.1',
			diagnostic: 'User unknown',
			originalMessageId: null,
		};

		it('says who was not reached and why, and is found by the mail it is about', async () => {
			await answered();
			await come(bounce('<b@mx>', ['<1@x>'], { bounce: { ...report, originalMessageId: OUR_MAIL } }));
			expect((await lastAction()).text).toBe(
				'Een mail van ons aan j.devries@minvenj.example is niet bezorgd (5.1.1: User unknown).',
			);
			expect(await register.outbox.list(['sent'], 10)).toMatchObject([{ bouncedAt: clock.toISOString() }]);
		});

		it('is found by the reference in its subject when it is about a party', async () => {
			expect((await come(bounce('<b@mx>', [], { bounce: report, mentions: [R1] }))).outcome).toBe(
				'follow-up',
			);
			const other = { ...report, recipients: ['iemand@elders.example'] };
			expect((await come(bounce('<c@mx>', [], { bounce: other, mentions: [R1] }))).outcome).toBe('new');
		});

		it('is an action on the signal, and the outbox knows it', async () => {
			await answered();
			await come(bounce('<b@mx>', ['<1@x>', OUR_MAIL]));
			expect((await lastAction()).text).toMatch(/^Een mail van ons is niet bezorgd\. /);
			expect(await register.outbox.list(['sent'], 10)).toMatchObject([
				{ key: 'antwoord', bouncedAt: clock.toISOString() },
			]);
		});

		it('ends the doubt whether it was sent', async () => {
			await register.outbox.reserve(outgoingMail('antwoord'), AMPLE);
			await register.outbox.handingOver('antwoord');
			await come(bounce('<b@mx>', [OUR_MAIL]));
			expect(await register.outbox.list(['doubtful'], 10)).toEqual([]);
			expect(await register.outbox.reserve(outgoingMail('antwoord'), AMPLE)).toEqual({ decision: 'sent' });
		});

		it('about no signal is a signal, and the outbox knows it all the same', async () => {
			await register.outbox.reserve(outgoingMail('antwoord', { reference: null }), AMPLE);
			await register.outbox.handingOver('antwoord');
			await register.outbox.sent('antwoord');
			expect((await come(bounce('<b@mx>', [OUR_MAIL]))).outcome).toBe('new');
			expect(await register.outbox.list([], 10)).toMatchObject([{ bouncedAt: clock.toISOString() }]);
		});
	});

	describe('a report that our mail is delayed', () => {
		const delayed = async (thread: string[]) => {
			const source = readFileSync(join(__dirname, '../../corpus/mails/bounce-vertraagd.eml'));
			const { signal } = await signalOfMail(source);
			return { ...signal, source: { ...signal.source, thread } };
		};

		it('is an automatic message on the signal, and our mail counts as sent', async () => {
			await answered();
			const { outcome, followUp } = await come(await delayed(['<1@x>', OUR_MAIL]));
			expect([outcome, followUp!.kind]).toEqual(['follow-up', 'automatic']);
			expect(await lastAction()).toMatchObject({
				kind: 'automatisch',
				text: 'Een mail van ons aan vol@klant.example is vertraagd (4.4.7). De mailserver probeert het nog.',
			});
			expect(await register.outbox.list([], 10)).toMatchObject([{ state: 'sent', bouncedAt: null }]);
		});

		it('about no signal does not mark our mail either, but ends the doubt whether it was sent', async () => {
			await register.outbox.reserve(outgoingMail('antwoord', { reference: null }), AMPLE);
			await register.outbox.handingOver('antwoord');
			expect((await come(await delayed([OUR_MAIL]))).outcome).toBe('new');
			expect(await register.outbox.list([], 10)).toMatchObject([{ state: 'sent', bouncedAt: null }]);
		});

		it('does not hide the report that it failed after all', async () => {
			await answered();
			await come(await delayed(['<1@x>', OUR_MAIL]));
			await come(mail('<b@mx>', { thread: ['<1@x>', OUR_MAIL], flags: { ...NO_FLAGS, bounce: true } }));
			expect(await lastAction()).toMatchObject({ kind: 'onbestelbaar' });
			expect(await register.outbox.list([], 10)).toMatchObject([{ bouncedAt: clock.toISOString() }]);
		});
	});

	describe('exactly once', () => {
		const answer = () => mail('<2@x>', { thread: ['<1@x>'] });
		const reactions = async () =>
			(await register.get(R1)).actions.filter(({ kind }) => kind === 'reactie').length;

		it('gives a second showing the same answer, while no other run is at it', async () => {
			const first = await come(answer());
			expect((await come(answer(), 'run 2')).outcome).toBe('busy');
			clock = new Date(clock.getTime() + 11 * 60_000);
			const again = await come(answer(), 'run 2');
			expect(again).toMatchObject({ outcome: 'follow-up', followUp: first.followUp! });
			await register.completeFollowUp(first.followUp!.id);
			expect((await come(answer(), 'run 3')).outcome).toBe('handled');
			expect(await reactions()).toBe(1);
		});

		it('frees a follow-up after a failure, and leaves the claim on its signal alone', async () => {
			await come(mail('<9@x>'));
			const { signal, followUp } = await come(mail('<10@x>', { thread: ['<9@x>'] }), 'run 2');
			await register.recordFailure(signal.reference!, 'SMTP weg', 'intake', followUp!.id);
			expect((await come(mail('<9@x>'), 'run 3')).outcome).toBe('busy');
			expect((await come(mail('<10@x>', { thread: ['<9@x>'] }), 'run 3')).outcome).toBe('follow-up');
		});

		it('registers one follow-up when runs meet, each with its own connection', async () => {
			const registers = await Promise.all(Array.from({ length: 4 }, () => Register.open(settings)));
			const outcomes = await Promise.all(
				registers.map((one, run) => one.register(answer(), { by: `run ${run}`, minutes: 10 })),
			);
			expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'busy', 'busy', 'follow-up']);
			expect(await reactions()).toBe(1);
			await Promise.all(registers.map((one) => one.close()));
		});

		it('says which follow-up it does not know', async () => {
			await expect(register.completeFollowUp('weg')).rejects.toMatchObject({
				message: 'There is no follow-up weg in the register.',
				hint: expect.stringContaining('followUp.id'),
			});
		});
	});
});
