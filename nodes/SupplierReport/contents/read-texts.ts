import type { Range } from '../../shared/domain/range';
import type { Reports, SignalText } from '../../shared/storage/reports';
import { splitClosing } from '../../shared/text/closing';
import { findSubjects } from '../subjects/find-subjects';
import { PhraseCounts } from '../subjects/phrase-counts';
import { quotableSentences } from '../subjects/quotes';
import type { QuotedSubject, Report } from './report';

/**
 * Texts of one report. Of so many drawn by lot, a share that is found lies within 2.2 points of the true one in 95 of
 * 100 draws: more of them tell no more about what people write about, and reading them takes time.
 */
const MOST_TEXTS = 2_000;
const SUBJECTS = 5;
const QUOTES = 2;
/** Of fewer compliments the words could lead to who wrote them. */
const FEWEST_FOR_QUOTES = 5;

export interface ReportTexts {
	subjects: Report['subjects'];
	/** Quotes. */
	compliments: string[];
}

/**
 * Reads what people write about, and how, for one supplier or (null) for all.
 * @param counted how many there are, of which the texts may be a sample
 */
export type TextsReader = (
	supplier: string | null,
	counted: { signals: number; compliments: number },
) => Promise<ReportTexts>;

/**
 * A reader for the reports of one period. Texts pass by a page at a time and only counts of words stay; those of
 * everybody, beside which each supplier is put, are counted once.
 */
export function textsReader(reports: Reports, { from, until }: Range): TextsReader {
	const read = async (supplier: string | null) => {
		const drawn = await reports.draw({ supplier, from, until }, MOST_TEXTS);
		return { drawn, counts: await countPhrases(reports.texts(drawn)) };
	};
	let everybody: ReturnType<typeof read> | undefined;
	return async (supplier, counted) => {
		const all = await (everybody ??= read(null));
		const here = supplier === null ? all : await read(supplier);
		const found = findSubjects(here.counts, all.counts, SUBJECTS);
		const top = found.map((subject) => ({ ...subject, quotes: [] as string[] }));
		const compliments = await findQuotes(
			reports.texts(here.drawn),
			top,
			counted.compliments >= FEWEST_FOR_QUOTES,
		);
		return {
			subjects: {
				texts: here.counts.texts,
				sampled: counted.signals > MOST_TEXTS,
				top: top.map(({ key: _, ...subject }): QuotedSubject => subject),
			},
			compliments,
		};
	};
}

/** Gives every subject its quotes, and gives those of compliments; reads no further than it needs to. */
async function findQuotes(
	pages: AsyncIterable<readonly SignalText[]>,
	subjects: ReadonlyArray<{ key: string; quotes: string[] }>,
	wantsCompliments: boolean,
): Promise<string[]> {
	const compliments: string[] = [];
	// The same words twice are one quote: a form, or a mail to more people.
	const add = (quotes: string[], quote: string) => {
		if (quotes.length < QUOTES && !quotes.includes(quote)) quotes.push(quote);
	};
	for await (const page of pages) {
		for (const { category, text } of page) {
			const wanted = subjects.filter(({ quotes }) => quotes.length < QUOTES);
			const praise = wantsCompliments && compliments.length < QUOTES;
			if (wanted.length === 0 && !praise) return compliments;
			const isPraise = praise && category === 'compliment';
			const sentences = quotableSentences(
				text,
				(keys) => isPraise || wanted.some(({ key }) => keys.has(key)),
			);
			if (isPraise && sentences[0]) add(compliments, sentences[0].written);
			for (const { key, quotes } of wanted) {
				const about = sentences.find(({ keys }) => keys.has(key));
				if (about) add(quotes, about.written);
			}
		}
	}
	return compliments;
}

async function countPhrases(pages: AsyncIterable<readonly SignalText[]>): Promise<PhraseCounts> {
	const counts = new PhraseCounts();
	for await (const page of pages) {
		for (const { subject, text, customer } of page)
			counts.add(`${subject}\n${withoutClosing(text)}`, customer);
	}
	return counts;
}

/** Without closing, name and small print: they tell who wrote it, not what about. A heading: it may be all there is. */
const withoutClosing = (text: string): string => splitClosing(`Onderwerp\n${text}`).text;
