import { NodeHelpers, type INode, type INodeOutputConfiguration } from 'n8n-workflow';
import { SignalClassifier } from '../../nodes/SignalClassifier/SignalClassifier.node';
import type { Signal } from '../../nodes/shared/domain/signal';
import { runNode } from '../support/engine';
import { workflowOf } from '../support/engine/workflow';
import { classificationFor, signalFor } from '../support/signals';

const run = (signal: unknown, parameters = {}, options = {}) =>
	runNode({
		node: new SignalClassifier(),
		parameters: { outputs: 'one', ...parameters },
		items: [
			{ json: { signal: signal as never, mail: { uid: 7 } }, binary: { foto: { data: '', mimeType: 'x' } } },
		],
		...options,
	});

const mail = (subject: string, text: string) => signalFor('<a@x>', { subject, text, classification: null });

async function classificationOf(signal: unknown, parameters = {}) {
	const { outputs, error } = await run(signal, parameters);
	expect(error).toBeUndefined();
	return (outputs[0]![0]!.json.signal as unknown as Signal).classification!;
}

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
		const signal = signalFor('<a@x>', { classification: null });
		expect(await classificationOf(signal, { reviewBelowCategory: 1 })).toMatchObject({ review: true });
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
		expect(await classificationOf(signalFor('<a@x>', { classification }))).toEqual(classification);
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

describe('its outputs per category', () => {
	const namesOf = (parameters: INode['parameters']): (string | undefined)[] => {
		const node = new SignalClassifier();
		const { workflow, node: placed } = workflowOf({ node, parameters }, 'internal');
		return NodeHelpers.getNodeOutputs(workflow, placed, node.description).map(
			(output) => (output as INodeOutputConfiguration).displayName,
		);
	};

	it('stand in the order of the codebook, with the names of the organisation, and last what a person looks at', () => {
		expect(namesOf({})).toEqual([
			...[
				'storing',
				'klacht',
				'onvrede',
				'informatieverzoek',
				'wens',
				'maatwerkvraag',
				'compliment',
				'overig',
			],
			'te beoordelen',
		]);
		expect(namesOf({ categoryNames: { onvrede: 'Escalatie' } })[2]).toBe('Escalatie');
		expect(namesOf({ outputs: 'one' })).toEqual([undefined]);
	});

	it('divide a batch of any size, and lose and change nothing', async () => {
		const kinds = [
			mail('Laptop start niet op', 'Sinds vanochtend start mijn laptop niet meer op.'),
			mail('Hallo', 'Zie onder.'),
			mail(
				'Dank!',
				'Wat was de lunch vandaag geweldig verzorgd. Complimenten aan de mensen van de catering!',
			),
		];
		const items = Array.from({ length: 400 }, (_, at) => ({ json: { at, signal: kinds[at % 3] as never } }));
		const { outputs, error } = await runNode({ node: new SignalClassifier(), parameters: {}, items });
		expect(error).toBeUndefined();
		expect(outputs.map((output) => output.length)).toEqual([134, 0, 0, 0, 0, 0, 133, 0, 133]);
		for (const item of outputs.flat()) expect(item.pairedItem).toEqual({ item: item.json.at });
	});

	it('give what could not be read to its error output, or to a person', async () => {
		const options = { node: new SignalClassifier(), parameters: {}, items: [{ json: { signal: null } }] };
		const apart = await runNode({ ...options, onError: 'continueErrorOutput' });
		expect(apart.outputs.map((output) => output.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
		const along = await runNode({ ...options, onError: 'continueRegularOutput' });
		expect(along.outputs.map((output) => output.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
	});
});

describe('what an organisation calls things itself', () => {
	const vague = mail('Balie', 'Bij Het Koffiehuis werd ik vanmorgen niet goed geholpen. Ik vind dat slecht.');
	const byTable = (supplier: string) => ({
		supplierAliasTable: JSON.stringify([{ id: 3, alias: 'het koffiehuis', supplier }]),
	});

	it('points at the supplier, and is named as the reason', async () => {
		const rows = { alias: [{ alias: 'Koffiehuis', supplier: 'PIV' }] };
		for (const parameters of [{ supplierAliases: rows }, byTable('PIV')]) {
			const { supplier, evidence } = await classificationOf(vague, parameters);
			expect(supplier).toBe('PIV');
			expect(evidence).toContainEqual({
				field: 'supplier',
				term: expect.stringMatching(/koffiehuis/i) as string,
				weight: 1.5,
			});
		}
		expect((await classificationOf(vague)).supplier).not.toBe('PIV');
	});

	it('is a word of its own, not a part of one', async () => {
		const parameters = { supplierAliasTable: '[{ "alias": "Offieh", "supplier": "PIV" }]' };
		expect((await classificationOf(vague, parameters)).supplier).not.toBe('PIV');
	});

	it.each([
		['no JSON', '[{', 'expected array'],
		['another supplier', '[{ "alias": "Het Koffiehuis", "supplier": "Koffiehuis BV" }]', '0.supplier'],
		['no alias', '[{ "supplier": "FMH" }]', '0.alias'],
	])('is refused clearly with %s', async (_, supplierAliasTable, message) => {
		const { error } = await run(vague, { supplierAliasTable });
		expect(error!.message).toContain(message);
	});

	it('explains a category by its own name', async () => {
		const { outputs } = await run(mail('Dank', 'Complimenten aan de catering, wat een heerlijke lunch!'), {
			categoryNames: { compliment: 'Pluim' },
		});
		expect(outputs[0]![0]!.json).toMatchObject({
			signal: { classification: { category: 'compliment' } },
			explanation: { categoryName: 'Pluim', text: expect.stringContaining('Soort Pluim') as string },
		});
	});
});
