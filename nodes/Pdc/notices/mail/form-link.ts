import type { Report } from '../submit';

/** Mail programs and proxies cut longer addresses off. */
const LONGEST_LINK = 2000;

/** The fields of the form of workflow 10, by what they hold. */
const FORM_FIELDS = {
	soort: 'kind',
	code: 'code',
	melder: 'submittedBy',
	voorwie: 'audience',
	vanaf: 'effectiveFrom',
	waarom: 'why',
	merkt: 'notices',
} as const satisfies Record<string, keyof Report>;
const WANTED_FIELDS = {
	naam: 'name',
	leverancier: 'supplier',
	omschrijving: 'description',
	kwaliteit: 'quality',
	bestellen: 'ordering',
	levering: 'delivery',
	vragen: 'support',
	prijs: 'price',
	levertijd: 'leadTime',
	portfolio: 'portfolio',
} as const;

/**
 * The address of the form with what a report says filled in. A text that would make it too long is left out.
 * @param formAddress of the form, such as https://n8n.dienstencentrum.example/form/pdc-wijziging
 */
export function formLink(formAddress: string, report: Report): string {
	const values = [
		...Object.entries(FORM_FIELDS).map(([name, field]) => [name, report[field]] as const),
		...Object.entries(WANTED_FIELDS).map(([name, field]) => [name, report.wanted[field]] as const),
	];
	let link = new URL(formAddress);
	for (const [name, value] of values) {
		if (typeof value !== 'string' || value === '') continue;
		const longer = new URL(link);
		longer.searchParams.set(name, value);
		if (longer.href.length <= LONGEST_LINK) link = longer;
	}
	return link.href;
}
