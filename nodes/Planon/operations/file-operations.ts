import { z } from 'zod/v4';
import { readJsonObject } from '../../shared/json-object';
import { cleanFileName } from '../../shared/text/file-name';
import { readTypedJson, writeJson } from '../api/json';
import { download, upload, type DownloadShape, type UploadShape } from '../file/files';
import { text, type Operation, type OperationContext } from './operation';

export const FILE_OPERATIONS: Record<string, Operation> = {
	async upload(context) {
		const file = await context.readFile(text(context, 'binaryProperty'));
		return [{ json: await upload(context.client, file, uploadShape(context)) }];
	},

	async download(context) {
		const body = readJsonObject(context.read('downloadBody', ''), 'Body', '{"fileKey": "…"}', readTypedJson);
		const { content, ...file } = await download(context.client, writeJson(body), downloadShape(context));
		const name = cleanFileName(text(context, 'fileName') || file.name, 'download');
		const kept = await context.keepFile(content, name, file.contentType);
		const { contentType } = file;
		return [{ json: { fileName: name, contentType }, binary: { [text(context, 'binaryProperty')]: kept } }];
	},
};

function uploadShape(context: OperationContext): UploadShape {
	const kind = z.enum(['json', 'form', 'bytes']).parse(context.read('uploadShape', 'json'));
	if (kind === 'bytes') return { kind };
	const values = readJsonObject(
		context.read('uploadValues', ''),
		'Other Values',
		'{"Syscode": 12}',
		readTypedJson,
	);
	if (kind === 'form') return { kind, field: text(context, 'formField') || 'file', values };
	const [contentField, fileNameField] = [text(context, 'contentField'), text(context, 'fileNameField')];
	return {
		kind,
		contentField: contentField || 'content',
		fileNameField: fileNameField || 'fileName',
		values,
	};
}

function downloadShape(context: OperationContext): DownloadShape {
	const kind = z.enum(['json', 'bytes']).parse(context.read('downloadShape', 'bytes'));
	return kind === 'bytes'
		? { kind }
		: { kind, contentField: text(context, 'downloadContentField') || 'content' };
}
