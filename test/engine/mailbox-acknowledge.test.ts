import unusedPort from 'get-port';
import { listFolder } from '../support/mail-folder';
import { MailboxUnderTest, signalOf } from './support/mailbox';

const mailbox = new MailboxUnderTest();

describe('acknowledging', () => {
	const parameters = () => ({ operation: 'acknowledge', moveTo: `${mailbox.folder} klaar` });

	it('moves the mails, and finds no fault when that was done before', async () => {
		await mailbox.deliver({ subject: 'Eerste' });
		await mailbox.deliver({ subject: 'Tweede' });
		const [items] = (await mailbox.poll())!;
		const { outputs, error } = await mailbox.run(parameters(), { items });
		expect(error).toBeUndefined();
		expect(outputs[0]!.map(({ json }) => json.acknowledged)).toEqual(['moved', 'moved']);
		expect(await listFolder(mailbox.server, mailbox.folder)).toEqual([]);
		expect(await listFolder(mailbox.server, `${mailbox.folder} klaar`)).toEqual(['Eerste', 'Tweede']);
		const again = await mailbox.run(parameters(), { items });
		expect(again.outputs[0]!.map(({ json }) => json.acknowledged)).toEqual(['already-gone', 'already-gone']);
	});

	it('marks the mail instead, and the trigger passes it by', async () => {
		await mailbox.deliver({ subject: 'Eerste' });
		await mailbox.deliver({ subject: 'Tweede' });
		const [items] = (await mailbox.poll({ maximumMails: 1 }))!;
		const { outputs } = await mailbox.run(
			{ operation: 'acknowledge', putAwayBy: 'flag', keyword: '$Klaar' },
			{ items },
		);
		expect(outputs[0]![0]!.json.acknowledged).toBe('flagged');
		const subjects = async (skipKeyword: string) =>
			(await mailbox.poll({ skipKeyword }))![0]!.map((item) => signalOf(item).subject);
		expect(await subjects('$Klaar')).toEqual(['Tweede']);
		expect(await subjects('')).toEqual(['Eerste', 'Tweede']);
	});

	it('says what is wrong when the mail does not say where it lies', async () => {
		const { error } = await mailbox.run(parameters(), { items: [{ json: { mail: { uid: 7 } } }] });
		expect(error!.message).toContain('It does not say where the mail lies');
	});

	it('moves nothing when the folder has been renumbered since', async () => {
		await mailbox.deliver();
		const [items] = (await mailbox.poll())!;
		const stale = { ...(items![0]!.json.mail as object), uidValidity: '1' };
		const { error } = await mailbox.run(parameters(), { items: [{ json: { mail: stale } }] });
		expect(error!.message).toContain('has renumbered folder');
		expect(await listFolder(mailbox.server, mailbox.folder)).toHaveLength(1);
	});

	it('fails only the item that is wrong', async () => {
		await mailbox.deliver();
		const [items] = (await mailbox.poll())!;
		const { outputs } = await mailbox.run(parameters(), {
			items: [{ json: { mail: { source: 'imap', folder: mailbox.folder, uidValidity: '1' } } }, ...items!],
			onError: 'continueErrorOutput',
		});
		expect(outputs[0]).toMatchObject([{ json: { acknowledged: 'moved' }, pairedItem: { item: 1 } }]);
		expect(outputs[1]).toMatchObject([{ json: { error: expect.stringContaining('mail.uid') as string } }]);
	});

	it('gives every item on the error output when the mailbox cannot be reached', async () => {
		await mailbox.deliver();
		const [items] = (await mailbox.poll())!;
		const changes = { imapPort: await unusedPort() };
		const { outputs } = await mailbox.run(parameters(), { items, changes, onError: 'continueErrorOutput' });
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{ json: { error: expect.stringContaining('Cannot reach') as string } },
		]);
	});
});
