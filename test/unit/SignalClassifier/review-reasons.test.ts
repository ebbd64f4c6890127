import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '../../../nodes/SignalClassifier/classify';
import { thresholdFields } from '../../../nodes/SignalClassifier/descriptions/thresholds';
import { reviewReasons, type Judged } from '../../../nodes/SignalClassifier/review-reasons';

const sure = (changes: Partial<Judged> = {}): Judged => ({
	category: { label: 'storing', confidence: 0.95 },
	lead: 0.9,
	dissatisfied: 0.02,
	supplier: { label: 'FMH', confidence: 0.95 },
	known: 0.9,
	...changes,
});

describe('a person looks', () => {
	it('at nothing that is sure', () => {
		expect(reviewReasons(sure())).toEqual([]);
	});

	it.each<[string, Partial<Judged>, string]>([
		['the category', { category: { label: 'klacht', confidence: 0.4 } }, 'soort klacht is maar 40% zeker'],
		['the supplier', { supplier: { label: 'RGD', confidence: 0.3 } }, 'leverancier RGD is maar 30% zeker'],
		['which supplier', { supplier: { label: 'onbekend', confidence: 1 } }, 'de leverancier is onbekend'],
		['two categories', { lead: 0.1 }, 'twee soorten passen bijna even goed'],
		['whether it is onvrede', { dissatisfied: 0.2 }, 'het kan ook onvrede zijn (20%)'],
		['the words', { known: 0.2 }, 'maar 20% van de woorden is bekend'],
	])('when %s is doubtful, and reads why', (_, changes, reason) => {
		expect(reviewReasons(sure(changes))).toEqual([reason]);
	});

	it('at what is put aside as no signal sooner than at a signal', () => {
		const at = (label: 'overig' | 'wens') => reviewReasons(sure({ category: { label, confidence: 0.8 } }));
		expect(at('wens')).toEqual([]);
		expect(at('overig')).toEqual(['soort overig is maar 80% zeker']);
	});

	it('not because of dissatisfaction that was seen: that goes to the complaints coordinator anyway', () => {
		const seen = { label: 'onvrede', confidence: 0.95 } as const;
		expect(reviewReasons(sure({ category: seen, dissatisfied: 0.95 }))).toEqual([]);
	});

	it('not at the supplier of a wish: it goes to nobody', () => {
		const wish = { label: 'wens', confidence: 0.95 } as const;
		expect(reviewReasons(sure({ category: wish, supplier: { label: 'onbekend', confidence: 0.1 } }))).toEqual(
			[],
		);
	});

	it.each([
		['German', 'Der Drucker im dritten Stock funktioniert leider nicht mehr, bitte schicken Sie jemanden.'],
		['nonsense', 'xq zzwv plrm krrk vvst'],
		['nothing at all', ''],
	])('at %s', (_, text) => {
		const { review, reviewReasons: reasons } = classify({ subject: '', text });
		expect([review, reasons.length > 0]).toEqual([true, true]);
	});
});

it.each(thresholdFields)('the node reference says what $displayName yields and costs', (field) => {
	const lines = readFileSync(join(__dirname, '../../../docs/nodes.md'), 'utf8').split('\n');
	const first = lines.findIndex((line) => line.startsWith(`| ${field.displayName} `));
	expect(first).toBeGreaterThan(0);
	const next = lines.findIndex((line, at) => at > first && !line.startsWith('|  '));
	expect(lines.slice(first, next).join('\n')).toContain(` **${String(field.default)}** |`);
});
