import { compile, type FormatCallback } from 'html-to-text';
import { MOST_LEVELS } from '../../../nodes/SignalMailbox/parse/html-levels';
import { link } from '../../../nodes/SignalMailbox/parse/html-link';
import { htmlToText } from '../../../nodes/SignalMailbox/parse/html-text';

describe('quotes and lists within each other', () => {
	it('are told apart down to a level, and lose no word below it', () => {
		const quotes = Array.from({ length: 20 }, (_, level) => `<blockquote>woord ${level}`).join('');
		const lines = htmlToText(quotes)
			.split('\n')
			.filter((line) => line.includes('woord'));
		expect(lines).toEqual(
			Array.from(
				{ length: 20 },
				(_, level) => `${'> '.repeat(Math.min(level + 1, MOST_LEVELS))}woord ${level}`,
			),
		);
		const lists = Array.from({ length: 8 }, (_, level) => `<ul><li>punt ${level}`).join('');
		expect(
			htmlToText(`${lists}<li>punt 8`)
				.split('\n')
				.map((line) => line.trim()),
		).toEqual(Array.from({ length: 9 }, (_, level) => `${level < MOST_LEVELS ? '- ' : ''}punt ${level}`));
		expect(htmlToText(`${'<ul><li>'.repeat(6)}<ol>\n<li>een</li>\n<li>twee</li></ol>`)).toMatch(
			/een\n +twee$/,
		);
	});

	it('begin to count where the HTML says, with a number of four digits at most', () => {
		expect(htmlToText('<ol start="12"><li>a<li>b</ol>')).toBe('12. a\n 13. b');
		expect(htmlToText('<ol start="-1.2345678901234567e-300"><li>a</ol>')).toBe('1. a');
	});

	const nestings = ['', '<blockquote>', '<ul><li>', '<blockquote><ul><li>', '<table><tr><td>'];
	const numbered = ['<ol start=9999><li>', '<ol type=i start=3888><li>'];
	const lines = ['a<br>', 'a<p>', 'a<hr>', '<p>', '<hr>', '<li>a', '<td>a', '<h1>a</h1>', '<ul><li>a'];
	it.each([
		...nestings.map((nesting) => [nesting, 13] as const),
		...numbered.map((nesting) => [nesting, 50] as const),
	])('make a text only so many times as long: %s', (nesting, most) => {
		for (const line of lines) {
			for (const depth of [MOST_LEVELS, 200]) {
				const html = nesting.repeat(depth) + line.repeat(1500);
				expect(htmlToText(html).length / html.length).toBeLessThan(most);
			}
		}
	});
});

describe('links within each other', () => {
	/** The text of HTML, and how many links at most gather it at the same time. */
	function read(html: string): { text: string; gathering: number } {
		let open = 0;
		let gathering = 0;
		const counted: FormatCallback = (node, walk, builder, options) => {
			const push = builder.pushWordTransform.bind(builder);
			const pop = builder.popWordTransform.bind(builder);
			builder.pushWordTransform = (transform) => {
				gathering = Math.max(gathering, ++open);
				push(transform);
			};
			builder.popWordTransform = () => {
				open--;
				return pop();
			};
			link(node, walk, builder, options);
			Object.assign(builder, { pushWordTransform: push, popWordTransform: pop });
		};
		const toText = compile({
			wordwrap: false,
			formatters: { link: counted },
			selectors: [{ selector: 'a', format: 'link' }],
		});
		return { text: toText(html), gathering };
	}

	it('gather their text once, and without an address not at all', () => {
		expect(read('<a>'.repeat(500) + 'woord')).toEqual({ text: 'woord', gathering: 0 });
		expect(read('<a href="#top">'.repeat(500) + 'woord')).toEqual({ text: 'woord', gathering: 0 });
		const { text, gathering } = read('<a href="https://a.example">'.repeat(100) + 'woord');
		expect(gathering).toBe(1);
		expect(text).toBe(`woord${' <https://a.example>'.repeat(100)}`);
	});

	it('are shown with their address where their text says something else', () => {
		expect(read('<a href="https://a.example/">a.example</a>').text).toBe('a.example');
		expect(read('<a href="https://a.example">hier <b>klikken</b></a>').text).toBe(
			'hier klikken <https://a.example>',
		);
		const long = `https://a.example/${'x'.repeat(1980)}`;
		expect(read(`<a href="${long}">${long}</a>`).text).toBe(long);
		expect(read(`<a href="${long}xxx">hier</a>`).text).toBe('hier');
	});
});
