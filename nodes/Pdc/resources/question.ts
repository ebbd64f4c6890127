import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { ZONE } from '../../shared/domain/working-time/working-calendar';
import { ANSWER_FROM, answerQuestion } from '../questions/answer-question';
import { daysField, daysOf, text } from './fields';
import type { Operation, Resource } from './operation';

const OUTPUTS = ['Answered', 'To a Person'] as const;

/** Gives `pdcAnswer`: `{answered, confidence, items, text}`, on the output that fits. */
const answer: Operation = {
	value: 'answer',
	name: 'Answer',
	action: 'Answer a question from the catalogue',
	description: 'Find the two or three best items above a confidence, otherwise hand the question to a person',
	readOnly: false,
	outputs: OUTPUTS,
	fields: [
		{
			displayName: 'Question',
			name: 'question',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '={{ $json.signal.subject }} {{ $json.signal.text }}',
			required: true,
			description: 'What the customer asks, in his own words',
		},
		{
			displayName: 'Reference',
			name: 'reference',
			type: 'string',
			default: '={{ $json.signal.reference }}',
			required: true,
			description: 'What it was asked in: the same reference counts once among the questions',
		},
		{
			displayName: 'Customer Name',
			name: 'customerName',
			type: 'string',
			default: '={{ $json.signal.customer.name }}',
			description: 'Who asks: the question is written down without this name',
		},
		{
			displayName: 'Minimum Confidence',
			name: 'minConfidence',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 1, numberPrecision: 2 },
			default: ANSWER_FROM,
			description: 'From 0 to 1. Below it the question goes to a person.',
		},
		{
			displayName: 'Most Items',
			name: 'mostItems',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5 },
			default: 3,
			description: 'How many items an answer has at most',
		},
	],
	async run({ register: { pdc }, read }) {
		const pdcAnswer = await answerQuestion(pdc, {
			text: text.parse(read('question')),
			sourceKey: text.parse(String(read('reference') ?? '')),
			customerName: String(read('customerName', '') ?? '').trim(),
			minConfidence: z.number().min(0).max(1).parse(read('minConfidence')),
			mostItems: z.number().int().min(1).max(5).parse(read('mostItems')),
		});
		return { add: { pdcAnswer }, output: pdcAnswer.answered ? OUTPUTS[0] : OUTPUTS[1] };
	},
};

/** An item `{question}` for each, oldest first. */
const getUnanswered: Operation = {
	value: 'getUnanswered',
	name: 'Get Unanswered',
	action: 'Get questions that were not answered',
	description: 'What customers asked for and the catalogue did not have',
	readOnly: true,
	once: true,
	fields: [daysField()],
	async run({ register: { pdc }, read }) {
		const days = daysOf(read);
		const since = DateTime.fromJSDate(pdc.now(), { zone: ZONE }).minus({ days }).toUTC().toISO()!;
		return { items: (await pdc.questions.unanswered(since)).map((question) => ({ question })) };
	},
};

export const question: Resource = {
	value: 'question',
	name: 'Question',
	operations: [answer, getUnanswered],
};
