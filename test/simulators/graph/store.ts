import { randomUUID } from 'node:crypto';

export interface GraphFolder {
	id: string;
	displayName: string;
	/** The id of the folder above it; `root` for those at the top. */
	parentFolderId: string;
	/** The name that Graph knows it by in every language. */
	wellKnown?: string;
}

export interface GraphMessage {
	/** Stays the same as long as the mail is in this mailbox. */
	immutableId: string;
	/** Another one after every move: what Graph gives to who does not ask for the other. */
	itemId: string;
	parentFolderId: string;
	receivedDateTime: string;
	categories: string[];
	mime: Buffer;
}

/** What happened to a mail, from the view of one folder. */
interface Change {
	folderId: string;
	immutableId: string;
	removed: boolean;
}

/** The folders and mails of one mailbox, and everything that ever changed in it. */
export class GraphStore {
	private readonly folderList: GraphFolder[] = [];
	private readonly messages = new Map<string, GraphMessage>();
	readonly changes: Change[] = [];

	constructor() {
		// The mailbox of a Dutch organisation: names differ from what Graph calls them.
		for (const [wellKnown, displayName] of [
			['inbox', 'Postvak IN'],
			['archive', 'Archief'],
			['sentitems', 'Verzonden items'],
			['deleteditems', 'Verwijderde items'],
		]) {
			this.folderList.push({ id: newId(), displayName: displayName!, parentFolderId: 'root', wellKnown });
		}
	}

	/** By id or well-known name. */
	folder(idOrName: string): GraphFolder | undefined {
		return this.folderList.find(
			({ id, wellKnown }) => id === idOrName || wellKnown === idOrName.toLowerCase(),
		);
	}

	childFolders(parentFolderId: string): GraphFolder[] {
		return this.folderList.filter((folder) => folder.parentFolderId === parentFolderId);
	}

	/** Undefined when there is one with this name. */
	addFolder(parentFolderId: string, displayName: string): GraphFolder | undefined {
		const taken = this.childFolders(parentFolderId).some(
			(folder) => folder.displayName.toLowerCase() === displayName.toLowerCase(),
		);
		if (taken) return undefined;
		const folder = { id: newId(), displayName, parentFolderId };
		this.folderList.push(folder);
		return folder;
	}

	/** The folder and all that is in it. */
	removeFolder(id: string): void {
		this.folderList.splice(
			this.folderList.findIndex((folder) => folder.id === id),
			1,
		);
		for (const message of this.inFolder(id)) this.messages.delete(message.immutableId);
	}

	add(folderId: string, mime: Buffer, receivedDateTime: string): GraphMessage {
		const message = {
			immutableId: newId(),
			itemId: newId(),
			parentFolderId: folderId,
			receivedDateTime,
			categories: [],
			mime,
		};
		this.messages.set(message.immutableId, message);
		this.tell(message, folderId, false);
		return message;
	}

	/** By either kind of id. */
	message(id: string): GraphMessage | undefined {
		return this.messages.get(id) ?? [...this.messages.values()].find(({ itemId }) => itemId === id);
	}

	inFolder(folderId: string): GraphMessage[] {
		return [...this.messages.values()].filter((message) => message.parentFolderId === folderId);
	}

	move(message: GraphMessage, folderId: string): void {
		this.tell(message, message.parentFolderId, true);
		message.parentFolderId = folderId;
		message.itemId = newId();
		this.tell(message, folderId, false);
	}

	categorise(message: GraphMessage, categories: string[]): void {
		message.categories = categories;
		this.tell(message, message.parentFolderId, false);
	}

	remove(message: GraphMessage): void {
		this.messages.delete(message.immutableId);
		this.tell(message, message.parentFolderId, true);
	}

	private tell({ immutableId }: GraphMessage, folderId: string, removed: boolean): void {
		this.changes.push({ folderId, immutableId, removed });
	}
}

/** Looks like Graph's: URL-safe, with `=` at the end. */
const newId = (): string => `AAMk${randomUUID().replaceAll('-', '')}_-AAA=`;
