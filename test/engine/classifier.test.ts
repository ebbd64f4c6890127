import { SignalClassifier } from '../../nodes/SignalClassifier/SignalClassifier.node';
import type { Signal } from '../../nodes/shared/domain/signal';
import { runNode } from '../support/engine';
import { classificationFor, signalFor } from '../support/signals';

const run = (signal: unknown, parameters = {}, options = {}) =>
	runNode({
		node: new SignalClassifier(),
		parameters,
		items: [
			{ json: { signal: signal as never, mail: { uid: 7 } }, binary: { foto: { data: '', mimeType: 'x' } } },
		],
		...options,
	});

describe('the Signal Classifier node', () => {
	it('adds the classification, and leaves the rest of the item as it was', async () => {
		const { outputs, error } = await run(signalFor('<a@x>', { classification: null }));
		expect(error).toBeUndefined();
		const [item] = outputs[0]!;
		expect(item).toMatchObject({ json: { mail: { uid: 7 } }, pairedItem: { item: 0 } });
		expect(Object.keys(item!.binary!)).toEqual(['foto']);
		expect((item!.json.signal as unknown as Signal).classification).toMatchObject({
			category: 'storing',
			supplier: 'SSC-ICT',
			review: false,
		});
	});

	it('sends more to a person when the thresholds are higher', async () => {
		const { outputs } = await run(signalFor('<a@x>', { classification: null }), { reviewBelowCategory: 1 });
		expect(outputs[0]![0]!.json.signal).toMatchObject({ classification: { review: true } });
	});

	it('says what personal data is where, without repeating it', async () => {
		const text = 'Mijn laptop is stuk. Bel mij op 06-12345678.';
		const { outputs } = await run(signalFor('<a@x>', { subject: 'Van a@b.nl', text }));
		const { privacy } = outputs[0]![0]!.json.signal as unknown as Signal;
		expect(privacy).toEqual([
			{ kind: 'e-mailadres', field: 'subject', start: 4, end: 10 },
			{ kind: 'telefoonnummer', field: 'text', start: 32, end: 43 },
		]);
	});

	it('does not overrule a person', async () => {
		const classification = classificationFor({ category: 'wens', decidedBy: 'person:Els' });
		const { outputs } = await run(signalFor('<a@x>', { classification }));
		expect(outputs[0]![0]!.json.signal).toMatchObject({ classification });
	});

	it('says what is wrong with its input, and goes on with the next item where it is set to', async () => {
		const nothing = await run(null);
		expect(nothing.error).toMatchObject({
			message: 'The field Signal is empty.',
			description: expect.stringContaining('{{ $json.signal }}') as string,
		});
		const broken = await run({ ...signalFor('<a@x>'), subject: 12 });
		expect(broken.error!.message).toContain('subject: Invalid input');
		const continued = await run(null, {}, { onError: 'continueErrorOutput' });
		expect(continued.outputs[1]).toMatchObject([{ json: { error: 'The field Signal is empty.' } }]);
	});
});
