import { z } from 'zod/v4';
import { mailLocationSchema, type MailLocation } from '../shared/domain/signal';
import { putAway, type PutAwayOutcome } from './imap/put-away';
import { filled, parsed, type ReadParameter } from './parameters';
import type { MailboxSettings } from './settings';

/** A mail as the acknowledge operation names it. */
const putAwaySchema = mailLocationSchema.extend({
	folder: filled('Fill in the folder the mail is in'),
	uid: z.coerce.number('The UID of the mail is missing').int().positive('The UID of the mail is missing'),
	uidValidity: z.coerce.string().min(1, 'The UIDVALIDITY of the mail is missing'),
	moveTo: filled('Fill in the folder to move the mail to'),
});

/**
 * Puts the mails of all items away over as few connections as can be. Gives a function that tells,
 * by item, what became of its mail; it throws what went wrong with that one.
 */
export async function acknowledge(
	settings: MailboxSettings,
	items: readonly ReadParameter[],
): Promise<(itemIndex: number) => PutAwayOutcome> {
	const outcomes: (PutAwayOutcome | Error)[] = [];
	const targets = new Map<string, { index: number; mail: MailLocation }[]>();
	for (const [index, read] of items.entries()) {
		try {
			const { moveTo, ...mail } = parsed(putAwaySchema, read);
			const group = targets.get(moveTo) ?? [];
			targets.set(moveTo, [...group, { index, mail }]);
		} catch (error) {
			outcomes[index] = error as Error;
		}
	}
	for (const [target, group] of targets) {
		const mails = group.map(({ mail }) => mail);
		const done = await putAway(settings.imap, mails, target);
		for (const [at, { index }] of group.entries()) outcomes[index] = done[at]!;
	}
	return (itemIndex) => {
		const outcome = outcomes[itemIndex]!;
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
}
