import { PART_NAMES, PARTS, type Part, type PdcItem } from '../../shared/domain/pdc/item';
import { foldText } from '../../shared/text/tokens';

/** What says nothing to a customer who wants to know it, as the texts look after `bare`. */
const EMPTY_PHRASES = [
	'zie (ook )?(het )?(intranet|rijksportaal|portaal|website|site|boven|hierboven|onder|hieronder|bijlage|sla|dap|contract|productblad|brochure|pdc)',
	'n ?v ?t',
	'niet van toepassing',
	'op (aanvraag|verzoek|maat|offerte)',
	'in overleg',
	'(nader|nog) (te bepalen|in te vullen|uit te werken|aan te vullen)',
	'nog niet (bekend|beschikbaar|ingevuld)',
	'n ?t ?b',
	'n ?n ?b',
	't ?b ?d',
	'volgt( nog| later)?',
	'(on)?bekend',
	'idem',
	'dito',
	'geen( bijzonderheden)?',
	'standaard',
	'(conform|volgens) (de )?(afspraak|afspraken|sla|contract|norm|standaard)',
	'tekst volgt',
	'x+',
	'todo',
	'neem contact op',
];
const EMPTY = new RegExp(`^lorem ipsum|^((${EMPTY_PHRASES.join('|')})( |$))*$`);

const bare = (text: string): string =>
	foldText(text)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim();

/** An address, a telephone number, a link, or the name of a desk: where somebody can go. */
const SOMEWHERE_TO_GO =
	/\S@\S|https?:|www\.|\b\d[\d -]{4,}\d\b|\b(servicedesk|helpdesk|balie|loket|receptie|servicepunt|meldpunt|selfserviceportaal|meldkamer|contactpersoon|secretariaat)/i;

export interface Completeness {
	code: string;
	name: string;
	supplier: string;
	portfolio: string;
	owner: string | null;
	/** Which of the five parts say nothing at all. */
	missing: Part[];
	/** Which of them hold a phrase that says nothing, with that phrase. */
	empty: Array<{ part: Part; text: string }>;
	/** Nobody answers for it. */
	withoutOwner: boolean;
	complete: boolean;
}

/** Whether this text has nothing in it for a customer. */
export const saysNothing = (part: Part, text: string): boolean =>
	EMPTY.test(bare(text)) || (part === 'support' && !SOMEWHERE_TO_GO.test(text));

/** Which of the five things that a customer must always find are not in this item. */
export function completenessOf(item: PdcItem): Completeness {
	const missing = PART_NAMES.filter((part) => item[part] === '');
	const empty = PART_NAMES.filter((part) => !missing.includes(part) && saysNothing(part, item[part])).map(
		(part) => ({ part, text: item[part] }),
	);
	const { code, name, supplier, portfolio, owner } = item;
	return {
		code,
		name,
		supplier,
		portfolio,
		owner,
		missing,
		empty,
		withoutOwner: owner === null,
		complete: missing.length + empty.length === 0,
	};
}

/** What is lacking, in plain Dutch; empty when it is complete. */
export function describeGaps({ missing, empty }: Completeness): string {
	const gaps = [
		...missing.map((part) => `${PARTS[part]}: ontbreekt`),
		...empty.map(({ part, text }) => `${PARTS[part]}: "${text}" zegt een klant niets`),
	];
	return gaps.join('; ');
}
