import { describeChange } from '../../shared/domain/pdc/change';
import type { Notice } from '../../shared/domain/pdc/notice';
import { dayForPeople } from '../today';

const TITLES = { toegevoegd: 'Nieuw', gewijzigd: 'Gewijzigd', vervallen: 'Vervalt' } as const;

/** What a notice says in plain Dutch, a paragraph for each thing. */
export function describeNotice(notice: Notice): string[] {
	return [
		`${TITLES[notice.kind]}: ${notice.itemName} (${notice.code}) van ${notice.supplier}.`,
		...notice.changes.map(describeChange),
		`Voor wie: ${notice.audience}`,
		`Vanaf: ${dayForPeople(notice.effectiveFrom)}`,
		`Waarom: ${notice.why}`,
		`Wat de klant merkt: ${notice.notices}`,
		notice.state === 'concept'
			? `Gevonden in de catalogus van ${notice.supplier}, onder nummer ${notice.number}.`
			: `Gemeld door ${notice.submittedBy} onder nummer ${notice.number}.`,
	].filter((line) => !/: $/.test(line));
}

/** What customers are told of a change, in plain Dutch (B1). */
export function customerText({ kind, itemName, effectiveFrom, notices, audience }: Notice): string {
	const what = {
		toegevoegd: `Vanaf ${dayForPeople(effectiveFrom)} kunt u gebruikmaken van ${itemName}.`,
		gewijzigd: `Vanaf ${dayForPeople(effectiveFrom)} verandert er iets bij ${itemName}.`,
		vervallen: `Vanaf ${dayForPeople(effectiveFrom)} kunt u geen gebruik meer maken van ${itemName}.`,
	}[kind];
	return [what, notices, audience && `Dit geldt voor: ${audience}.`].filter(Boolean).join('\n\n');
}
