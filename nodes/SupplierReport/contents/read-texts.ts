import type { Reports, ReportScope } from '../../shared/storage/reports';
import { findSubjects } from '../subjects/find-subjects';
import { PhraseCounts } from '../subjects/phrase-counts';
import { quoteFrom } from '../subjects/quotes';
import type { QuotedSubject, Report } from './report';

/** More texts than this tell no more about what people write about, and reading them takes time. */
const MOST_TEXTS = 5_000;
const MOST_FOR_QUOTES = 2_000;
const SUBJECTS = 5;
const QUOTES = 2;
/** Of fewer compliments the words could lead to who wrote them. */
const FEWEST_FOR_QUOTES = 5;

/** What people write about, and how. Texts pass by one page at a time; only counts of words stay. */
export async function readTexts(
	reports: Reports,
	scope: ReportScope,
): Promise<{ subjects: Report['subjects']; compliments: string[] }> {
	const here = await countPhrases(reports, scope);
	const all = scope.supplier === null ? here : await countPhrases(reports, { ...scope, supplier: null });
	const top = findSubjects(here, all, SUBJECTS).map((subject) => ({ ...subject, quotes: [] as string[] }));
	const compliments: string[] = [];
	let complimented = 0;
	for await (const page of reports.texts(scope, MOST_FOR_QUOTES)) {
		for (const { category, text } of page) {
			if (category === 'compliment') {
				complimented++;
				addQuote(compliments, text);
			}
			for (const { key, quotes } of top) addQuote(quotes, text, key);
		}
	}
	return {
		subjects: {
			texts: here.texts,
			sampled: here.texts >= MOST_TEXTS,
			top: top.map(({ key: _, ...subject }): QuotedSubject => subject),
		},
		compliments: complimented < FEWEST_FOR_QUOTES ? [] : compliments,
	};
}

function addQuote(quotes: string[], text: string, subjectKey?: string): void {
	if (quotes.length === QUOTES) return;
	const quote = quoteFrom(text, subjectKey);
	// The same words twice are one quote: a form, or a mail to more people.
	if (quote && !quotes.includes(quote)) quotes.push(quote);
}

async function countPhrases(reports: Reports, scope: ReportScope): Promise<PhraseCounts> {
	const counts = new PhraseCounts();
	for await (const page of reports.texts(scope, MOST_TEXTS)) {
		for (const { subject, text } of page) counts.add(`${subject}\n${text}`);
	}
	return counts;
}
