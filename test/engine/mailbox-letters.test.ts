import { MailboxUnderTest, REFERENCE, signalItem } from './support/mailbox';

const mailbox = new MailboxUnderTest();

describe('sending a notice', () => {
	const parameters = {
		operation: 'send',
		to: 'Coordinator@dienstencentrum.example; manager@dienstencentrum.example',
		subject: 'Onvrede R-2026-000001',
		text: 'Wilt u dit bekijken?',
		reference: 'R-2026-000001',
		idempotencyKey: 'R-2026-000001:collega',
	};

	it('sends it once, to everybody it is for', async () => {
		for (const outcome of ['sent', 'already-sent']) {
			const { outputs, error } = await mailbox.run(parameters);
			expect(error).toBeUndefined();
			expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome });
		}
		expect(mailbox.sink.messages).toMatchObject([
			{
				envelope: { to: ['coordinator@dienstencentrum.example', 'manager@dienstencentrum.example'] },
				headers: { 'auto-submitted': 'auto-generated' },
			},
		]);
	});

	it('sends an alarm once when the register cannot be opened, and fails with every other mail', async () => {
		mailbox.databaseFile = '/dev/null/register.sqlite';
		const alarm = {
			...parameters,
			reference: '',
			withoutRegister: true,
			idempotencyKey: 'alarm zonder register',
		};
		for (const outcome of ['sent', 'already-sent']) {
			const { outputs, error } = await mailbox.run(alarm);
			expect(error).toBeUndefined();
			expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome });
		}
		expect(mailbox.sink.messages).toHaveLength(1);
		const { error } = await mailbox.run({ ...alarm, withoutRegister: false });
		expect(error!.message).toContain('The register cannot be opened or written');
		expect(mailbox.sink.messages).toHaveLength(1);
	});

	it('records an alarm as every mail while the register can be written', async () => {
		await mailbox.run({ ...parameters, withoutRegister: true });
		await mailbox.withRegister(async ({ outbox }) => {
			expect(await outbox.list(['sent'], 10)).toMatchObject([{ key: 'R-2026-000001:collega' }]);
		});
	});

	it('says which address is wrong, and sends nothing', async () => {
		const { error } = await mailbox.run({ ...parameters, to: 'coordinator' });
		expect(error!.message).toContain('to.0: This is no e-mail address');
		expect(mailbox.sink.messages).toEqual([]);
	});
});

