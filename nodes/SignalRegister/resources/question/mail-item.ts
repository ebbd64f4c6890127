import { z } from 'zod/v4';
import type { ReadItemParameter } from '../../../shared/n8n/read-parameter';
import type { QuestionMail } from '../../../shared/storage/questions/questions';
import { questionSubject, questionText } from '../../question/mail';
import { pageAddressField, pageAddressOf, signedByOf } from '../due-fields';
import { linkTo } from '../page-fields';

export const PAGE_ADDRESS = pageAddressField('vraag');

/**
 * A mail as an item takes it along: `signal` by which a customer is answered, and `question` with `kind`, `key`, `question`,
 * `answerBy`, `link`, `text`, and for the handler `subject` and `handler`: his address, when the signal is assigned to one.
 */
export function mailItem(mail: QuestionMail, read: ReadItemParameter): object {
	const { token, signal, ...rest } = mail;
	const link = token && linkTo(pageAddressOf(read), token);
	const handler = z
		.email()
		.nullable()
		.catch(null)
		.parse(signal.handler ?? null);
	return {
		question: {
			...rest,
			link,
			handler,
			subject: questionSubject(mail),
			text: questionText(mail, link, signedByOf(read)),
		},
		signal,
	};
}
