import type { ItemField } from '../../../shared/domain/pdc/item';
import { bareWords } from '../../../shared/text/bare-words';
import { linesOf } from '../../../shared/text/line';

/** What a line of a mail about a change can be about: the notice itself, or a part of the item. */
export type Label =
	'item' | 'code' | 'kind' | 'what' | 'effectiveFrom' | 'audience' | 'why' | 'notices' | WantedField;

/** The parts of an item that a mail can give the new words of: those of the form. */
export const WANTED_FIELDS = [
	'name',
	'supplier',
	'description',
	'quality',
	'ordering',
	'delivery',
	'support',
	'price',
	'leadTime',
	'portfolio',
] as const satisfies readonly ItemField[];
export type WantedField = (typeof WANTED_FIELDS)[number];

/** The words by which each is recognised, without capitals, accents and signs. */
const WORDS: Record<Label, readonly string[]> = {
	item: ['dienst', 'product', 'product of dienst', 'dienst of product', 'item', 'naam van de dienst'],
	code: ['code', 'pdc code', 'pdc nummer', 'nummer van de dienst'],
	kind: ['soort melding', 'melding', 'soort wijziging', 'wat is er aan de hand'],
	what: ['wat verandert', 'wat verandert er', 'wat wijzigt er', 'wijziging'],
	effectiveFrom: ['vanaf', 'vanaf wanneer', 'met ingang van', 'ingangsdatum'],
	audience: ['voor wie', 'voor wie verandert het', 'doelgroep'],
	why: ['waarom', 'waarom verandert het', 'reden'],
	notices: [
		'wat merkt de klant',
		'wat merkt de klant ervan',
		'wat merkt de klant hiervan',
		'wat de klant merkt',
	],
	name: ['naam', 'nieuwe naam'],
	supplier: ['leverancier'],
	description: ['omschrijving', 'beschrijving'],
	quality: ['kwaliteit'],
	ordering: ['hoe bestelt u', 'bestellen', 'hoe bestellen'],
	delivery: ['levering'],
	support: ['vragen klachten en storingen', 'vragen'],
	price: ['prijs', 'tarief'],
	leadTime: ['levertijd', 'doorlooptijd'],
	portfolio: ['portfolio'],
};
const LABELS = new Map(
	Object.entries(WORDS).flatMap(([label, words]) => words.map((word) => [word, label as Label] as const)),
);
const LONGEST_LABEL = 60;

/** The label that a line begins with, and what stands behind it; null when it begins with none. */
function labelled(line: string): { label: Label; rest: string } | null {
	const colon = line.slice(0, LONGEST_LABEL + 1).indexOf(':');
	if (colon < 0) return null;
	const label = LABELS.get(bareWords(line.slice(0, colon)));
	return label
		? {
				label,
				rest: line
					.slice(colon + 1)
					.replace(/^\*+/, '')
					.trim(),
			}
		: null;
}

/**
 * What a mail says behind each label, such as `Dienst:` or `Vanaf:` at the start of a line; a bullet or bold type before it does
 * not matter. A line without a label belongs to the one before; what stands before the first label is left out. When a label
 * comes twice, the first one that says something counts.
 */
export function readLabels(text: string): Map<Label, string> {
	const found = new Map<Label, string[]>();
	let current: string[] | null = null;
	for (const line of linesOf(text)) {
		// Within "Wat verandert: Prijs: € 8,75" the second label says what changes.
		for (let part = labelled(line), whole = line; ;) {
			if (!part) {
				current?.push(whole.trim());
				break;
			}
			current = [];
			if (!found.get(part.label)?.some((said) => said !== '')) found.set(part.label, current);
			whole = part.rest;
			part = part.label === 'what' ? labelled(whole) : null;
		}
	}
	return new Map([...found].map(([label, lines]) => [label, lines.join('\n').trim()]));
}

/** A part of an item that a sentence begins with, and its new words: "De prijs wordt € 8,75". Null when there is none. */
export function readSentence(sentence: string): { field: WantedField; to: string } | null {
	const [before, ...after] = sentence.split(/\swordt\s/i);
	const label = LABELS.get(bareWords(before!.replace(/^\s*(de|het)\s/i, '')));
	const field = WANTED_FIELDS.find((one) => one === label);
	const to = after
		.join(' wordt ')
		.replace(/\.\s*$/, '')
		.trim();
	return field && to !== '' ? { field, to } : null;
}
