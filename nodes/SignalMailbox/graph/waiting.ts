import { z } from 'zod/v4';
import type { HttpResponse } from '../../shared/http/transport';
import type { FolderCursor, WaitingMail } from '../source/mail-source';
import type { GraphClient } from './client';
import { graphError, mustResync } from './errors';
import { folderId } from './folders';
import { deltaPageSchema, type DeltaPage } from './schemas';

/** Enough to work on. Of a folder with more the oldest are remembered, and the rest asked for when half are done. */
const MAX_WAITING = 2000;
const PAGE = 'odata.maxpagesize=500';
/** However well all went: so often everything that is in the folder is asked for again. */
const FRESH_START_EVERY_MS = 24 * 60 * 60 * 1000;

/**
 * What waits in a folder, and the link that tells what changed since. The two belong together: an older pair
 * is as good as a newer one, only slower. Losing it means asking for everything.
 */
const cursorSchema = z.object({
	folderId: z.string(),
	startedAt: z.number(),
	/** Null: nothing was asked yet. */
	link: z.string().nullable(),
	/** When each was received, by id. */
	waiting: z.record(z.string(), z.string()),
	/** Whether more wait than are remembered. */
	more: z.boolean(),
});
type Cursor = z.infer<typeof cursorSchema>;

export interface WaitingOptions {
	client: GraphClient;
	folder: string;
	/** Mail with this category counts as put away. */
	skipKeyword?: string;
	/** Milliseconds since 1970; after it no further page is asked for. */
	deadline?: number;
}

/**
 * The mails that wait in a folder: a delta query (`/messages/delta`) tells what came and went since the last time,
 * from the start when Exchange has forgotten that. Changes `cursor` in place.
 */
export async function listWaiting(options: WaitingOptions, cursor: FolderCursor): Promise<WaitingMail[]> {
	const known = cursorSchema.safeParse(cursor);
	const stale = !known.success || known.data.startedAt < Date.now() - FRESH_START_EVERY_MS;
	let read = await readChanges(options, stale ? await fresh(options) : known.data);
	const few = Object.keys(read.waiting).length < MAX_WAITING / 2;
	if (read.more && few) read = await readChanges(options, await fresh(options));
	const { waiting } = Object.assign(cursor, read);
	return Object.entries(waiting).map(([id, receivedAt]) => ({
		key: id,
		position: `${receivedAt} ${id}`,
		location: { source: 'graph', folder: options.folder, id },
	}));
}

async function fresh({ client, folder }: WaitingOptions): Promise<Cursor> {
	return {
		folderId: await folderId(client, folder),
		startedAt: Date.now(),
		link: null,
		waiting: {},
		more: false,
	};
}

async function readChanges(options: WaitingOptions, start: Cursor): Promise<Cursor> {
	const { client, folder, deadline = Infinity } = options;
	let cursor: Cursor = { ...start, waiting: { ...start.waiting } };
	let restarts = 0;
	for (;;) {
		const answer = await ask(client, cursor);
		const folderGone = answer.status === 404 && start.link !== null;
		if ((mustResync(answer) || folderGone) && restarts < 2) {
			restarts += 1;
			cursor = await fresh(options);
			continue;
		}
		const page = client.read(deltaPageSchema, answer, `list folder "${folder}"`);
		apply(page, cursor.waiting, options.skipKeyword);
		const next = page['@odata.nextLink'];
		cursor.link = next ?? page['@odata.deltaLink'] ?? null;
		if (!cursor.link) throw graphError(answer, 'tell how to go on listing');
		if (!next) return oldest(cursor);
		if (Date.now() > deadline) return cursor;
	}
}

function oldest(cursor: Cursor): Cursor {
	const waiting = Object.entries(cursor.waiting);
	if (waiting.length <= MAX_WAITING) return cursor;
	waiting.sort(([, a], [, b]) => (a < b ? -1 : 1));
	return { ...cursor, waiting: Object.fromEntries(waiting.slice(0, MAX_WAITING)), more: true };
}

async function ask(client: GraphClient, { folderId: id, link }: Cursor): Promise<HttpResponse> {
	if (link) return await client.tryLink(link, PAGE);
	const query = { $select: 'receivedDateTime,categories' };
	return await client.tryGet(`/mailFolders/${encodeURIComponent(id)}/messages/delta`, query, PAGE);
}

function apply({ value }: DeltaPage, waiting: Cursor['waiting'], skipKeyword: string | undefined): void {
	for (const { id, receivedDateTime, categories, '@removed': removed } of value) {
		const handled = skipKeyword !== undefined && categories?.includes(skipKeyword);
		if (removed || handled) delete waiting[id];
		// Of a change only what changed need be told; what is not known to be handled waits.
		else waiting[id] = receivedDateTime ?? waiting[id] ?? '';
	}
}
