import type { PdcItem } from '../../../shared/domain/pdc/item';
import type { Pdc } from '../../../shared/storage/pdc';
import { CatalogueIndex } from '../../search/catalogue-index';
import { bareWords } from '../../../shared/text/bare-words';

/** The item that is meant, or in plain Dutch why that is not known. */
export type FoundItem = { item: PdcItem; why?: undefined } | { item: null; why: string };

const MOST_NAMED = 5;
const named = (items: readonly PdcItem[]): string =>
	items
		.slice(0, MOST_NAMED)
		.map(({ code, name }) => `${code} (${name})`)
		.join(', ');

/** Finds the item that somebody means by its code, its name, or a part of its name that no other has. */
export async function findItem(pdc: Pdc, said: string): Promise<FoundItem> {
	const items = (await pdc.items.list()).map(({ content }) => content);
	const parts = new Set(said.toLowerCase().split(/[\s(),;]+/));
	const byCode = items.filter(({ code }) => parts.has(code.toLowerCase()));
	if (byCode.length === 1) return { item: byCode[0]! };
	if (byCode.length > 1) return { item: null, why: `Meld één dienst per keer. U noemt: ${named(byCode)}.` };
	const words = bareWords(said);
	const same = items.filter(({ name }) => bareWords(name) === words);
	const like = same.length > 0 ? same : items.filter(({ name }) => bareWords(name).includes(words));
	if (words !== '' && like.length === 1) return { item: like[0]! };
	if (words !== '' && like.length > 1) {
		return { item: null, why: `"${said}" kan meer dan één dienst zijn. Schrijf de code: ${named(like)}.` };
	}
	const near = new CatalogueIndex(items).find(said, 3).map(({ item }) => item);
	const hint = near.length > 0 ? ` Bedoelt u ${named(near)}?` : '';
	return { item: null, why: `"${said}" staat niet in de catalogus.${hint} Schrijf de code.` };
}
