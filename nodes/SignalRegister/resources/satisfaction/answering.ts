import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import { recordAnswer as countAnswer, showQuestion } from '../../satisfaction/answer';
import { WHEN_DISSATISFIED } from '../../satisfaction/question';
import { fromJson } from '../fields';
import type { Operation } from '../operation';
import { PAGE_STYLE, pageStyleOf, POSTED, TOKEN, tokenOf } from '../page-fields';

const DISSATISFIED: INodeProperties = {
	displayName: 'When Dissatisfied',
	name: 'whenDissatisfied',
	type: 'options',
	options: [
		{
			name: 'Let the Customer Choose',
			value: 'ask',
			description: 'The page offers both',
		},
		{
			name: 'Register Onvrede',
			value: 'onvrede',
			description: 'As a signal of its own; the first one stays closed',
		},
		{ name: 'Reopen', value: 'heropenen', description: 'The signal is opened again' },
	],
	default: 'ask',
	description:
		'What happens when the customer is not satisfied. Choose the same where the answer is recorded.',
};
const whenDissatisfied = (read: ReadItemParameter) =>
	z.enum(WHEN_DISSATISFIED).parse(read('whenDissatisfied'));

/** Gives `page`, see `Page`. It changes nothing: programs that check links in mail fetch it too. */
export const showPage: Operation = {
	value: 'showPage',
	name: 'Show Page',
	action: 'Show the page with the question',
	description: 'Make the page that a link leads to. Fetching it never counts as an answer.',
	readOnly: true,
	fields: [TOKEN, DISSATISFIED, PAGE_STYLE],
	async run({ register, read }) {
		const page = await showQuestion(register, tokenOf(read), whenDissatisfied(read), pageStyleOf(read));
		return { add: { page } };
	},
};

const ANSWERED = 'Answered';
const NOT_COUNTED = 'Not Counted';

/** Gives `page` and `answer`, see `AnswerOutcome`. */
export const recordAnswer: Operation = {
	value: 'recordAnswer',
	name: 'Record Answer',
	action: 'Record the answer of a customer',
	description: 'Count what a customer filled in on the page, once',
	readOnly: false,
	outputs: [ANSWERED, NOT_COUNTED],
	fields: [TOKEN, POSTED, DISSATISFIED, PAGE_STYLE],
	async run({ register, read }) {
		const posted = fromJson(z.unknown()).parse(read('posted'));
		const when = whenDissatisfied(read);
		const { page, answer } = await countAnswer(register, tokenOf(read), posted, when, pageStyleOf(read));
		return { add: { page, answer }, output: answer ? ANSWERED : NOT_COUNTED };
	},
};
