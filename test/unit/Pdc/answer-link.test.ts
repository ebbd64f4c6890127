import {
	issueAnswerLink,
	showAnswerForm,
	takeAnswer,
} from '../../../nodes/Pdc/explanations/answer-with-explanation';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { registerPerTest } from '../../support/pdc-register';
import { signalFor } from '../../support/signals';

const at = registerPerTest();
const style = { organisation: 'Dienstencentrum', department: '', signature: '', colour: '#154273' };
const desk = () => ({ register: at.register, style });
const COFFEE = {
	code: 'UITLEG-01',
	title: 'Geen eigen koffieapparaat',
	why: 'Eigen apparaten mogen niet in verband met brandgevaar.',
	decidedBy: 'De directie.',
	expectation: 'Op elke verdieping staat een automaat.',
};

let reference: string;
beforeEach(async () => {
	await at.pdc.explanations.put(COFFEE, { by: 'test', reason: 'nieuw' });
	reference = await open();
});
const open = async (changes: Partial<Signal> = {}) => {
	const asked = signalFor('<1@x>', { subject: 'Koffie', text: 'Mag ik een koffieapparaat?', ...changes });
	const { signal } = await at.register.register(asked, { by: 'test', minutes: 1 });
	await at.register.completeIntake(signal.reference!, 'in behandeling', 'test');
	return signal.reference!;
};
const token = async () => (await issueAnswerLink(at.register, reference, 14)).token;
const filled = { naam: 'An Vos', uitleg: 'UITLEG-01', woorden: 'Wat vervelend dat het niet kan.' };

describe('the link to answer with an explanation', () => {
	it('shows the question and every explanation, and changes nothing', async () => {
		const link = await token();
		for (let times = 0; times < 2; times++) {
			const { status, html } = await showAnswerForm(desk(), link);
			expect(status).toBe(200);
			for (const words of ['Mag ik een koffieapparaat?', COFFEE.title, COFFEE.why])
				expect(html).toContain(words);
		}
	});

	it('gives the own words above the explanation, once, and writes them down', async () => {
		const link = await token();
		const taken = await takeAnswer(desk(), link, filled);
		expect(taken.answer).toBe(
			[
				filled.woorden,
				COFFEE.why,
				'Wie heeft dit besloten? De directie.',
				'Wat kunt u verwachten? Op elke verdieping staat een automaat.',
			].join('\n\n'),
		);
		expect((await at.register.get(reference)).actions.at(-1)).toMatchObject({
			actor: 'An Vos',
			text: expect.stringContaining('met uitleg UITLEG-01') as string,
		});
		const again = await takeAnswer(desk(), link, filled);
		expect(again).toMatchObject({ answer: null, page: { status: 410 } });
	});

	it.each([
		[{ ...filled, uitleg: 'geen', woorden: ' ' }, 'Schrijf een antwoord, of kies een uitleg'],
		[{ ...filled, uitleg: '' }, 'Kies een uitleg, of kies geen'],
		[{ ...filled, uitleg: 'UITLEG-99' }, 'Kies een uitleg, of kies geen'],
		[{ ...filled, naam: '' }, 'Vul uw naam in'],
	])('says what is wrong with %j, and can be used after that', async (wrong, message) => {
		const link = await token();
		const { page, answer } = await takeAnswer(desk(), link, wrong);
		expect(answer).toBeNull();
		expect(page).toMatchObject({ status: 422, html: expect.stringContaining(message) as string });
		expect((await takeAnswer(desk(), link, { ...filled, uitleg: 'geen' })).answer).toBe(filled.woorden);
	});

	it('has ended after its days, and for a signal that was solved meanwhile', async () => {
		const link = await token();
		await at.register.setStatus(reference, 'opgelost', 'een ander');
		expect(await takeAnswer(desk(), link, filled)).toMatchObject({ answer: null, page: { status: 410 } });
		expect((await showAnswerForm(desk(), link)).html).toContain('is al afgehandeld');
		at.later(15);
		expect((await showAnswerForm(desk(), link)).html).toContain('verlopen');
		await expect(issueAnswerLink(at.register, reference, 14)).rejects.toThrow("it is 'opgelost'");
	});
});
