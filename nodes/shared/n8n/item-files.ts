import type { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { MultipartFile } from '../http/multipart';

/** Files that come and go with the items of a workflow. */
export interface Files {
	/** The file of the current item under this name. */
	take(property: string): Promise<Omit<MultipartFile, 'field'>>;
	/** Keeps the bytes where the workflow keeps its files; gives what refers to them. */
	keep(content: Readable | Buffer, fileName: string, contentType?: string): Promise<unknown>;
}

/** The files of an item, kept where n8n keeps its binary data. */
export function itemFiles(context: IExecuteFunctions, itemIndex: number): Files {
	return {
		async take(property) {
			const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, property);
			const content = await context.helpers.getBinaryDataBuffer(itemIndex, property);
			return { fileName: fileName || property, contentType: mimeType, content };
		},
		keep: async (content, fileName, contentType) =>
			await context.helpers.prepareBinaryData(content, fileName, contentType?.split(';')[0]),
	};
}
