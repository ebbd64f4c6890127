import { z } from 'zod/v4';
import { SUPPLIERS } from '../codebook';

export const ITEM_KINDS = ['product', 'dienst'] as const;

/**
 * What a customer must always find about a product or service, with the heading it has for people. The five parts
 * follow the report "De kracht van een klacht!" (2015) on the catalogue of products and services (PDC).
 */
export const PARTS = {
	description: 'Omschrijving',
	quality: 'Kwaliteit',
	ordering: 'Hoe bestelt u?',
	delivery: 'Levering',
	support: 'Vragen, klachten en storingen',
} as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

/** Text as it is kept: one kind of line end and space, nothing around it. Line breaks within it stay. */
export const tidyText = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();

const text = z.string().max(20_000, 'Keep it under 20,000 characters').transform(tidyText);
const filled = (what: string) => text.refine((value) => value !== '', `Fill in ${what}`);
const day = z.iso.date('Write a day as 2026-12-24');

/** A link goes into pages and mails, so it can be nothing but a web address. */
const link = z.url({ protocol: /^https?$/, error: 'Write a link as https://…' });

export const itemCodeSchema = z
	.string()
	.trim()
	.regex(
		/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
		'Write a code with letters, digits, dots and dashes, such as FMH-012',
	);

/** One product or service of the catalogue, as it is in one version. */
export const pdcItemSchema = z.object({
	/** What the item is known by; it never changes. */
	code: itemCodeSchema,
	/** What the supplier knows it by; null when it is our own code. */
	supplierCode: z.string().trim().min(1).max(100).nullable().default(null),
	name: filled('the name'),
	kind: z.enum(ITEM_KINDS).default('dienst'),
	supplier: z.enum(SUPPLIERS),
	/** The portfolio it belongs to, such as Huisvesting. */
	portfolio: text.default(''),
	/** Address of the portfolio manager, who answers for it. */
	owner: z.email('This is no e-mail address').nullable().default(null),
	/** Who may order it, such as "alle medewerkers". */
	audience: text.default(''),
	description: text.default(''),
	quality: text.default(''),
	ordering: text.default(''),
	delivery: text.default(''),
	support: text.default(''),
	/** As it is said to customers: an amount, or in what way it is settled. */
	price: text.default(''),
	leadTime: text.default(''),
	links: z.array(link).max(20).default([]),
	validFrom: day.nullable().default(null),
	/** The last day on which it can be had; null when there is no end. */
	validUntil: day.nullable().default(null),
});
export type PdcItem = z.output<typeof pdcItemSchema>;
export type PdcItemInput = z.input<typeof pdcItemSchema>;

/** What a change can be about, with its name for people, in the order in which people read it. */
export const FIELD_NAMES = {
	name: 'Naam',
	kind: 'Soort',
	supplier: 'Leverancier',
	supplierCode: 'Code bij de leverancier',
	portfolio: 'Portfolio',
	owner: 'Portfoliomanager',
	audience: 'Voor wie',
	...PARTS,
	price: 'Prijs',
	leadTime: 'Levertijd',
	links: 'Links',
	validFrom: 'Geldig vanaf',
	validUntil: 'Geldig tot en met',
} as const satisfies Record<Exclude<keyof PdcItem, 'code'>, string>;
export type ItemField = keyof typeof FIELD_NAMES;
export const ITEM_FIELDS = Object.keys(FIELD_NAMES) as ItemField[];

/** Whether customers can have it on this day (ISO date). */
export const isCurrent = (item: PdcItem, today: string): boolean =>
	(item.validFrom === null || item.validFrom <= today) &&
	(item.validUntil === null || item.validUntil >= today);