describe('what a mail says and how it looks', () => {
	const answer = { operation: 'reply', idempotencyKey: 'a' };

	it('fills in a ready text and a template, in house style', async () => {
		const changes = { organisation: 'Regiedesk', replyToWithReference: true };
		await mailbox.run({ ...answer, content: 'ontvangstbevestiging' }, { items: [signalItem()], changes });
		const template = 'Beste {naam},\n\nU schreef:\n\n{bericht}';
		await mailbox.run(
			{ ...answer, idempotencyKey: 'b', content: 'template', template },
			{ items: [signalItem()], changes },
		);
		const [ready, own] = mailbox.sink.messages;
		expect(ready!.text).toContain(`onder nummer ${REFERENCE}.`);
		expect(ready!.text).toMatch(/groet,\nRegiedesk\n\nRegiedesk$/);
		expect(ready!.headers['reply-to']).toBe(`dienstencentrum+${REFERENCE}@ministerie.example`);
		expect(own!.text).toContain('> Mijn laptop start niet meer op sinds vanochtend.');
		expect(own!.html).toMatch(/<blockquote[^>]*>Mijn laptop start niet meer op/);
	});

	it('says which placeholder does not exist, and sends nothing', async () => {
		const { error } = await mailbox.run(
			{ ...answer, content: 'template', template: '{nummr}' },
			{ items: [signalItem()] },
		);
		expect(error).toMatchObject({
			message: 'The template asks for {nummr}, which does not exist',
			description: expect.stringContaining('{nummer}') as string,
		});
		expect(mailbox.sink.messages).toEqual([]);
	});

	it('sends a batch over one connection', async () => {
		const all = Array.from({ length: 5 }, () => signalItem());
		const key = '=k{{ $itemIndex }}';
		const { outputs } = await mailbox.run(
			{ ...answer, text: 'Hallo', idempotencyKey: key, maxPerDay: 9 },
			{ items: all },
		);
		expect(outputs[0]).toHaveLength(5);
		expect(mailbox.sink.messages).toHaveLength(5);
		expect(mailbox.sink.connections()).toBe(1);
	});

	it('holds an answer back at the limit for all mail, so that a later run sends it', async () => {
		const limited = { items: [signalItem()], changes: { maxMailsPerHour: 1 } };
		await mailbox.run({ ...answer, text: 'Hallo' }, limited);
		const { error } = await mailbox.run({ ...answer, text: 'Hallo', idempotencyKey: 'b' }, limited);
		expect(error!.message).toContain('was held back: er ging in een uur al 1 mail uit');
		const later = await mailbox.run(
			{ ...answer, text: 'Hallo', idempotencyKey: 'b' },
			{ items: [signalItem()] },
		);
		expect(later.outputs[0]![0]!.json.delivery).toMatchObject({ outcome: 'sent' });
	});

	describe('forwarding', () => {
		const file = (content: string) => ({
			data: Buffer.from(content).toString('base64'),
			mimeType: 'text/plain',
		});
		const attachments = ['foto.txt', 'groot.txt', 'weg.txt'].map((name, index) => ({
			name,
			contentType: 'text/plain',
			size: 4,
			binaryKey: index === 2 ? null : `attachment_${index}`,
			inline: false,
		}));
		const forward = {
			operation: 'forward',
			to: 'Desk <Desk@leverancier.example>',
			text: 'Wilt u dit oppakken?',
			maxFilesMb: 1,
			idempotencyKey: 'f',
		};

		it('sends the words of the customer with his attachments, and names what did not fit', async () => {
			const binary = { attachment_0: file('foto'), attachment_1: file('x'.repeat(2 ** 20)) };
			for (const outcome of ['sent', 'already-sent']) {
				const { outputs, error } = await mailbox.run(forward, {
					items: [signalItem({ attachments }, binary)],
				});
				expect(error).toBeUndefined();
				expect(outputs[0]![0]!.json.delivery).toMatchObject({ outcome });
			}
			const [mail] = mailbox.sink.messages;
			expect(mailbox.sink.messages).toHaveLength(1);
			expect(mail).toMatchObject({
				envelope: { to: ['desk@leverancier.example'] },
				subject: `Fw: Laptop start niet op [${REFERENCE}]`,
				files: [{ name: 'foto.txt', contentType: 'text/plain', content: Buffer.from('foto') }],
			});
			expect(mail!.text).toBe(
				[
					'Wilt u dit oppakken?',
					'Van: Jan de Vries <j.devries@minvenj.example>\nOntvangen: 2 november 2026 10:00\nOnderwerp: Laptop start niet op',
					'> Mijn laptop start niet meer op sinds vanochtend.',
					'Niet meegestuurd, vraag zo nodig om deze bijlagen: groot.txt, weg.txt',
				].join('\n\n'),
			);
		});

		it('sends the original mail as one file, byte for byte', async () => {
			const eml = 'Subject: Lift\r\n\r\nDe lift \u00e9n de trap\r\n';
			const binary = { source: { ...file(eml), mimeType: 'message/rfc822' } };
			const { error } = await mailbox.run(
				{ ...forward, include: 'original' },
				{ items: [signalItem({}, binary)] },
			);
			expect(error).toBeUndefined();
			const [mail] = mailbox.sink.messages;
			expect(mail!.files).toMatchObject([{ name: 'bericht.eml', contentType: 'message/rfc822' }]);
			expect(mail!.raw.includes(Buffer.from(eml))).toBe(true);
		});

		it('says so when the item has no original mail', async () => {
			const { error } = await mailbox.run({ ...forward, include: 'original' }, { items: [signalItem()] });
			expect(error!.message).toBe('The item has no binary property "source" with the original mail');
		});
	});

	it('sends what a person released, once', async () => {
		const limited = { items: [signalItem()], changes: { maxMailsPerHour: 1 } };
		await mailbox.run({ ...answer, text: 'Hallo' }, limited);
		await mailbox.run({ ...answer, text: 'Uitgesteld', idempotencyKey: 'b' }, limited);
		await mailbox.withRegister((register) => register.outbox.release('b', 'beheer'));
		const released = { resource: 'mailbox', operation: 'sendReleased' };
		const { outputs } = await mailbox.run(released, limited);
		expect(outputs[0]!.map(({ json }) => json.released)).toEqual([
			{ key: 'b', to: ['j.devries@minvenj.example'], error: null },
		]);
		expect((await mailbox.run(released, limited)).outputs[0]).toEqual([]);
		expect(mailbox.sink.messages.map(({ text }) => text)).toEqual(['Hallo', 'Uitgesteld']);
	});
});
