import { changesTo, describeChange } from '../../shared/domain/pdc/change';
import type { PdcItem } from '../../shared/domain/pdc/item';
import type { Signal } from '../../shared/domain/signal';
import { concernsSupplier } from '../recipients';
import { dayForPeople } from '../today';
import type { Recipient } from './compile-digest';
import type { DigestFacts } from './digest-facts';

/** A part of a digest: what of the facts concerns this person, a line for each thing. */
export type Section = (facts: DigestFacts, recipient: Recipient) => { title: string; lines: string[] };

/** From this number of signals on, more of them is a trend and no chance. */
const A_FEW = 3;

const concerns = (recipient: Recipient, supplier: string, portfolio?: string): boolean =>
	concernsSupplier(recipient, supplier) &&
	(!recipient.portfolios || portfolio === undefined || recipient.portfolios.includes(portfolio));

const ofItem = (recipient: Recipient, { supplier, portfolio }: Pick<PdcItem, 'supplier' | 'portfolio'>) =>
	concerns(recipient, supplier, portfolio);

/** Versions that came from notices or were made by hand. The first version without a notice is an import. */
export const catalogueChanges: Section = ({ changes }, recipient) => ({
	title: 'Gewijzigd in de catalogus',
	lines: changes
		.filter(({ version, before }) => (before || version.notice) && ofItem(recipient, version.content))
		.map(({ version: { code, content }, before }) => {
			if (!before) return `Nieuw: ${content.name} (${code}) van ${content.supplier}`;
			const what = changesTo(before, content).map(describeChange).join('; ').replace(/\n+/g, ' ');
			return `${content.name} (${code}): ${what}`;
		}),
});

export const plannedChanges: Section = ({ notices }, recipient) => ({
	title: 'Gaat nog veranderen',
	lines: notices
		.filter((notice) => notice.readBy && ofItem(recipient, notice))
		.map(
			({ itemName, effectiveFrom, notices: words }) =>
				`${itemName} vanaf ${dayForPeople(effectiveFrom)}: ${words}`,
		),
});

export const openNotices: Section = ({ notices }, recipient) => ({
	title: 'Meldingen die wachten',
	lines: notices
		.filter((notice) => !notice.readBy && ofItem(recipient, notice))
		.map(
			({ number, itemName, state, waitingSince }) =>
				`${number} ${itemName}: ${state} sinds ${dayForPeople(waitingSince)}`,
		),
});

export const unansweredQuestions: Section = ({ questions }) => ({
	title: 'Gevraagd en niet gevonden in de catalogus',
	lines: questions.map(({ question }) => question.replace(/\s+/g, ' ').slice(0, 200)),
});

const countBy = (signals: readonly Signal[]): Map<string, number> => {
	const counts = new Map<string, number>();
	for (const { classification } of signals) {
		if (!classification) continue;
		const key = `${classification.supplier}, ${classification.category}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
};

/** More than half as many signals again as in the period before. */
export const trends: Section = ({ signals, signalsBefore }, recipient) => {
	const before = countBy(signalsBefore);
	return {
		title: 'Valt op in de signalen',
		lines: [...countBy(signals)]
			.filter(([key]) => concerns(recipient, key.split(', ')[0]!))
			.filter(([key, count]) => count >= A_FEW && count > 1.5 * (before.get(key) ?? 0))
			.sort(([, one], [, other]) => other - one)
			.map(([key, count]) => `${key}: ${count} signalen, in de periode ervoor ${before.get(key) ?? 0}`),
	};
};

export const escalations: Section = ({ open }, recipient) => ({
	title: 'Onvrede die nog openstaat',
	lines: open
		.filter(({ classification }) => concerns(recipient, classification?.supplier ?? 'onbekend'))
		.map(
			({ reference, subject, classification, status }) =>
				`${reference} ${subject} (${classification?.supplier}, ${status})`,
		),
});

export const work: Section = ({ planned }, recipient) => ({
	title: 'Gepland werk',
	lines: planned
		.filter(({ supplier }) => concerns(recipient, supplier))
		.map(({ supplier, title, when }) => `${supplier}: ${title}, ${when}`),
});
