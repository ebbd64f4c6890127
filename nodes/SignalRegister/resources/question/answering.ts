import { z } from 'zod/v4';
import { showQuestionPage, takeAnswer } from '../../question/answer';
import { fromJson } from '../fields';
import type { Operation } from '../operation';
import { PAGE_STYLE, pageStyleOf, POSTED, TOKEN, tokenOf } from '../page-fields';

/** Gives `page`, see `Page`. It changes nothing: programs that check links in mail fetch it too. */
export const showPage: Operation = {
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
export const recordAnswer: Operation = {
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
