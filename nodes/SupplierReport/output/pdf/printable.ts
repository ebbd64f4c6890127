/** What the font of the report can show; a test keeps this true. Other characters would stop the whole report. */
const SHOWN =
	/[\n\u0020-\u007e\u00a0-\u0131\u0134-\u0137\u0139-\u013e\u0141-\u0148\u014c-\u0165\u0168-\u017e\u0192\u0218-\u021b\u02c6\u02c7\u02d8-\u02dd\u200b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u2122\u2202\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265]/u;

/** A run of letters longer than this is broken anywhere: it would run off the page. */
const LONGEST_RUN = 18;
const BREAK = '\u200b';

/** A text as the PDF can show it. A character that the font lacks becomes a question mark. */
export const printable = (text: string): string =>
	[...text.normalize('NFKC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ')]
		.map((character) => (SHOWN.test(character) ? character : isInvisible(character) ? '' : '?'))
		.join('');

/** The same, with places to break words that are too long for a column. */
export const breakable = (text: string): string =>
	printable(text).replace(/\S+/g, (run) => {
		const characters = [...run];
		if (characters.length <= LONGEST_RUN) return run;
		return characters
			.map((one, index) => (index > 0 && index % LONGEST_RUN === 0 ? BREAK + one : one))
			.join('');
	});

const isInvisible = (character: string): boolean => /[\p{C}\p{M}]/u.test(character);
