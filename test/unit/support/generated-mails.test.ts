import { generateMails, rawGeneratedMails } from '../../support/generated-mails';
import { messageIdOf } from '../../support/intake-mails';

describe('mails that are made up by seed', () => {
	const mails = generateMails(100, 1);

	it('are the same for the same seed, and others for another', () => {
		expect(generateMails(100, 1)).toEqual(mails);
		expect(generateMails(100, 2)).not.toEqual(mails);
	});

	it('are as many as asked, of every kind, each original from another customer', () => {
		expect(mails).toHaveLength(100);
		expect(new Set(mails.map(({ kind }) => kind))).toEqual(
			new Set(['mail', 'auto-reply', 'bounce', 'duplicate', 'unparseable', 'no-message-id', 'oversize']),
		);
		const originals = mails.filter(({ kind }) => kind !== 'duplicate');
		expect(new Set(originals.map(({ from }) => from.address)).size).toBe(originals.length);
		expect(mails.filter(({ attachmentBytes }) => attachmentBytes > 0).length).toBeGreaterThan(0);
	});

	it('have a copy for every duplicate that differs only in the way it came', async () => {
		const duplicate = mails.find(({ kind }) => kind === 'duplicate')!;
		const original = mails.find(({ id }) => id === duplicate.duplicateOf)!;
		const raw = await rawGeneratedMails([duplicate, original]);
		expect(raw.get(duplicate.id)!.toString()).toMatch(/^Received: /);
		expect(raw.get(duplicate.id)!.toString()).toContain(raw.get(original.id)!.toString());
		expect(messageIdOf(duplicate)).toBe(messageIdOf(original));
	});
});
