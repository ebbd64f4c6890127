import type { FastifyInstance } from 'fastify';
import { notFound, Refusal } from './refusal';
import type { GraphFolder, GraphStore } from './store';

type FolderRequest = {
	Params: { folder: string };
	Querystring: Record<string, string>;
	Body: { displayName?: string };
};

const DISPLAY_NAME_IS = /^displayName eq '((?:[^']|'')*)'$/;

/** Lists, one folder, and making one: https://learn.microsoft.com/graph/api/resources/mailfolder */
export function addFolderRoutes(api: FastifyInstance, store: GraphStore): void {
	const folderOf = (idOrName: string): GraphFolder => {
		const folder = store.folder(idOrName);
		if (!folder) throw notFound();
		return folder;
	};
	const list = (parent: string, query: Record<string, string>) => {
		const filter = query.$filter;
		const name = filter === undefined ? undefined : DISPLAY_NAME_IS.exec(filter)?.[1]?.replaceAll("''", "'");
		if (filter !== undefined && name === undefined) {
			throw new Refusal(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains invalid syntax.');
		}
		const folders = store.childFolders(parent);
		const wanted = folders.filter(
			({ displayName }) => name === undefined || displayName.toLowerCase() === name.toLowerCase(),
		);
		return { value: wanted.slice(0, Number(query.$top ?? 10)).map(answerOf) };
	};
	const make = (parent: string, { displayName }: { displayName?: string }) => {
		if (!displayName) throw new Refusal(400, 'ErrorInvalidRequest', 'displayName is required.');
		const made = store.addFolder(parent, displayName);
		if (!made) {
			throw new Refusal(409, 'ErrorFolderExists', 'A folder with the specified name already exists.');
		}
		return answerOf(made);
	};

	api.get<FolderRequest>('/mailFolders', async ({ query }) => list('root', query));
	api.post<FolderRequest>('/mailFolders', async ({ body }, reply) =>
		reply.code(201).send(make('root', body)),
	);
	api.get<FolderRequest>('/mailFolders/:folder', async ({ params }) => answerOf(folderOf(params.folder)));
	api.get<FolderRequest>('/mailFolders/:folder/childFolders', async ({ params, query }) =>
		list(folderOf(params.folder).id, query),
	);
	api.post<FolderRequest>('/mailFolders/:folder/childFolders', async ({ params, body }, reply) =>
		reply.code(201).send(make(folderOf(params.folder).id, body)),
	);
}

const answerOf = ({ id, displayName, parentFolderId }: GraphFolder) => ({ id, displayName, parentFolderId });
