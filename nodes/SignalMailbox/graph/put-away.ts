import { isDoubtful } from '../../shared/http/create-once';
import type { MailLocation } from '../../shared/domain/signal';
import { MailboxError } from '../mailbox-error';
import type { PutAwayMode, PutAwayOutcome } from '../source/mail-source';
import type { GraphClient } from './client';
import { graphError } from './errors';
import { folderId, makeFolder } from './folders';
import { placeSchema } from './schemas';

type GraphLocation = Extract<MailLocation, { source: 'graph' }>;

const messagePath = (id: string): string => `/messages/${encodeURIComponent(id)}`;

/** See `OpenMailbox.putAway`. */
export async function putAwayMails(
	client: GraphClient,
	mails: readonly MailLocation[],
	mode: PutAwayMode,
): Promise<(PutAwayOutcome | Error)[]> {
	const target = mode.kind === 'move' ? await makeFolder(client, mode.target) : undefined;
	const folders = new Map<string, string>();
	const outcomes: (PutAwayOutcome | Error)[] = [];
	for (const mail of mails as readonly GraphLocation[]) {
		try {
			const from = folders.get(mail.folder) ?? (await folderId(client, mail.folder));
			folders.set(mail.folder, from);
			if (mode.kind === 'flag') outcomes.push(await flag(client, mail.id, from, mode.keyword));
			else if (from !== target) outcomes.push(await move(client, mail.id, from, target!));
			else outcomes.push(sameFolder(mail.folder));
		} catch (error) {
			outcomes.push(error as Error);
		}
	}
	return outcomes;
}

/** Where the mail is now, by its immutable id; undefined when it is nowhere. */
async function placeOf(client: GraphClient, id: string) {
	const answer = await client.tryGet(messagePath(id), { $select: 'parentFolderId,categories' });
	return answer.status === 404 ? undefined : client.read(placeSchema, answer, 'look up a mail');
}

/** Moves a mail out of `from`. Where it was put by an earlier run, or by a person, it stays. */
async function move(client: GraphClient, id: string, from: string, target: string): Promise<PutAwayOutcome> {
	const place = await placeOf(client, id);
	if (place?.parentFolderId !== from) return 'already-gone';
	try {
		const answer = await client.change('POST', `${messagePath(id)}/move`, { destinationId: target });
		if (answer.status === 404) return 'already-gone';
		if (answer.status >= 300) throw graphError(answer, 'move a mail');
	} catch (error) {
		// Cut off, or broken down after the move: the mail itself tells.
		if (!isDoubtful(error) || (await placeOf(client, id))?.parentFolderId !== target) throw error;
	}
	return 'moved';
}

async function flag(
	client: GraphClient,
	id: string,
	from: string,
	category: string,
): Promise<PutAwayOutcome> {
	const place = await placeOf(client, id);
	if (place?.parentFolderId !== from || place.categories.includes(category)) return 'already-gone';
	const categories = [...place.categories, category];
	const answer = await client.change('PATCH', messagePath(id), { categories });
	if (answer.status === 404) return 'already-gone';
	if (answer.status >= 300) throw graphError(answer, 'mark a mail');
	return 'flagged';
}

const sameFolder = (folder: string): MailboxError =>
	new MailboxError(
		`The mail is in "${folder}" already, so moving it there changes nothing`,
		'Choose another folder in Move To, for example Verwerkt.',
	);
