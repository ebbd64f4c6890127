import { z } from 'zod/v4';
import { columnRecogniser } from '../../shared/tables/recognise-columns';

/** What a column of an old list can be. */
export const IMPORT_FIELDS = [
	'reference',
	'receivedAt',
	'customer',
	'email',
	'organisation',
	'subject',
	'text',
	'category',
	'also',
	'supplier',
	'urgency',
	'sentiment',
	'status',
	'closedAt',
	'handler',
	'tickets',
	'actions',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export const importMappingSchema = z.record(z.string(), z.enum(IMPORT_FIELDS).or(z.literal('')));
export type ImportMapping = z.output<typeof importMappingSchema>;

/** Headings by which a column is recognised, without capitals, accents and signs; those of our own bundle among them. */
const HEADINGS: Record<ImportField, readonly string[]> = {
	reference: ['nummer', 'nr', 'referentie', 'kenmerk', 'volgnummer', 'meldingsnummer', 'klachtnummer', 'id'],
	receivedAt: [
		'ontvangen',
		'ontvangen op',
		'ontvangstdatum',
		'datum ontvangst',
		'datum',
		'datum melding',
		'meldingsdatum',
		'datum klacht',
		'binnengekomen',
	],
	customer: ['klant', 'klantnaam', 'naam', 'naam klant', 'melder', 'naam melder', 'gemeld door', 'aanvrager'],
	email: ['e mail', 'email', 'mail', 'e mailadres', 'emailadres', 'mailadres'],
	organisation: ['organisatie', 'klantgroep', 'afdeling', 'onderdeel', 'directie', 'bedrijf'],
	subject: ['onderwerp', 'titel', 'betreft', 'korte omschrijving', 'dienst'],
	text: [
		'tekst',
		'omschrijving',
		'klacht',
		'omschrijving klacht',
		'klacht omschrijving',
		'beschrijving',
		'melding',
		'signaal',
		'inhoud',
		'toelichting',
	],
	category: ['soort', 'categorie', 'type', 'soort melding', 'soort klacht', 'rubriek'],
	also: ['ook', 'ook categorie', 'nevencategorie'],
	supplier: ['leverancier', 'uitvoerder', 'dienstverlener', 'partij'],
	urgency: ['urgentie', 'prioriteit', 'spoed'],
	sentiment: ['toon', 'sentiment'],
	status: ['status', 'stand', 'stand van zaken'],
	closedAt: [
		'afgesloten op',
		'afgesloten',
		'datum afgesloten',
		'afgehandeld op',
		'datum afgehandeld',
		'datum afhandeling',
		'gereed op',
		'datum gereed',
	],
	handler: ['behandelaar', 'behandeld door', 'eigenaar', 'klantmanager', 'verantwoordelijke'],
	tickets: ['tickets', 'ticket', 'ticketnummer', 'nummer leverancier'],
	actions: [
		'acties',
		'actie',
		'actie genomen',
		'genomen actie',
		'genomen acties',
		'ondernomen actie',
		'ondernomen acties',
		'afhandeling',
		'oplossing',
		'gedaan',
	],
};

/** Which field of a signal a column fills; undefined when that is not known, null when it is left out on purpose. */
export const importFieldOf = columnRecogniser<ImportField>(HEADINGS);
