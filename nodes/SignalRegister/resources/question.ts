import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { newQuestionSchema, type QuestionMail } from '../../shared/storage/questions/questions';
import { showQuestionPage, takeAnswer } from '../question/answer';
import { questionText } from '../question/mail';
import { claimField, claimOf, mostField, mostOf, pageAddressField, pageAddressOf } from './due-fields';
import { actorField, actorOf, fromJson, REFERENCE, referenceOf } from './fields';
import type { Operation, Resource } from './operation';
import { linkTo, PAGE_STYLE, pageStyleOf, POSTED, TOKEN, tokenOf } from './page-fields';

const PAGE_ADDRESS = pageAddressField('vraag');

const days = (displayName: string, name: string, value: number, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 250 },
	default: value,
	description,
});

/** The mail as an item takes it along: `question` with its text, and the signal by which it is answered. */
function asItem({ token, signal, ...mail }: QuestionMail, read: ReadItemParameter): object {
	const link = token && linkTo(pageAddressOf(read), token);
	return { question: { ...mail, link, text: questionText({ token, signal, ...mail }, link) }, signal };
}

/** Gives `question` (`kind`, `key`, `question`, `answerBy`, `link`, `text`) and `signal`, for Signal Mailbox: Reply. */
const ask: Operation = {
	value: 'ask',
	name: 'Ask',
	action: 'Ask a customer a question',
	description: 'Ask the customer one clear question when information is missing',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Question',
			name: 'question',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			description: 'One question, in the words that the customer reads',
		},
		PAGE_ADDRESS,
		days('Remind After', 'remindAfter', 3, 'When a customer who did not answer is reminded, in working days'),
		days('End After', 'endAfter', 8, 'When a colleague decides without an answer, in working days'),
		actorField(),
	],
	async run({ register, read }) {
		const names = Object.keys(newQuestionSchema.shape).filter((name) => name !== 'reference');
		const values = Object.fromEntries(names.map((name) => [name, read(name)]));
		const question = newQuestionSchema.parse({ ...values, reference: referenceOf(read) });
		return { add: asItem(await register.questions.ask(question, actorOf(read)), read) };
	},
};

/** An item as Ask gives it for each mail; `question.kind` is `reminder` (to the customer) or `expired` (to a colleague). */
const getDue: Operation = {
	value: 'getDue',
	name: 'Get Due',
	action: 'Get due reminders of questions',
	description: 'Get reminders to customers, and questions of which the term is over',
	// A transaction of its own, as the links are kept whatever becomes of the rest.
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Vragen aan klanten opgehaald' },
	fields: [
		PAGE_ADDRESS,
		claimField(),
		mostField('Maximum Questions', 'How many to give at a time, the oldest first'),
	],
	async run({ register, read, saw }) {
		const mails = await register.questions.due(claimOf(read), mostOf(read));
		saw(mails.map(({ signal }) => signal));
		return { items: mails.map((mail) => asItem(mail, read)) };
	},
};

/** Lets the item go on as it came. */
const recordSent: Operation = {
	value: 'recordSent',
	name: 'Record Sent',
	action: 'Record that a reminder of a question was sent',
	description: 'Say that the reminder, or the mail to the colleague who decides, went out',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Expired', value: 'expired', description: 'A colleague decides' },
				{ name: 'Question', value: 'question', description: 'Nothing to record: it was when it was asked' },
				{ name: 'Reminder', value: 'reminder' },
			],
			default: '={{ $json.question.kind }}',
			required: true,
		},
		actorField(),
	],
	async run({ register, read }) {
		const kind = z.enum(['question', 'reminder', 'expired']).parse(read('kind'));
		await register.questions.record(referenceOf(read), kind, actorOf(read));
		return { add: {} };
	},
};

/** Gives `page`, see `Page`. It changes nothing: programs that check links in mail fetch it too. */
const showPage: Operation = {
	value: 'showPage',
	name: 'Show Page',
	action: 'Show the page with the question',
	description: 'Make the page on which a customer answers. Fetching it never counts as an answer.',
	readOnly: true,
	fields: [TOKEN, PAGE_STYLE],
	run: async ({ register, read }) => ({
		add: { page: await showQuestionPage(register, tokenOf(read), pageStyleOf(read)) },
	}),
};

const ANSWERED = 'Answered';
const NOT_COUNTED = 'Not Counted';

/** Gives `page`, and `signal` as it is with the answer; null when no answer was taken in. */
const recordAnswer: Operation = {
	value: 'recordAnswer',
	name: 'Record Answer',
	action: 'Record the answer to a question',
	description: 'Take in what the customer answered on the page, once',
	readOnly: false,
	outputs: [ANSWERED, NOT_COUNTED],
	fields: [TOKEN, POSTED, PAGE_STYLE],
	async run({ register, read }) {
		const posted = fromJson(z.unknown()).parse(read('posted'));
		const outcome = await takeAnswer(register, tokenOf(read), posted, pageStyleOf(read));
		return { add: outcome, output: outcome.signal ? ANSWERED : NOT_COUNTED };
	},
};

/** Questions to customers. An answer by mail lands on the signal by itself: it is a follow-up. */
export const question: Resource = {
	value: 'question',
	name: 'Question',
	operations: [ask, getDue, recordAnswer, recordSent, showPage],
};
