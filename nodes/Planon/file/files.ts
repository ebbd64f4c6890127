import type { Readable } from 'node:stream';
import { z } from 'zod/v4';
import { ApiError } from '../../shared/http/api-error';
import { fileNameIn } from '../../shared/http/content-disposition';
import { multipart } from '../../shared/http/multipart';
import { answerOf, post } from '../api/call';
import type { PlanonClient } from '../api/client';
import { planonError, SYSTEM } from '../api/errors';
import { asJson, writeJson } from '../api/json';

/** A file, as n8n holds it. */
export interface PlanonFile {
	name: string;
	contentType: string;
	content: Buffer;
}

/** How files are sent: Planon's public documents do not say, so the default is a guess. */
export type UploadShape =
	| { kind: 'json'; contentField: string; fileNameField: string; values: Record<string, unknown> }
	| { kind: 'form'; field: string; values: Record<string, unknown> }
	| { kind: 'bytes' };

/** How files come back: as they are, or in base64 in a field of JSON. */
export type DownloadShape = { kind: 'bytes' } | { kind: 'json'; contentField: string };

const anObject = z.record(z.string(), z.unknown());

/** Gives Planon a file; what it answers (a key, usually) is the outcome. */
export async function upload(
	{ send, api, options }: PlanonClient,
	file: PlanonFile,
	shape: UploadShape,
): Promise<Record<string, unknown>> {
	const asked = { what: `upload '${file.name}'`, access: options.access };
	const url = `${api}/upload`;
	if (shape.kind === 'json') {
		const { contentField, fileNameField, values } = shape;
		const content = file.content.toString('base64');
		const body = { ...values, [fileNameField]: file.name, [contentField]: content };
		return answerOf(await post(send, url, writeJson(body), options, false), asked);
	}
	const form =
		shape.kind === 'form'
			? await multipart({ ...file, field: shape.field, fileName: file.name }, asFormValues(shape.values))
			: { headers: { 'content-type': file.contentType }, body: file.content };
	const answer = await send({ method: 'POST', url, ...form, answer: 'text' });
	return answerOf({ ...answer, body: asJson(answer.body) }, asked);
}

const asFormValues = (values: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			typeof value === 'string' ? value : writeJson(value),
		]),
	);

/**
 * A file of Planon, with the name that Planon gives it: any text, or empty.
 * @param body says which file is meant, as JSON text
 */
export async function download(
	{ send, api, options }: PlanonClient,
	body: string,
	shape: DownloadShape,
): Promise<{ content: Readable | Buffer; name: string; contentType: string }> {
	const asked = { what: 'download a file', access: options.access };
	const answer = await send({
		method: 'POST',
		url: `${api}/download`,
		headers: { 'content-type': 'application/json', accept: '*/*' },
		body,
		readOnly: true,
		answer: shape.kind === 'bytes' ? 'stream' : 'text',
	});
	if (answer.status < 200 || answer.status >= 300) {
		throw planonError({ ...answer, body: asJson(answer.body) }, asked);
	}
	const name = fileNameIn(answer.headers['content-disposition']) ?? '';
	const contentType = answer.headers['content-type'] ?? 'application/octet-stream';
	if (shape.kind === 'bytes') return { content: answer.body as Readable, name, contentType };
	const content = anObject.safeParse(asJson(answer.body)).data?.[shape.contentField];
	if (typeof content !== 'string') {
		throw new ApiError(
			SYSTEM,
			answer.status,
			'rejected',
			`Planon's answer has no content in the field ${shape.contentField}`,
			'Set Answer and Content Field in this node to what your Planon gives.',
		);
	}
	return { content: Buffer.from(content, 'base64'), name, contentType: 'application/octet-stream' };
}
