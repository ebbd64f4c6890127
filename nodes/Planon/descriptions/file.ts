import type { INodeProperties } from 'n8n-workflow';

const forOperation = (
	operation: string,
	extra: Record<string, string[]> = {},
): INodeProperties['displayOptions'] => ({
	show: { resource: ['file'], operation: [operation], ...extra },
});

/** What upload and download take and give is not public: the shape is a setting. */
export const fileFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['file'] } },
		options: [
			{ name: 'Download', value: 'download', description: 'Get a file', action: 'Download a file' },
			{ name: 'Upload', value: 'upload', description: 'Give Planon a file', action: 'Upload a file' },
		],
		default: 'upload',
	},
	{
		displayName:
			'How Planon takes and gives files is not public. Ask your Planon administrator for the OpenAPI document of /upload and /download, and set the shape below to it.',
		name: 'shapeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['file'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the field with the file',
		displayOptions: forOperation('upload'),
	},
	{
		displayName: 'Shape',
		name: 'uploadShape',
		type: 'options',
		options: [
			{ name: 'Bytes', value: 'bytes', description: 'The file itself is the body' },
			{ name: 'Form', value: 'form', description: 'A multipart form with the file in it' },
			{ name: 'JSON', value: 'json', description: 'JSON with the content in base64' },
		],
		default: 'json',
		description: 'How the file is sent',
		displayOptions: forOperation('upload'),
	},
	{
		displayName: 'Content Field',
		name: 'contentField',
		type: 'string',
		default: 'content',
		description: 'The name of the field with the content in JSON',
		displayOptions: forOperation('upload', { uploadShape: ['json'] }),
	},
	{
		displayName: 'File Name Field',
		name: 'fileNameField',
		type: 'string',
		default: 'fileName',
		description: 'The name of the field with the name of the file in JSON',
		displayOptions: forOperation('upload', { uploadShape: ['json'] }),
	},
	{
		displayName: 'Form Field',
		name: 'formField',
		type: 'string',
		default: 'file',
		description: 'The name of the field with the file in the form',
		displayOptions: forOperation('upload', { uploadShape: ['form'] }),
	},
	{
		displayName: 'Other Values (JSON)',
		name: 'uploadValues',
		type: 'json',
		default: '{}',
		description: 'What goes along with the file, such as the record it belongs to',
		displayOptions: forOperation('upload', { uploadShape: ['json', 'form'] }),
	},
	{
		displayName: 'Body (JSON)',
		name: 'downloadBody',
		type: 'json',
		default: '{"fileKey": ""}',
		required: true,
		description: 'What says which file is meant',
		displayOptions: forOperation('download'),
	},
	{
		displayName: 'Answer',
		name: 'downloadShape',
		type: 'options',
		options: [
			{ name: 'Bytes', value: 'bytes', description: 'The answer is the file itself' },
			{ name: 'JSON', value: 'json', description: 'The answer is JSON with the content in base64' },
		],
		default: 'bytes',
		description: 'What Planon gives',
		displayOptions: forOperation('download'),
	},
	{
		displayName: 'Content Field',
		name: 'downloadContentField',
		type: 'string',
		default: 'content',
		description: 'The name of the field with the content in JSON',
		displayOptions: forOperation('download', { downloadShape: ['json'] }),
	},
	{
		displayName: 'Put Output File in Field',
		name: 'binaryProperty',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the field to put the file in',
		displayOptions: forOperation('download'),
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		description: 'When empty, the name that Planon gives',
		displayOptions: forOperation('download'),
	},
];
