import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { refusal } from './errors';

export interface StoredFile {
	name: string;
	content: Buffer;
}

interface Upload {
	fileName?: string;
	content?: string;
}

/**
 * Files. What Planon takes and gives here is not published: this is the shape that the node has as
 * its default, and raw bytes and forms beside it.
 */
export function addFiles(server: FastifyInstance, basePath: string): Map<string, StoredFile> {
	const files = new Map<string, StoredFile>();
	server.addContentTypeParser(
		['application/octet-stream', 'text/plain', 'multipart/form-data'],
		{ parseAs: 'buffer' },
		(_request, bytes, done) => done(null, bytes),
	);
	server.post(`${basePath}/upload`, async (request) => {
		const { body } = request;
		const type = request.headers['content-type'] ?? '';
		const file = typeof body === 'string' ? fromJson(body) : await fromBytes(body as Buffer, type);
		const key = randomUUID();
		files.set(key, file);
		return { fileKey: key, fileName: file.name };
	});
	server.post(`${basePath}/download`, async (request, reply) => {
		const { fileKey } = JSON.parse(request.body as string) as { fileKey?: string };
		const file = files.get(fileKey ?? '');
		if (!file) throw refusal('PN_U00002', `There is no file ${fileKey}`);
		return await reply
			.type('application/octet-stream')
			.header('content-disposition', dispositionOf(file.name))
			.send(file.content);
	});
	return files;
}

/** A name that is written in % is sent in the other form of the header. */
const dispositionOf = (name: string): string =>
	name.includes('%') ? `attachment; filename*=UTF-8''${name}` : `attachment; filename="${name}"`;

function fromJson(text: string): StoredFile {
	const { fileName, content } = JSON.parse(text) as Upload;
	if (!fileName || content === undefined) throw refusal('PN_U00001', 'A file has a fileName and content');
	return { name: fileName, content: Buffer.from(content, 'base64') };
}

async function fromBytes(bytes: Buffer, type: string): Promise<StoredFile> {
	if (!type.startsWith('multipart/')) return { name: 'upload', content: bytes };
	const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
	const file = form.get('file');
	if (!(file instanceof File)) throw refusal('PN_U00001', 'The form has no field file');
	return { name: file.name, content: Buffer.from(await file.arrayBuffer()) };
}
