import fc from 'fast-check';
import { plainTextToHtml, shortenAtWord } from '../../../nodes/Topdesk/incident/text';

describe('a brief description', () => {
	it('stays as it is when it fits', () => {
		expect(shortenAtWord('x'.repeat(80))).toBe('x'.repeat(80));
	});

	it('ends on a word with an ellipsis when it is too long', () => {
		expect(shortenAtWord('De printer op de derde verdieping doet het niet', 20)).toBe('De printer op de…');
		expect(shortenAtWord('De printer op de derde', 17)).toBe('De printer op de…');
		expect(shortenAtWord('Niet te geloven, echt niet', 18)).toBe('Niet te geloven…');
	});

	it('is one line', () => {
		expect(shortenAtWord('Laptop\r\n\tstuk ')).toBe('Laptop stuk');
	});

	it('never passes the limit and never ends in half a character', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				const short = shortenAtWord(text);
				expect(short.length).toBeLessThanOrEqual(80);
				expect(short).not.toMatch(/\p{Surrogate}/u);
			}),
		);
	});
});

describe('a request', () => {
	it('keeps its lines and shows what the customer typed', () => {
		expect(plainTextToHtml('Regel 1\r\nRegel <b>2</b> & "3"\n')).toBe(
			'Regel 1<br>Regel &lt;b&gt;2&lt;/b&gt; &amp; "3"<br>',
		);
	});
});
