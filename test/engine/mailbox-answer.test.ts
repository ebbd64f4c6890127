import type { INodeExecutionData } from 'n8n-workflow';
import { NO_FLAGS, type Signal } from '../../nodes/shared/domain/signal';
import { signalFor } from '../support/signals';
import { MailboxUnderTest, OWN_ADDRESS, signalOf } from './support/mailbox';

const mailbox = new MailboxUnderTest();

describe('answering', () => {
	const text = 'Beste Jan,\n\nWij gaan ermee aan de slag.';
	const parameters = { operation: 'reply', text, idempotencyKey: '={{ $json.signal.reference }}:antwoord' };

	async function registered(changes: Partial<Signal> = {}): Promise<{ items: INodeExecutionData[] }> {
		const { signal } = await mailbox.withRegister((register) =>
			register.register(signalFor('<een@minvenj.example>', changes), { by: 'test', minutes: 1 }),
		);
		return { items: [{ json: { signal: { ...signal } } as unknown as INodeExecutionData['json'] }] };
	}

	const actionsOf = async (reference: string) =>
		(await mailbox.withRegister((register) => register.get(reference))).actions.map(({ text }) => text);

	it('answers once, in the conversation, as a machine', async () => {
		const input = await registered();
		const first = await mailbox.run(parameters, input);
		expect(first.error).toBeUndefined();
		expect(first.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
		expect(mailbox.sink.messages).toHaveLength(1);
		const [mail] = mailbox.sink.messages;
		const { reference } = signalOf(input.items[0]!);
		expect(mail).toMatchObject({
			envelope: { from: OWN_ADDRESS, to: ['j.devries@minvenj.example'] },
			subject: `Re: Laptop start niet op [${reference}]`,
			text,
			headers: {
				'auto-submitted': 'auto-replied',
				'in-reply-to': '<een@minvenj.example>',
				references: '<een@minvenj.example>',
				from: `Dienstencentrum <${OWN_ADDRESS}>`,
			},
		});
		const again = await mailbox.run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'already-sent' });
		expect(mailbox.sink.messages).toHaveLength(1);
		expect(await actionsOf(reference!)).toContain(
			`Mail gestuurd aan j.devries@minvenj.example: Re: Laptop start niet op [${reference}]`,
		);
	});

	describe('after more mail about the signal', () => {
		/** A mail in the conversation that the first mail of the customer began. */
		function later(
			messageId: string,
			{ thread = [], minutes = 0, ...changes }: Partial<Signal> & { thread?: string[]; minutes?: number },
		): Signal {
			const { source, ...signal } = signalFor(messageId, changes);
			const receivedAt = new Date(Date.UTC(2026, 10, 3, 9, minutes)).toISOString();
			return { ...signal, source: { ...source, thread: ['<een@minvenj.example>', ...thread], receivedAt } };
		}

		/** The headers of the answer to a signal that these mails followed, in this order. */
		async function headersOfAnswer(...mails: Signal[]) {
			const input = await registered();
			for (const mail of mails) {
				const claim = { by: 'test', minutes: 1 };
				const { outcome } = await mailbox.withRegister((register) => register.register(mail, claim));
				expect(outcome).toBe('follow-up');
			}
			expect((await mailbox.run(parameters, input)).error).toBeUndefined();
			return mailbox.sink.messages.at(-1)!.headers;
		}

		it('answers the newest mail of the customer, in the whole conversation', async () => {
			const ours = '<ons-antwoord@ministerie.example>';
			const headers = await headersOfAnswer(
				later('<drie@minvenj.example>', { minutes: 30, thread: [ours, '<twee@minvenj.example>'] }),
				later('<twee@minvenj.example>', { minutes: 10, thread: [ours] }),
			);
			expect(headers['in-reply-to']).toBe('<drie@minvenj.example>');
			expect(headers.references).toBe(
				`<een@minvenj.example> ${ours} <twee@minvenj.example> <drie@minvenj.example>`,
			);
		});

		it('does not answer what a colleague or a machine wrote since', async () => {
			const colleague = { name: null, email: 'p.jansen@minvenj.example', organisation: null };
			const headers = await headersOfAnswer(
				later('<twee@minvenj.example>', { minutes: 10 }),
				later('<collega@minvenj.example>', { minutes: 20, customer: colleague }),
				later('<afwezig@minvenj.example>', { minutes: 30, flags: { ...NO_FLAGS, autoReply: true } }),
			);
			expect(headers['in-reply-to']).toBe('<twee@minvenj.example>');
			expect(headers.references).toBe('<een@minvenj.example> <twee@minvenj.example>');
		});
	});

	it.each([
		['an automatic reply', { flags: { ...NO_FLAGS, autoReply: true } }, 'automatic-sender'],
		[
			'a no-reply address',
			{ customer: { name: null, email: 'no-reply@x.example', organisation: null } },
			'automatic-sender',
		],
		[
			'our own plus-address',
			{ customer: { name: null, email: 'dienstencentrum+x@ministerie.example', organisation: null } },
			'automatic-sender',
		],
		['nobody', { customer: { name: null, email: null, organisation: null } }, 'no-address'],
	])('does not answer %s', async (_who, changes, reason) => {
		const { outputs } = await mailbox.run(parameters, await registered(changes));
		expect(outputs[0]![0]!.json.delivery).toEqual({ outcome: 'skipped', reason, messageId: null });
		expect(mailbox.sink.messages).toEqual([]);
	});

	it('does not send again what was cut off while it was handed over, and writes that down', async () => {
		const input = await registered();
		mailbox.sink.onMessage(() => 'cut');
		const first = await mailbox.run(parameters, input);
		expect(first.error!.message).toContain('it may have been sent');
		mailbox.sink.onMessage(() => 'accept');
		const again = await mailbox.run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'doubtful' });
		expect(mailbox.sink.messages).toHaveLength(1);
		const actions = await actionsOf(signalOf(input.items[0]!).reference!);
		expect(actions.at(-1)).toContain('Onzeker of de mail aan j.devries@minvenj.example is verstuurd');
	});

	it('sends again what the mail server refused', async () => {
		const input = await registered();
		mailbox.sink.onMessage(() => ({ code: 451, message: 'Try again later' }));
		const first = await mailbox.run(parameters, input);
		expect(first.error).toMatchObject({ message: expect.stringContaining('Try again later') as string });
		mailbox.sink.onMessage(() => 'accept');
		const again = await mailbox.run(parameters, input);
		expect(again.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
	});

	it('gives every attempt to send a mail the same Message-ID, and no two mails', async () => {
		const input = await registered();
		const offered: string[] = [];
		mailbox.sink.onMessage(({ headers }) => {
			offered.push(headers['message-id']!);
			return { code: 451, message: 'Try again later' };
		});
		for (const idempotencyKey of ['a', 'a', 'b']) await mailbox.run({ ...parameters, idempotencyKey }, input);
		expect(offered).toHaveLength(3);
		expect(offered[1]).toBe(offered[0]);
		expect(offered[2]).not.toBe(offered[0]);
	});

	it('stops answering an address that keeps writing', async () => {
		const input = await registered();
		const answer = (key: string) => mailbox.run({ ...parameters, maxPerDay: 2, idempotencyKey: key }, input);
		for (const key of ['a', 'b']) await answer(key);
		const { outputs } = await answer('c');
		expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'limited' });
		expect(mailbox.sink.messages).toHaveLength(2);
	});

	it('says that the login for sending is wrong', async () => {
		const { error } = await mailbox.run(parameters, {
			...(await registered()),
			changes: { smtpPassword: 'fout' },
		});
		expect(error).toMatchObject({
			message: expect.stringContaining('refuses user "verzender"') as string,
			description: expect.stringContaining('Check the SMTP user and password') as string,
		});
		expect(mailbox.sink.messages).toEqual([]);
	});
});
