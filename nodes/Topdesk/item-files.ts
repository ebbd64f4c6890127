import type { Readable } from 'node:stream';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Files } from './resources/operation';

/** The files of an item, kept where n8n keeps its binary data. */
export function itemFiles(context: IExecuteFunctions, itemIndex: number): Files {
	return {
		async take(property) {
			const { fileName, mimeType } = context.helpers.assertBinaryData(itemIndex, property);
			const content = await context.helpers.getBinaryDataBuffer(itemIndex, property);
			return { fileName: fileName || property, contentType: mimeType, content };
		},
		keep: async (content: Readable, fileName, contentType) =>
			await context.helpers.prepareBinaryData(content, fileName, contentType?.split(';')[0]),
	};
}
