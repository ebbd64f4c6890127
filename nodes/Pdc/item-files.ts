import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { itemFiles } from '../shared/n8n/item-files';
import { PdcError } from './pdc-error';
import type { ItemFile, Result } from './resources/operation';

/** The binary property that a file of ours goes out in. */
const PROPERTY = 'data';

/** The file in a binary property of an item. @throws PdcError when there is none */
export async function itemFile(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
): Promise<ItemFile> {
	if (!context.getInputData()[itemIndex]!.binary?.[property]) {
		throw new PdcError(
			`The item has no file in '${property}'.`,
			'Put a step before this one that gives the file, such as Read Files from Disk, and name its property in File Property.',
		);
	}
	const { fileName, contentType, content } = await itemFiles(context, itemIndex).take(property);
	return { name: fileName, mimeType: contentType, content };
}

/** The items that come of one. */
export async function toItems(
	context: IExecuteFunctions,
	{ json, binary }: INodeExecutionData,
	result: Result,
): Promise<INodeExecutionData[]> {
	if ('items' in result) return result.items.map((item) => ({ json: item as IDataObject }));
	const { add, file } = result;
	if (!file) return [{ json: { ...json, ...add }, binary }];
	const made = await context.helpers.prepareBinaryData(file.content, file.name, file.mimeType);
	return [{ json: { ...json, ...add }, binary: { ...binary, [PROPERTY]: made } }];
}
