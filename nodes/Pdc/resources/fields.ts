import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { itemCodeSchema, pdcItemSchema } from '../../shared/domain/pdc/item';
import { noticeNumberSchema } from '../../shared/domain/pdc/notice';
import { readJsonObject } from '../../shared/json-object';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { houseStyleSchema, type HouseStyle } from '../../shared/style/house-style';
import { HOUSE_STYLE_OPTIONS } from '../../shared/n8n/house-style-options';

export const text = z.string().trim().min(1);

export const options = (values: readonly string[]) => values.map((value) => ({ name: value, value }));

export const codeField = (): INodeProperties => ({
	displayName: 'Code',
	name: 'code',
	type: 'string',
	default: '={{ $json.item.code }}',
	required: true,
	placeholder: 'FMH-012',
	description: 'What the item is known by',
});
export const codeOf = (read: ReadItemParameter) => itemCodeSchema.parse(String(read('code') ?? ''));

export const numberField = (): INodeProperties => ({
	displayName: 'Notice Number',
	name: 'noticeNumber',
	type: 'string',
	default: '={{ $json.notice.number }}',
	required: true,
	placeholder: 'P-2026-000123',
	description: 'The number that the notice got when it was submitted',
});
export const numberOf = (read: ReadItemParameter) =>
	noticeNumberSchema.parse(String(read('noticeNumber') ?? ''));

export const actorField = (): INodeProperties => ({
	displayName: 'Actor',
	name: 'actor',
	type: 'string',
	default: '={{ $workflow.name }}',
	description: 'Who does this: a person or a workflow',
});
export const actorOf = (read: ReadItemParameter) => text.parse(read('actor', 'workflow'));

export const supplierField = (): INodeProperties => ({
	displayName: 'Supplier',
	name: 'supplier',
	type: 'options',
	options: options(SUPPLIERS),
	default: 'FMH',
	description: 'The supplier that carries it out',
});

export const fileField = (): INodeProperties => ({
	displayName: 'File Property',
	name: 'fileProperty',
	type: 'string',
	default: 'data',
	required: true,
	description: 'The binary property of the item that holds the .xlsx, .csv or .html file',
});

export const sheetField = (): INodeProperties => ({
	displayName: 'Sheet',
	name: 'sheet',
	type: 'string',
	default: '',
	description: 'Name of the sheet in an Excel file. Leave empty for the first one.',
});

export const mappingField = (): INodeProperties => ({
	displayName: 'Column Mapping',
	name: 'columnMapping',
	type: 'json',
	default: '{}',
	description:
		'Which column fills which field, for columns that are not known: {"Onze kolom": "description"}. An empty text leaves a column out. Fields: code, supplierCode, name, kind, supplier, portfolio, owner, audience, description, quality, ordering, delivery, support, price, leadTime, links, validFrom, validUntil.',
});

export const styleFields = (): INodeProperties => ({
	displayName: 'House Style',
	name: 'houseStyle',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	description: 'How the page looks',
	options: HOUSE_STYLE_OPTIONS,
});
export const styleOf = (read: ReadItemParameter): HouseStyle =>
	houseStyleSchema.parse(read('houseStyle', {}) ?? {});

const fieldSchema = pdcItemSchema.keyof().or(z.literal(''));
const columnMappingSchema = z.record(z.string(), fieldSchema);
export const mappingOf = (read: ReadItemParameter) =>
	columnMappingSchema.parse(
		readJsonObject(read('columnMapping'), 'Column Mapping', '{"Onze kolom": "description"}'),
	);

export const daysField = (): INodeProperties => ({
	displayName: 'Days',
	name: 'days',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 14,
	description: 'How many days to look back',
});
export const daysOf = (read: ReadItemParameter) => z.number().int().min(1).parse(read('days'));

/** The secret of a link, as the webhook of its page gives it. */
export const tokenField = (): INodeProperties => ({
	displayName: 'Token',
	name: 'token',
	type: 'string',
	typeOptions: { password: true },
	default: '={{ $json.query.token }}',
	required: true,
	description: 'The secret of the link, as the webhook gives it',
});
export const tokenOf = (read: ReadItemParameter): string => String(read('token') ?? '');

export const linkDaysField = (): INodeProperties => ({
	displayName: 'Link Valid (Days)',
	name: 'linkDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 90 },
	default: 14,
	description: 'After this the link in the mail has expired',
});
export const linkDaysOf = (read: ReadItemParameter): number =>
	z.number().int().min(1).max(90).parse(read('linkDays'));

/** What was filled in on the page of a link. */
export const formField = (): INodeProperties => ({
	displayName: 'Form',
	name: 'form',
	type: 'json',
	default: '={{ $json.body }}',
	required: true,
	description: 'What was filled in, as the webhook gives it',
});
