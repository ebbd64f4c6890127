import type { PdcItem } from '../../shared/domain/pdc/item';
import { columnRecogniser, type Mapping } from '../../shared/tables/recognise-columns';

/** A field that a column can fill. */
export type ColumnField = keyof PdcItem;

/** Headings by which a column is recognised, without capitals, accents and signs. */
const HEADINGS: Record<ColumnField, readonly string[]> = {
	code: [
		'code',
		'nummer',
		'pdc nummer',
		'pdc code',
		'itemnummer',
		'item',
		'id',
		'artikelnummer',
		'productcode',
		'dienstcode',
	],
	supplierCode: ['code bij de leverancier', 'code leverancier', 'leverancierscode'],
	name: [
		'naam',
		'titel',
		'product',
		'dienst',
		'product of dienst',
		'productnaam',
		'naam dienst',
		'naam product',
		'artikel',
		'name',
		'title',
	],
	kind: ['soort', 'type', 'product dienst', 'kind'],
	supplier: ['leverancier', 'uitvoerder', 'supplier'],
	portfolio: ['portfolio', 'categorie', 'groep', 'rubriek', 'category'],
	owner: ['portfoliomanager', 'eigenaar', 'verantwoordelijke', 'owner'],
	audience: ['voor wie', 'doelgroep', 'bestemd voor', 'audience'],
	description: ['omschrijving', 'beschrijving', 'toelichting', 'wat is het', 'inhoud', 'description'],
	quality: ['kwaliteit', 'kwaliteitseisen', 'servicenorm', 'norm', 'serviceniveau', 'sla', 'quality'],
	ordering: [
		'hoe bestelt u',
		'hoe bestellen',
		'bestellen',
		'aanvragen',
		'bestelwijze',
		'aanvraagwijze',
		'hoe aanvragen',
		'ordering',
	],
	delivery: ['levering', 'leveringsvoorwaarden', 'voorwaarden', 'leveringswijze', 'delivery'],
	support: [
		'vragen klachten en storingen',
		'vragen en klachten',
		'contact',
		'klachten',
		'vragen',
		'storingen',
		'support',
	],
	price: ['prijs', 'tarief', 'kosten', 'price'],
	leadTime: ['levertijd', 'doorlooptijd', 'termijn', 'lead time'],
	links: ['links', 'link', 'url', 'meer informatie'],
	validFrom: ['geldig vanaf', 'ingangsdatum', 'startdatum', 'van'],
	validUntil: ['geldig tot en met', 'geldig tot', 'einddatum', 'tot en met', 'tot'],
};

/** Columns of our own publications that say nothing of an item itself. */
const LEFT_OUT = new Set(['versie', 'gewijzigd op']);

/** A column that an administrator says the meaning of; an empty field means that it is left out on purpose. */
export type ColumnMapping = Mapping<ColumnField>;

/** What the column with this heading fills; undefined when that is not known, null when it is left out on purpose. */
export const fieldOfColumn = columnRecogniser(HEADINGS, LEFT_OUT);
