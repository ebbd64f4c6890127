import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './errors';

export interface UploadedFile {
	fileName: string;
	contentType: string;
	content: Buffer;
}

/** Reads forms with files, as the parts by their name. */
export function acceptForms(server: FastifyInstance): void {
	server.addContentTypeParser(
		'multipart/form-data',
		{ parseAs: 'buffer' },
		async (request: FastifyRequest, body: Buffer) => {
			const headers = { 'content-type': request.headers['content-type']! };
			try {
				const form = await new Response(new Uint8Array(body), { headers }).formData();
				const parts = [...form].map(async ([name, part]) => [
					name,
					typeof part === 'string' ? part : await fileOf(part),
				]);
				return Object.fromEntries(await Promise.all(parts)) as object;
			} catch {
				throw refuse(400, 'The form cannot be read');
			}
		},
	);
}

async function fileOf(file: File): Promise<UploadedFile> {
	return { fileName: file.name, contentType: file.type, content: Buffer.from(await file.arrayBuffer()) };
}
