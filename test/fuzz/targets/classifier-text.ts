import { judge } from '../../../nodes/SignalClassifier/classify';
import { promised, type FuzzTarget } from '../fuzz-target';
import { mailLines } from '../mail-lines';

/** The text of a signal, as the classifier reads it. */
export const classifierText: FuzzTarget = {
	seeds: mailLines,
	tokens: [
		'klacht',
		'voor de derde keer',
		'nog steeds',
		'offerte',
		'TOPdesk I 2026 001',
		'\u0000',
		'🙂',
		'ﬁ',
		'\ud800',
		'a'.repeat(300),
	],
	run(input) {
		const text = input.toString('utf8');
		const { classification } = judge({ subject: text.slice(0, 100), text });
		for (const chance of Object.values(classification.confidence)) {
			promised(chance >= 0 && chance <= 1, 'a chance is a number from 0 to 1');
		}
	},
};
