import { dateInWords, pluralOf, sentence } from '../contents/words';
import { during, rangeInWords } from '../period/period';
import type { Report } from '../contents/report';
import type { ReportDocument, Section } from './document';
import {
	agreementsSection,
	dissatisfactionSection,
	groupsSection,
	qualitySection,
} from './follow-up-sections';
import { handlingSection, otherFiguresSection, satisfactionSection } from './handling-sections';
import { subjectsSection, suppliersSection, volumeSection } from './volume-sections';

/** What an organisation puts in its own words. */
export interface ReportTexts {
	/** Above the headline; empty: nothing. */
	introduction: string;
	/** At the end, for example whom to call. */
	closing: string;
}

/** The report as it is read, in plain Dutch. Sections that have nothing to tell stay away. */
export function reportDocument(report: Report, texts: ReportTexts): ReportDocument {
	const { supplier, period, madeOn } = report;
	const sections = [
		headlineSection(report, texts),
		volumeSection(report),
		suppliersSection(report),
		subjectsSection(report),
		handlingSection(report),
		dissatisfactionSection(report),
		satisfactionSection(report),
		groupsSection(report),
		otherFiguresSection(report),
		agreementsSection(report),
		qualitySection(report),
	];
	return {
		title: supplier ? `Rapportage signalen ${supplier}` : 'Rapportage signalen, alle leveranciers',
		subtitle: sentence(period.label),
		sections: [
			...sections.filter((section) => section !== null),
			...(texts.closing ? [{ heading: 'Contact', blocks: paragraphs(texts.closing) }] : []),
		],
		colophon: `Gemaakt op ${dateInWords(madeOn)} uit het signalenregister. Geteld zijn ${pluralOf('alle signalen')} die binnenkwamen ${during(rangeInWords(period))}. Doorlooptijden zijn in werkdagen.`,
	};
}

function headlineSection(
	{ headline, explanation, previous }: Report,
	{ introduction }: ReportTexts,
): Section {
	return {
		heading: 'In het kort',
		blocks: [
			...paragraphs(introduction),
			{ kind: 'list', items: headline },
			...(explanation
				? [
						{ kind: 'subheading' as const, text: 'Toelichting van de klachtencoördinator' },
						...paragraphs(explanation),
					]
				: []),
			...(previous
				? [
						{ kind: 'subheading' as const, text: `Vorige rapportage: ${previous.label}` },
						{ kind: 'list' as const, items: previous.headline.slice(0, 2) },
					]
				: []),
		],
	};
}

const paragraphs = (text: string) =>
	text
		.split(/\n\s*\n/)
		.map((part) => part.trim())
		.filter(Boolean)
		.map((part) => ({ kind: 'text' as const, text: part }));
