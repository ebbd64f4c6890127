import { z } from 'zod/v4';
import { FIELD_NAMES, ITEM_FIELDS, pdcItemSchema, tidyText, type ItemField, type PdcItem } from './item';

const valueSchema = z.union([z.string(), z.array(z.string()), z.null()]);
export type FieldValue = z.output<typeof valueSchema>;

/** One field of an item as it was and as it is to be. */
export const fieldChangeSchema = z.object({
	field: z.enum(ITEM_FIELDS as [ItemField, ...ItemField[]]),
	from: valueSchema.default(null),
	to: valueSchema,
});
export type FieldChange = z.output<typeof fieldChangeSchema>;

const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
const DATE = String.raw`(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2} (${MONTHS}) \d{4})`;
/** "Laatst bijgewerkt op 3 maart 2026": systems write it by themselves, and it says nothing of the service. */
const UPDATED_ON = new RegExp(
	String.raw`\(?\b(laatst\s+)?(bijgewerkt|gewijzigd|geactualiseerd|aangepast|gepubliceerd)(\s+op)?\s*(:\s*)?${DATE}( \d{1,2}:\d{2})?\)?[.;]?`,
	'gi',
);

/** What two values have in common when they say the same: white space, order and "bijgewerkt op" do not count. */
export function comparable(value: FieldValue): string {
	if (value === null) return '';
	if (Array.isArray(value)) return [...new Set(value.map(comparable))].sort().join('\n');
	return tidyText(value.replace(UPDATED_ON, ' ')).replace(/\s+/g, ' ');
}

export const saysTheSame = (one: FieldValue, other: FieldValue): boolean =>
	comparable(one) === comparable(other);

/** What must change in `item` for it to say what `wanted` says; fields that `wanted` lacks are left alone. */
export function changesTo(item: Partial<PdcItem>, wanted: Partial<PdcItem>): FieldChange[] {
	return ITEM_FIELDS.flatMap((field) => {
		const to = wanted[field];
		if (to === undefined) return [];
		const from = item[field] ?? null;
		return saysTheSame(from, to) ? [] : [{ field, from, to }];
	});
}

/** The item with these changes. @throws ZodError when a value does not fit its field */
export function withChanges(item: PdcItem, changes: readonly FieldChange[]): PdcItem {
	const values = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
	return pdcItemSchema.parse({ ...item, ...values });
}

/** The changes whose field no longer says what they start from, and does not say what they want either. */
export const overtaken = (item: PdcItem, changes: readonly FieldChange[]): FieldChange[] =>
	changes.filter(({ field, from, to }) => !saysTheSame(item[field], from) && !saysTheSame(item[field], to));

const shown = (value: FieldValue): string => {
	const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
	return text === '' ? 'leeg' : `“${text}”`;
};

/** The change in plain Dutch, for a mail or a page: one line per field. */
export function describeChange({ field, from, to }: FieldChange): string {
	if (comparable(from) === '') return `${FIELD_NAMES[field]}: wordt ${shown(to)}`;
	return `${FIELD_NAMES[field]}: was ${shown(from)}, wordt ${shown(to)}`;
}

/** What a field says, in the same way. */
export const describeNow = (field: ItemField, value: FieldValue): string =>
	`${FIELD_NAMES[field]} is nu ${shown(value)}`;

export const describeChanges = (changes: readonly FieldChange[]): string =>
	changes.map((change) => `- ${describeChange(change).replace(/\n+/g, ' / ')}`).join('\n');
