import fc from 'fast-check';
import { classifySignal, type ClassifySignalOptions } from '../../../nodes/SignalClassifier/classify-signal';
import { judge } from '../../../nodes/SignalClassifier/classify';
import { wordWeights } from '../../../nodes/SignalClassifier/explanation/word-weights';
import { DEFAULT_THRESHOLDS } from '../../../nodes/SignalClassifier/review-reasons';
import { NO_FLAGS, type Signal } from '../../../nodes/shared/domain/signal';
import { escapeHtml } from '../../../nodes/shared/text/escape-html';
import { signalFor } from '../../support/signals';

const COMPLAINT =
	'Mijn laptop is alweer stuk en niemand belt terug. Ik heb dit al drie keer gemeld. Wanneer hoor ik iets?';

const explained = async (changes: Partial<Signal>, options: Partial<ClassifySignalOptions> = {}) => {
	const signal = signalFor('<a@x>', { classification: null, ...changes });
	return (await classifySignal(signal, { ...DEFAULT_THRESHOLDS, ...options })).explanation;
};

describe('the words for and against', () => {
	it('are whole words of the mail, with what they weigh', async () => {
		const { fields } = await explained({ subject: 'Laptop', text: COMPLAINT });
		const category = fields.find(({ field }) => field === 'category')!;
		expect(category.label).toBe('onvrede');
		expect(category.for.map(({ word }) => word)).toEqual(expect.arrayContaining(['alweer', 'gemeld']));
		expect(category.against.map(({ word }) => word)).toContain('laptop');
		expect(category.for.every(({ weight }) => weight > 0)).toBe(true);
		expect(category.against.every(({ weight }) => weight < 0)).toBe(true);
	});

	it('add up to the score of the label, with nothing lost in parts of words', () => {
		const { classification, read } = judge({ subject: 'Laptop', text: COMPLAINT });
		const { model, features, scores } = read!;
		const { labels, bias } = model.fields.category;
		const at = labels.indexOf(classification.category);
		const words = wordWeights(model, 'category', classification.category, features);
		const sum = words.reduce((total, { weight }) => total + weight, bias[at]!);
		expect(sum).toBeCloseTo(scores.category.scores[at]!, 9);
	});

	it('are said in plain lines too, with why a person must look', async () => {
		const { text } = await explained({ subject: 'Laptop', text: COMPLAINT }, { reviewBelowCategory: 1 });
		expect(text).toMatch(/^- Soort onvrede, \d+% zeker\. Leverancier SSC-ICT\.$/m);
		expect(text).toMatch(/^- Kijk zelf, want soort onvrede is maar \d+% zeker\.$/m);
		expect(text).toMatch(/^- Voor soort onvrede: .*alweer/m);
		expect(text).toMatch(/^- Voor leverancier SSC-ICT: laptop/m);
	});

	it('are not there when a rule decided, and it says so', async () => {
		const { fields, text } = await explained({ flags: { ...NO_FLAGS, autoReply: true } });
		expect(fields).toEqual([]);
		expect(text).toContain('een regel besliste');
	});
});

describe('the message with its words marked', () => {
	it('tells for and against apart by colour and by line', async () => {
		const { html } = await explained({ subject: 'Laptop', text: COMPLAINT });
		const styleOf = (word: string) => new RegExp(`<mark style="([^"]*)">${word}</mark>`).exec(html)![1]!;
		expect(styleOf('alweer')).toContain('underline solid');
		expect(styleOf('Laptop')).toContain('underline dotted');
		expect(styleOf('alweer')).not.toBe(styleOf('Laptop'));
		expect(html).not.toContain('<mark style="">');
	});

	it('shows the message as it is, and none of it as HTML', async () => {
		const subject = 'Klacht <img src=x onerror=alert(1)>';
		const text = '</p><script>alert("alweer")</script>\n& gemeld';
		const { html } = await explained({ subject, text }, { categoryNames: { onvrede: '<b>' } });
		expect(html).not.toMatch(/<(?!\/?(?:div|p|strong|mark|ul|li|br)\b)/);
		expect(html).toContain(`<p>${escapeHtml('</p><')}`);
		expect(html).toContain('<br>\n&amp; ');
	});

	it('keeps every character, whatever stands in it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
				const { html } = await explained({ subject: 'x', text });
				const shown = html.split('<p>')[3]!.split('</p>')[0]!;
				const plain = shown.replace(/<br>\n/g, '\n').replace(/<\/?mark[^>]*>/g, '');
				expect(plain).toBe(escapeHtml(text));
			}),
			{ numRuns: 200 },
		);
	});
});
