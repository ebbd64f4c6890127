import type { Readable } from 'node:stream';
import { z } from 'zod/v4';
import { fileNameIn } from '../../../shared/http/content-disposition';
import { cleanFileName } from '../../../shared/text/file-name';
import { incidentPath } from '../../api/incident-key';
import { PAGING } from '../../api/paging';
import { idSchema, isId } from '../../api/schemas';
import { DELETED } from '../deleted';
import { collection, flag, text } from '../fields';
import { WithFile, type Operation, type OperationContext } from '../operation';
import { INCIDENT, incidentKey } from './key';
import { subList } from './sub-list';

const ATTACHMENT = text('Attachment ID', 'attachmentId', {
	required: true,
	description: 'The ID of the attachment, as Get Attachments gives it',
});
const attachmentId = (read: OperationContext['read']) => idSchema.parse(String(read('attachmentId')).trim());

const upload: Operation = {
	value: 'uploadAttachment',
	name: 'Upload Attachment',
	action: 'Upload an attachment to an incident',
	description: 'Add a file of the item to an incident',
	fields: [
		INCIDENT,
		text('Input Binary Field', 'binaryProperty', {
			default: 'data',
			required: true,
			hint: 'The name of the input binary field that has the file',
		}),
		collection('Options', 'options', 'Add Option', [
			text('Description', 'description'),
			flag('Invisible for Caller', 'invisibleForCaller', 'Whether only operators can see the file'),
		]),
	],
	async run({ client, read, files }) {
		const key = incidentKey(read);
		const file = await files.take(String(read('binaryProperty', 'data')));
		const options = z
			.object({ description: z.string().optional(), invisibleForCaller: z.boolean().optional() })
			.parse(read('options', {}));
		const attachment = await client.api.upload(
			{ what: `add ${file.fileName} to incident ${key}`, path: incidentPath(key, '/attachments') },
			{ field: 'file', ...file },
			options,
		);
		return [attachment];
	},
};

/** TOPdesk gives a file by the ID of the incident only, so a number is looked up first. */
const download: Operation = {
	value: 'downloadAttachment',
	name: 'Download Attachment',
	action: 'Download an attachment of an incident',
	description: 'Get a file of an incident',
	fields: [
		INCIDENT,
		ATTACHMENT,
		text('Put Output File in Field', 'binaryProperty', {
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		}),
		collection('Options', 'options', 'Add Option', [
			text('File Name', 'fileName', {
				description: 'The name to give the file; the one TOPdesk sends when empty',
			}),
		]),
	],
	async run({ client, read, files }) {
		const key = incidentKey(read);
		const id = attachmentId(read);
		const incidentId = isId(key) ? key : (await client.getIncident(key)).id;
		const answer = await client.api.download({
			what: `download the attachment of incident ${key}`,
			path: incidentPath(incidentId, `/attachments/${id}/download`),
		});
		const { fileName } = read('options', {}) as { fileName?: string };
		const sent = fileNameIn(answer.headers['content-disposition']);
		const name = cleanFileName(fileName?.trim() || sent || '', id);
		const file = await files.keep(answer.body as Readable, name, answer.headers['content-type']);
		return [
			new WithFile(
				{ attachmentId: id, incident: key, fileName: name },
				String(read('binaryProperty', 'data')),
				file,
			),
		];
	},
};

const remove: Operation = {
	value: 'deleteAttachment',
	name: 'Delete Attachment',
	action: 'Delete an attachment of an incident',
	description: 'Remove a file from an incident',
	fields: [INCIDENT, ATTACHMENT],
	async run({ client, read }) {
		const key = incidentKey(read);
		await client.api.ask('DELETE', {
			what: `delete the attachment of incident ${key}`,
			path: incidentPath(key, `/attachments/${attachmentId(read)}`),
		});
		return [DELETED];
	},
};

const list = subList({
	value: 'getAttachments',
	name: 'Get Attachments',
	action: 'Get the attachments of an incident',
	description: 'Get the names and IDs of the files of an incident',
	below: '/attachments',
	paging: PAGING.trail,
});

export const attachments: Operation[] = [upload, list, download, remove];
