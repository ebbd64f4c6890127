import type { z } from 'zod/v4';
import { MailboxError } from '../mailbox-error';
import type { GraphClient } from './client';
import { graphCode, graphError } from './errors';
import { folderListSchema, folderSchema } from './schemas';

type Folder = z.infer<typeof folderSchema>;

/** Names that every mailbox has, whatever its language, as Graph calls them. */
const WELL_KNOWN = new Set([
	'archive',
	'clutter',
	'conflicts',
	'conversationhistory',
	'deleteditems',
	'drafts',
	'inbox',
	'junkemail',
	'msgfolderroot',
	'outbox',
	'recoverableitemsdeletions',
	'sentitems',
]);

const listPath = (parent: string | undefined): string =>
	parent ? `/mailFolders/${encodeURIComponent(parent)}/childFolders` : '/mailFolders';

const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part.trim() !== '');

/** The id of a folder by its path, such as `inbox` or `Postvak IN/Klachten`. Throws when it is not there. */
export async function folderId(client: GraphClient, path: string): Promise<string> {
	let parent: string | undefined;
	for (const segment of segmentsOf(path)) {
		const found = await findFolder(client, parent, segment);
		if (!found) throw await noFolder(client, path, parent);
		parent = found.id;
	}
	if (parent) return parent;
	throw new MailboxError('The folder has no name', 'Fill in a folder, for example inbox.');
}

/** As `folderId`, but makes what is not there. */
export async function makeFolder(client: GraphClient, path: string): Promise<string> {
	let parent: string | undefined;
	for (const segment of segmentsOf(path)) {
		const found = await findFolder(client, parent, segment);
		parent = found?.id ?? (await createFolder(client, parent, segment));
	}
	return parent ?? (await folderId(client, path));
}

async function findFolder(
	client: GraphClient,
	parent: string | undefined,
	name: string,
): Promise<Folder | undefined> {
	const what = `look up folder "${name}"`;
	if (!parent && WELL_KNOWN.has(name.toLowerCase())) {
		return await client.get(folderSchema, `/mailFolders/${name.toLowerCase()}`, what, {
			$select: 'displayName',
		});
	}
	const { value } = await client.get(folderListSchema, listPath(parent), what, {
		$filter: `displayName eq '${name.replaceAll("'", "''")}'`,
		$select: 'displayName',
	});
	return value[0];
}

async function createFolder(client: GraphClient, parent: string | undefined, name: string): Promise<string> {
	const answer = await client.change('POST', listPath(parent), { displayName: name });
	if (answer.status === 409 && graphCode(answer) === 'ErrorFolderExists') {
		// Another execution was just before us.
		const found = await findFolder(client, parent, name);
		if (found) return found.id;
	}
	if (answer.status >= 300) throw graphError(answer, `make folder "${name}"`);
	return folderSchema.parse(answer.body).id;
}

async function noFolder(
	client: GraphClient,
	path: string,
	parent: string | undefined,
): Promise<MailboxError> {
	const { value } = await client.get(folderListSchema, listPath(parent), 'list its folders', {
		$select: 'displayName',
		$top: 100,
	});
	const names = value.map(({ displayName }) => displayName).sort();
	return new MailboxError(
		`The mailbox has no folder "${path}"`,
		`Choose one of the folders that exist: ${names.join(', ')}.`,
	);
}
