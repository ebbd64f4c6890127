import { once } from 'node:events';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Splitter, type MimeNode, type SplitterChunk } from '@zone-eu/mailsplit';
import type { RawMail } from '../../fetched-mail';
import type { ReadLimits } from '../limits';
import type { ReadBudget } from '../read-budget';
import { MailHeaders } from './headers';
import type { Spool, Stored } from './spool';

/** A part of a mail: a container with children, or a leaf with content. */
export interface Part {
	/** In lower case, without parameters. */
	contentType: string;
	headers: MailHeaders;
	charset: string | undefined;
	/** `inline`, `attachment` or empty. */
	disposition: string;
	/** As the mail gives it; not safe to save under. */
	filename: string;
	flowed: boolean;
	delSp: boolean;
	children: Part[];
	/** Decoded content of a leaf; undefined for a container. */
	content?: Stored;
}

/** How many bytes of a leaf are kept. */
export type KeepBytes = (part: Part) => number;

/** How a mail is taken apart. */
export interface MimeOptions {
	spool: Spool;
	limits: ReadLimits;
	keep: KeepBytes;
	budget: ReadBudget;
}

/**
 * Takes a mail apart in one pass, with bounded memory: what is kept of each part is put aside as it goes by.
 *
 * @returns its root; null when there is no header that can be read, or no part that may be read
 * Throws what the source or the disk throws, never for what is in the mail.
 */
export async function readMime(
	raw: RawMail,
	{ spool, limits, keep, budget }: MimeOptions,
): Promise<Part | null> {
	if (budget.partsLeft === 0) {
		budget.tooManyParts();
		return null;
	}
	const builder = new TreeBuilder(spool, keep);
	const splitter = new Splitter({
		ignoreEmbedded: true,
		maxHeadSize: limits.headerBytes,
		maxChildNodes: budget.partsLeft,
	});
	try {
		const take = async (chunks: AsyncIterable<SplitterChunk>) => {
			for await (const chunk of chunks) await builder.take(chunk);
		};
		// Most mails are in memory and need no stream around them.
		if (raw.bytes) await take(splitter.end(raw.bytes));
		else await pipeline(raw.open(), splitter, take);
	} catch (error) {
		// The one thing about a mail that the splitter refuses; anything else comes from source or disk.
		if ((error as { code?: string }).code !== 'EMAXLEN') {
			await builder.abort();
			throw error;
		}
		budget.tooManyParts();
	}
	await builder.end();
	budget.takeParts(builder.count);
	return builder.root;
}

class TreeBuilder {
	root: Part | null = null;
	private readonly parts = new Map<MimeNode, Part>();
	/** The content types of multiparts. */
	private readonly containers = new Map<Part, string>();
	private leaf: LeafWriter | undefined;
	private leafNode: MimeNode | undefined;

	constructor(
		private readonly spool: Spool,
		private readonly keep: KeepBytes,
	) {}

	/** Parts so far. */
	get count(): number {
		return this.parts.size;
	}

	async take(chunk: SplitterChunk): Promise<void> {
		if (chunk.type === 'node') return await this.open(chunk);
		const isContent = chunk.type === 'body' || chunk.node.multipart !== false;
		if (isContent && chunk.node === this.leafNode) await this.leaf!.write(chunk.value);
	}

	async end(): Promise<void> {
		const { leaf } = this;
		this.leaf = undefined;
		this.leafNode = undefined;
		await leaf?.end();
	}

	/** Lets go of what is being written. */
	async abort(): Promise<void> {
		await this.leaf?.abort();
	}

	private async open(node: MimeNode): Promise<void> {
		await this.end();
		const part = toPart(node);
		this.parts.set(node, part);
		const parent = node.parentNode ? this.parts.get(node.parentNode) : undefined;
		if (parent) {
			parent.children.push(part);
			// What stood above the first part is for readers that know no parts.
			Object.assign(parent, {
				content: undefined,
				contentType: this.containers.get(parent) ?? 'multipart/mixed',
			});
		}
		this.root ??= part;
		if (node.multipart) {
			// Without a part below it, there is no cutting it: what is in it is shown as it is.
			this.containers.set(part, part.contentType);
			part.contentType = 'text/plain';
		}
		this.leafNode = node;
		this.leaf = new LeafWriter(node.getDecoder(), this.spool, this.keep(part), part);
	}
}

/** Sends the bytes of a leaf through its decoder, and what comes out into the spool. */
class LeafWriter {
	private readonly stored: Promise<void>;

	constructor(
		private readonly decoder: Transform,
		spool: Spool,
		limit: number,
		part: Part,
	) {
		this.stored = spool.store(decoder, limit).then((content) => void (part.content = content));
		// Whoever waits for it gets the error; until then it must not count as unhandled.
		this.stored.catch(() => undefined);
	}

	async write(bytes: Buffer): Promise<void> {
		if (!this.decoder.write(bytes)) await Promise.race([once(this.decoder, 'drain'), this.stored]);
	}

	async end(): Promise<void> {
		this.decoder.end();
		await this.stored;
	}

	async abort(): Promise<void> {
		this.decoder.destroy();
		await this.stored.catch(() => undefined);
	}
}

function toPart(node: MimeNode): Part {
	const { contentType } = node;
	// What is no type counts as text (RFC 2045, 5.2), but not in a file.
	const known = contentType && /^[\w.+-]+\/[\w.+-]+$/.test(contentType);
	const isFile = node.disposition === 'attachment' || node.filename;
	return {
		contentType: known ? contentType : isFile ? 'application/octet-stream' : 'text/plain',
		headers: new MailHeaders(node.headers ? node.headers.getList() : []),
		charset: node.charset || undefined,
		disposition: node.disposition || '',
		filename: node.filename || '',
		flowed: node.flowed,
		delSp: node.delSp,
		children: [],
	};
}
