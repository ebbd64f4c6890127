import { z } from 'zod/v4';
import { rowSchema } from '../api/api';
import { PAGING } from '../api/paging';
import { collection, lines, OTHER_FIELDS, text } from './fields';
import { getManyOperation, getOperation, getRecord, keyField, keyOf, pathOf, type Kind } from './kind';
import type { Operation, Resource } from './operation';
import { writeBody, type FieldShapes } from './write-body';
import { required } from './required';

const ITEM: Kind = {
	...{ value: 'knowledgeItem', name: 'Knowledge Item', one: 'a knowledge item', many: 'knowledge items' },
	path: '/services/knowledge-base-v1/knowledgeItems',
	paging: PAGING.knowledgeItems,
	search: 'searchKnowledgeItems',
	number: 'KI 0042',
	fiql: {
		number: { label: 'Number', type: 'text' },
		creationDate: { label: 'Creation Date', type: 'date' },
		modificationDate: { label: 'Modification Date', type: 'date' },
		'status.name': { label: 'Status', type: 'text' },
		title: { label: 'Title', type: 'text' },
	},
	filters: [
		{
			parameter: 'language',
			property: text('Language', 'language', {
				placeholder: 'nl',
				description: 'Only items that have a text in this language',
			}),
		},
	],
	fields: 'fields',
};

const LANGUAGE = text('Language', 'language', { default: 'nl', required: true });
const TEXTS = [
	lines('Comments for Operators', 'commentsForOperators'),
	text('Description', 'description'),
	text('Keywords', 'keywords'),
];
const CONTENT = lines('Content', 'content', { description: 'The text, in HTML' });
const TITLE = text('Title', 'title');
const SHAPES: FieldShapes = { parent: 'id', status: 'id', manager: 'id' };
const STATUS = text('Status ID', 'status');

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a knowledge item',
	description: 'Write a knowledge item in a folder',
	fields: [
		{ ...TITLE, required: true },
		LANGUAGE,
		text('Folder ID', 'parent', {
			required: true,
			description: 'The folder of the knowledge base it goes into',
		}),
		CONTENT,
		collection('Additional Fields', 'additionalFields', 'Add Field', [...TEXTS, OTHER_FIELDS, STATUS]),
	],
	async run({ client, read, timezone }) {
		const { commentsForOperators, description, keywords, ...others } = read('additionalFields', {}) as Record<
			string,
			unknown
		>;
		const title = required('Fill in a title').parse(read('title'));
		const content = { title, content: read('content', ''), commentsForOperators, description, keywords };
		const body = z
			.looseObject({ parent: z.object({ id: z.string() }, 'Fill in the ID of the folder') })
			.parse(writeBody({ ...others, parent: read('parent') }, SHAPES, { timezone }));
		const created = await client.api.read('POST', rowSchema, {
			what: 'create the knowledge item',
			path: ITEM.path,
			body: {
				...body,
				translation: { language: read('language', 'nl'), content: writeBody(content, {}, { timezone }) },
			},
		});
		return [created];
	},
};

/** The texts belong to a language, the rest to the item. Gives the item as it is afterwards. */
const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a knowledge item',
	description: 'Change the text of a knowledge item in one language, or its status and visibility',
	fields: [
		keyField(ITEM),
		LANGUAGE,
		collection('Update Fields', 'updateFields', 'Add Field', [
			...TEXTS,
			CONTENT,
			OTHER_FIELDS,
			STATUS,
			TITLE,
		]),
	],
	async run({ client, read, timezone }) {
		const { otherFields, status, ...texts } = read('updateFields', {}) as Record<string, unknown>;
		const key = keyOf(ITEM, read);
		const properties = writeBody({ otherFields, status }, SHAPES, { timezone });
		const content = writeBody(texts, {}, { timezone });
		const changes = [
			{ path: pathOf(ITEM, key), body: properties },
			{
				path: pathOf(ITEM, key, `/translations/${encodeURIComponent(String(read('language')))}`),
				body: content,
			},
		].filter(({ body }) => Object.keys(body).length > 0);
		if (changes.length === 0) throw new Error('Give at least one field to change');
		for (const question of changes) {
			await client.api.ask('PATCH', { what: 'update the knowledge item', ...question });
		}
		return [await getRecord(client.api, ITEM, key)];
	},
};

export const knowledgeItem: Resource = {
	value: ITEM.value,
	name: ITEM.name,
	operations: [create, getOperation(ITEM), { ...getManyOperation(ITEM), name: 'Search' }, update],
};
