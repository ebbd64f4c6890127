import { createHash } from 'node:crypto';

export interface Entry {
	id: string;
	name: string;
}
export interface Subcategory extends Entry {
	category: Entry;
}
export interface Person {
	id: string;
	email: string;
	dynamicName: string;
	/** Only a person with the caller role can report an incident. */
	caller: boolean;
	archived: boolean;
}

/** The same id for the same thing in every run. */
export function idOf(kind: string, name: string): string {
	const hex = createHash('sha256').update(`${kind}:${name}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const entries = (kind: string, names: readonly string[]): Entry[] =>
	names.map((name) => ({ id: idOf(kind, name), name }));

/** What a service desk for ICT could have filled in; a test or demo gives its own where it matters. */
export const DEFAULT_CATEGORIES: Record<string, string[]> = {
	Werkplek: ['Laptop', 'Telefoon', 'Randapparatuur'],
	Software: ['Kantoorsoftware', 'Vakapplicatie'],
	Netwerk: ['Wifi', 'VPN'],
	Dienstverlening: ['Bejegening', 'Doorlooptijd'],
};

export const DEFAULT_PERSONS = [
	{ email: 'j.devries@minvenj.example', name: 'Vries, J. de' },
	{ email: 'f.elamrani@minvenj.example', name: 'Amrani, F. el' },
];

const GROUPS: Record<string, string[]> = {
	Servicedesk: ['Regie, API'],
	Werkplekbeheer: ['Monteur, M.', 'Regie, API'],
};

export interface ListOptions {
	/** Category names with their subcategories. */
	categories?: Record<string, string[]>;
	persons?: Array<{ email: string; name: string; caller?: boolean; archived?: boolean }>;
}

/** The lists of this TOPdesk environment, by the field of an incident they belong to. */
export function createLists({ categories = DEFAULT_CATEGORIES, persons = DEFAULT_PERSONS }: ListOptions) {
	const category = entries('category', Object.keys(categories));
	const subcategory: Subcategory[] = category.flatMap((parent) =>
		categories[parent.name]!.map((name) => ({
			id: idOf('subcategory', `${parent.name}/${name}`),
			name,
			category: parent,
		})),
	);
	return {
		category,
		subcategory,
		callType: entries('callType', ['Storing', 'Klacht', 'Informatie', 'Wens']),
		entryType: entries('entryType', ['E-mail', 'Telefoon', 'Portaal']),
		impact: entries('impact', ['Persoon', 'Afdeling', 'Organisatie']),
		urgency: entries('urgency', ['Laag', 'Normaal', 'Hoog']),
		priority: entries('priority', ['P1', 'P2', 'P3']),
		duration: entries('duration', ['4 uur', '2 dagen', '5 dagen']),
		processingStatus: entries('processingStatus', ['Aangemeld', 'In behandeling', 'Gereed']),
		closureCode: entries('closureCode', ['Opgelost', 'Vervallen']),
		escalationReason: entries('escalationReason', ['Kennis nodig', 'Tijd nodig']),
		deescalationReason: entries('deescalationReason', ['Opgelost', 'Verkeerd geplaatst']),
		archivingReason: entries('archivingReason', ['Afgehandeld', 'Dubbel']),
		timeSpentReason: entries('timeSpentReason', ['Onderzoek', 'Reistijd']),
		department: entries('department', ['Financiën', 'Communicatie']),
		budgetHolder: entries('budgetHolder', ['Directie Bedrijfsvoering']),
		language: entries('language', ['Nederlands', 'Engels']),
		searchlist: entries('searchlist', ['Optie A', 'Optie B']),
		changeStatus: entries('changeStatus', ['Aangevraagd', 'In uitvoering']),
		changeActivityStatus: entries('changeActivityStatus', ['Te starten', 'Gereed']),
		changeRejectionReason: entries('changeRejectionReason', ['Te duur', 'Onduidelijk']),
		changeTemplate: entries('changeTemplate', ['Nieuwe werkplek']),
		activityStatus: entries('activityStatus', ['Gepland', 'Uitgevoerd']),
		activityType: entries('activityType', ['Onderhoud', 'Controle']),
		operatorGroup: entries('operatorGroup', Object.keys(GROUPS)),
		operator: entries('operator', [...new Set(Object.values(GROUPS).flat())]),
		supplier: entries('supplier', ['Xerox', 'SSC-ICT']),
		branch: entries('branch', ['Turfmarkt', 'Koningskade']),
		location: entries('location', ['TM 12.01', 'KK 3.20']),
		/** The operators of a group, by its id. */
		operatorsOf: Object.fromEntries(
			Object.entries(GROUPS).map(([group, names]) => [
				idOf('operatorGroup', group),
				entries('operator', names),
			]),
		),
		persons: persons.map(({ email, name, caller = true, archived = false }): Person => {
			return { id: idOf('person', email), email, dynamicName: name, caller, archived };
		}),
	};
}
export type Lists = ReturnType<typeof createLists>;
