import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, Refusal } from './refusal';
import { idFor, wantsImmutable } from './message-routes';
import type { GraphStore } from './store';

/** What a token stands for: how far somebody is. */
interface SyncState {
	folderId: string;
	/** Ids still to be told in this round. */
	pending: string[];
	/** Changes up to here are told when the round ends. */
	upTo: number;
}

type DeltaRequest = {
	Params: { folder: string };
	Querystring: { $skiptoken?: string; $deltatoken?: string };
};

/** `GET /mailFolders/{id}/messages/delta`: https://learn.microsoft.com/graph/api/message-delta */
export function addDeltaRoutes(
	api: FastifyInstance,
	store: GraphStore,
	linkBase: () => string,
): { expireTokens: (code: string) => void } {
	const tokens = new Map<string, SyncState>();
	let lost: string | undefined;

	const stateOf = (token: string, folderId: string): SyncState => {
		const state = tokens.get(token);
		if (state?.folderId === folderId) return state;
		const code = lost ?? 'syncStateNotFound';
		throw new Refusal(410, code, 'The sync state generation is not found; continue with a new sync.');
	};

	/** Each mail once, however often it changed. */
	const round = (folderId: string, since: number): SyncState => {
		const changed = store.changes.slice(since).filter((change) => change.folderId === folderId);
		const pending = [...new Set(changed.map(({ immutableId }) => immutableId))];
		return { folderId, pending, upTo: store.changes.length };
	};

	const answer = (state: SyncState, folder: string, request: FastifyRequest) => {
		const size = Number(/odata\.maxpagesize=(\d+)/.exec(String(request.headers.prefer))?.[1] ?? 10);
		const page = state.pending.slice(0, size);
		const rest = { ...state, pending: state.pending.slice(size) };
		const token = randomUUID();
		tokens.set(token, rest);
		const last = rest.pending.length === 0;
		const kind = last ? 'deltatoken' : 'skiptoken';
		const link = `${linkBase()}/mailFolders/${encodeURIComponent(folder)}/messages/delta?$${kind}=${token}`;
		return {
			[last ? '@odata.deltaLink' : '@odata.nextLink']: link,
			value: page.map((id) => describe(id, state.folderId, request)),
		};
	};

	const describe = (id: string, folderId: string, request: FastifyRequest) => {
		const message = store.message(id);
		if (message?.parentFolderId !== folderId) return { id, '@removed': { reason: 'deleted' } };
		const { receivedDateTime, categories } = message;
		return { id: idFor(message, wantsImmutable(request)), receivedDateTime, categories };
	};

	api.get<DeltaRequest>('/mailFolders/:folder/messages/delta', async (request) => {
		const { $skiptoken, $deltatoken } = request.query;
		const folder = store.folder(request.params.folder);
		if (!folder) throw notFound();
		if ($skiptoken) return answer(stateOf($skiptoken, folder.id), folder.id, request);
		if ($deltatoken)
			return answer(round(folder.id, stateOf($deltatoken, folder.id).upTo), folder.id, request);
		// A first request tells what is there now; what was removed before is not mentioned.
		const pending = store.inFolder(folder.id).map(({ immutableId }) => immutableId);
		return answer({ folderId: folder.id, pending, upTo: store.changes.length }, folder.id, request);
	});

	return {
		expireTokens(code) {
			lost = code;
			tokens.clear();
		},
	};
}
