import type { PdcItem } from '../../shared/domain/pdc/item';
import { maskPersonalData } from '../../shared/privacy/mask-personal-data';
import type { Pdc } from '../../shared/storage/pdc';
import { currentItems } from '../current-items';
import { saysNothing } from '../quality/completeness';
import { CatalogueIndex, type Found } from '../search/catalogue-index';

/** Below this a person answers. Set on test/corpus/pdc/vragen.jsonl, see docs/nodes/pdc.md. */
export const ANSWER_FROM = 0.35;

export interface Question {
	text: string;
	/** What it is asked in, such as the reference of a signal: the same one counts once. */
	sourceKey: string;
	/** Whose name is not to be written down with it; empty when that is not known. */
	customerName?: string;
	/** From 0 to 1. */
	minConfidence: number;
	/** How many items an answer has at most. */
	mostItems: number;
}

export interface Answer {
	/** Whether the catalogue answers it. */
	answered: boolean;
	/** Of the best item, from 0 to 1. */
	confidence: number;
	/** The items to answer with; otherwise what came nearest, for the person who answers. */
	items: Found[];
	/** The items in plain Dutch, for a mail; empty when it is not answered. */
	text: string;
}

/**
 * Looks for the best items, and writes the question down without personal data, so that the portfolio manager sees what
 * was asked for and not found.
 */
export async function answerQuestion(pdc: Pdc, question: Question): Promise<Answer> {
	const { text, sourceKey, customerName, minConfidence, mostItems } = question;
	const index = new CatalogueIndex((await currentItems(pdc)).map(({ content }) => content));
	const found = index.find(text, mostItems);
	const sure = found.filter(({ confidence }) => confidence >= minConfidence);
	const answered = sure.length > 0;
	const items = answered ? sure : found;
	const confidence = found[0]?.confidence ?? 0;
	await pdc.questions.add({
		sourceKey,
		question: maskPersonalData(text.slice(0, 2000), { names: customerName ? [customerName] : [] }).text,
		answered,
		confidence,
		codes: items.map(({ item }) => item.code),
	});
	return {
		answered,
		confidence,
		items,
		text: answered ? sure.map(({ item }) => itemText(item)).join('\n\n') : '',
	};
}

/** An item as a paragraph and a list of a mail. What it does not say is left out. */
export function itemText(item: PdcItem): string {
	const points = [
		['Bestellen', saysNothing('ordering', item.ordering) ? '' : item.ordering],
		['Levertijd', item.leadTime],
		['Prijs', item.price],
		['Levering', saysNothing('delivery', item.delivery) ? '' : item.delivery],
		['Vragen of klachten', saysNothing('support', item.support) ? '' : item.support],
		['Meer informatie', item.links.join(' ')],
	];
	const list = points
		.filter(([, value]) => value)
		.map(([name, value]) => `- ${name}: ${value!.replace(/\n+/g, ' ')}`);
	return [`${item.name}. ${item.description}`.trim(), ...list].join('\n');
}
