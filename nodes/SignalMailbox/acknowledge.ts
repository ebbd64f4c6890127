import { z } from 'zod/v4';
import { mailLocationSchema, type MailLocation } from '../shared/domain/signal';
import { MailboxError } from './mailbox-error';
import { filled, parsed, type ReadParameter } from './parameters';
import type { MailSource, PutAwayMode, PutAwayOutcome } from './source/mail-source';

const locationSchema = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() ? (JSON.parse(value) as unknown) : value),
	z
		.looseObject({
			source: z.string('It does not say where the mail lies: give $json.mail as the trigger gave it'),
		})
		.pipe(mailLocationSchema),
);

const moveSchema = z.object({
	mail: locationSchema,
	moveTo: filled('Fill in the folder to move the mail to'),
});
const flagSchema = z.object({
	mail: locationSchema,
	keyword: z
		.string()
		.trim()
		.regex(/^[^\s()"\\{%*\]]+$/, 'A keyword is one word, such as $Geregistreerd'),
});

/** Where the mail of an item lies, and how it is to be put away. */
function readItem(read: ReadParameter): { mail: MailLocation; mode: PutAwayMode } {
	if (read('putAwayBy') === 'flag') {
		const { mail, keyword } = parsed(flagSchema, read);
		return { mail, mode: { kind: 'flag', keyword } };
	}
	const { mail, moveTo } = parsed(moveSchema, read);
	return { mail, mode: { kind: 'move', target: moveTo } };
}

/**
 * Puts the mails of all items away over as few connections as can be. Gives a function that tells,
 * by item, what became of its mail; it throws what went wrong with that one.
 */
export async function acknowledge(
	source: MailSource,
	items: readonly ReadParameter[],
): Promise<(itemIndex: number) => PutAwayOutcome> {
	const outcomes: (PutAwayOutcome | Error)[] = [];
	const groups = new Map<string, { mode: PutAwayMode; items: { index: number; mail: MailLocation }[] }>();
	for (const [index, read] of items.entries()) {
		try {
			const { mail, mode } = readItem(read);
			if (mail.source !== source.kind) throw otherSource(mail.source, source.kind);
			const key = JSON.stringify(mode);
			const group = groups.get(key) ?? { mode, items: [] };
			groups.set(key, group);
			group.items.push({ index, mail });
		} catch (error) {
			outcomes[index] = error as Error;
		}
	}
	if (groups.size > 0) {
		await source.open(async (mailbox) => {
			for (const { mode, items: group } of groups.values()) {
				const mails = group.map(({ mail }) => mail);
				const done = await mailbox.putAway(mails, mode);
				for (const [at, { index }] of group.entries()) outcomes[index] = done[at]!;
			}
		});
	}
	return (itemIndex) => {
		const outcome = outcomes[itemIndex]!;
		if (outcome instanceof Error) throw outcome;
		return outcome;
	};
}

const SOURCE_NAMES: Record<MailLocation['source'], string> = {
	imap: 'IMAP',
	graph: 'Microsoft Graph',
	folder: 'Folder of Files',
};

const otherSource = (mail: MailLocation['source'], node: MailLocation['source']): MailboxError =>
	new MailboxError(
		`The mail came from ${SOURCE_NAMES[mail]}, and this node looks in ${SOURCE_NAMES[node]}`,
		'Choose the same Source and credential here as in the trigger.',
	);
