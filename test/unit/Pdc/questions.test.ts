import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWER_FROM, answerQuestion } from '../../../nodes/Pdc/questions/answer-question';
import { importTestCatalogue } from '../../support/pdc';
import { registerPerTest } from '../../support/pdc-register';

interface Asked {
	question: string;
	/** Codes of the items that answer it; none when the catalogue has no answer. */
	codes: string[];
}
const asked = readFileSync(join(__dirname, '../../corpus/pdc/vragen.jsonl'), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line) as Asked);

const at = registerPerTest();
beforeEach(async () => void (await importTestCatalogue(at.register)));

const ask = async (text: string, sourceKey = text) =>
	await answerQuestion(at.pdc, { text, sourceKey, minConfidence: ANSWER_FROM, mostItems: 3 });

describe('questions of customers', () => {
	it('finds the right item for most, and answers nothing that the catalogue does not have', async () => {
		const answers = await Promise.all(asked.map(async (one) => ({ ...one, ...(await ask(one.question)) })));
		const known = answers.filter(({ codes }) => codes.length > 0);
		const right = known.filter(
			({ answered, codes, items }) => answered && items.some(({ item }) => codes.includes(item.code)),
		);
		const handedOver = known.filter(({ answered }) => !answered);
		expect(right.length / known.length).toBeGreaterThan(0.7);
		expect(right.length + handedOver.length).toBeGreaterThanOrEqual(known.length - 2);
		const unknown = answers.filter(({ codes }) => codes.length === 0);
		expect(unknown.filter(({ answered }) => answered).map(({ question }) => question)).toEqual([]);
	});

	it.each([
		['Ik wil vergaderlunches bestellen', 'FMH-001'],
		['bureaustoelen', 'FMH-011'],
		['Waar lever ik batterijtjes in? Ik heb een oude batterij.', 'STA-008'],
		['visitekaartje', 'XRX-008'],
	])('knows other forms of a word: %s', async (question, code) => {
		expect((await ask(question)).items.map(({ item }) => item.code)).toContain(code);
	});

	it('answers in words that a mail can carry, and leaves out what says nothing', async () => {
		const { text } = await ask('Wat kost een warme vergaderlunch?');
		expect(text).toContain('Vergaderlunch warm. Warme lunch met soep');
		expect(text).toContain('- Prijs: € 14,50 per persoon');
		expect(text).not.toMatch(/n\.v\.t\.|zie SLA|conform afspraak/);
	});

	it('lists what was asked and not found, once, without personal data', async () => {
		const question = 'Kan ik een drone huren? Mail mij op jan@x.example, mijn BSN is 111222333.';
		await ask(question, 'R-2026-000001');
		await ask(question, 'R-2026-000001');
		await ask('Hoe bestel ik visitekaartjes?', 'R-2026-000002');
		const open = await at.pdc.questions.unanswered('2026-01-01T00:00:00Z');
		expect(open).toHaveLength(1);
		expect(open[0]!.question).toContain('Kan ik een drone huren?');
		expect(open[0]!.question).not.toMatch(/jan@x|111222333/);
	});

	it('keeps no question with the name of who asked it', async () => {
		await answerQuestion(at.pdc, {
			text: 'Verhuren jullie drones? Groet, Jan de Vries',
			sourceKey: 'R-2026-000003',
			customerName: 'Jan de Vries',
			minConfidence: ANSWER_FROM,
			mostItems: 3,
		});
		const [kept] = await at.pdc.questions.unanswered('2026-01-01T00:00:00Z');
		expect(kept!.question).toBe('Verhuren jullie drones? Groet, [NAAM] de [NAAM]');
	});
});
