import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { FetchedMail } from '../fetched-mail';
import type { Fetched, WaitingMail } from '../source/mail-source';
import type { Spool } from '../parse/mime/spool';
import { mailInMemory } from '../raw-mail';
import { explainImapError, type ImapSettings } from './connection';
import { endOfMail } from './end-of-mail';
import { sequenceSet } from './sequence-set';

/** Larger mail goes through the disk: memory then does not grow with the size of a mail. */
const MAX_IN_MEMORY_BYTES = 256 * 1024;
/** So much mail goes in one command: enough to fill the line, little enough to throw away when time is up. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** What a large mail is fetched in. */
const CHUNK_BYTES = 1024 * 1024;

type Uid = { mail: WaitingMail; uid: number };

/**
 * Takes mails out of the open folder, in order: small ones many at a time and straight through memory, a large
 * one by itself and by way of the disk. Throws when the connection is lost.
 */
export async function* fetchMails(
	client: ImapFlow,
	settings: ImapSettings,
	spool: Spool,
	mails: readonly Uid[],
): AsyncGenerator<Fetched> {
	const listed = await sizes(client, mails);
	let batch: Uid[] = [];
	let bytes = 0;
	for (const one of mails) {
		const size = listed.get(one.uid)?.size ?? 0;
		if (size > MAX_IN_MEMORY_BYTES) {
			yield* fetchBatch(client, batch);
			[batch, bytes] = [[], 0];
			yield { mail: one.mail, outcome: await download(client, settings, spool, listed.get(one.uid)!) };
			await spool.dispose();
			continue;
		}
		if (bytes + size > BATCH_BYTES) {
			yield* fetchBatch(client, batch);
			[batch, bytes] = [[], 0];
		}
		batch.push(one);
		bytes += size;
	}
	yield* fetchBatch(client, batch);
}

/** What the server says of the mails that are there. */
async function sizes(client: ImapFlow, mails: readonly Uid[]): Promise<Map<number, FetchMessageObject>> {
	const query = { uid: true, size: true, internalDate: true };
	const found = await client.fetchAll(sequenceSet(mails.map(({ uid }) => uid)), query, { uid: true });
	return new Map(found.map((message) => [message.uid, message]));
}

/** One command for all of them; what the server does not answer is gone. */
async function* fetchBatch(client: ImapFlow, batch: readonly Uid[]): AsyncGenerator<Fetched> {
	if (batch.length === 0) return;
	const missing = new Map(batch.map(({ uid, mail }) => [uid, mail]));
	const query = { uid: true, internalDate: true, source: true };
	const range = sequenceSet([...missing.keys()]);
	for await (const message of client.fetch(range, query, { uid: true })) {
		const mail = missing.get(message.uid);
		// Servers also tell what happens to other mails meanwhile.
		if (!mail || !message.source) continue;
		missing.delete(message.uid);
		yield { mail, outcome: fetched(message, { kind: 'raw', raw: mailInMemory(message.source) }) };
	}
	for (const mail of missing.values()) yield { mail, outcome: 'gone' };
}

async function download(
	client: ImapFlow,
	settings: ImapSettings,
	spool: Spool,
	listed: FetchMessageObject,
): Promise<Fetched['outcome']> {
	try {
		const options = { uid: true, chunkSize: CHUNK_BYTES };
		const { content } = await client.download(String(listed.uid), undefined, options);
		if (!content) return 'gone';
		const raw = await spool.store(content, Infinity);
		const taken = { uid: listed.uid, bytes: raw.size, size: listed.size ?? 0 };
		if ((await endOfMail(client, taken)) === 'gone') return 'gone';
		return fetched(listed, { kind: 'raw', raw });
	} catch (error) {
		if (!client.usable) throw error;
		return explainImapError(error, settings) as Error;
	}
}

function fetched({ uid, internalDate }: FetchMessageObject, content: FetchedMail['content']): FetchedMail {
	const receivedAt = internalDate ? new Date(internalDate) : null;
	const valid = receivedAt !== null && !Number.isNaN(receivedAt.getTime());
	return { uid, receivedAt: valid ? receivedAt : null, content };
}
