import { z } from 'zod/v4';
import { QUESTION_KINDS } from '../../../shared/storage/questions/questions';
import { UPDATE_OUTCOMES } from '../../../shared/storage/updates/updates';
import { claimField, claimOf, mostField, mostOf, signedByField } from '../due-fields';
import { actorField, actorOf, REFERENCE, referenceOf } from '../fields';
import type { Operation } from '../operation';
import { mailItem, PAGE_ADDRESS } from './mail-item';

/**
 * An item as Ask gives it for each mail; `question.kind` is `reminder` (to the customer), or `expired` or `answered` (to the
 * handler).
 */
export const getDue: Operation = {
	value: 'getDue',
	name: 'Get Due',
	action: 'Get due mails about questions',
	description:
		'Get reminders to customers, and for handlers answers from the page and questions whose term is over',
	// A transaction of its own, as the links are kept whatever becomes of the rest.
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Vragen aan klanten opgehaald' },
	fields: [
		PAGE_ADDRESS,
		signedByField(),
		claimField(),
		mostField('Maximum Questions', 'How many to give at a time, the oldest first'),
	],
	async run({ register, read, saw }) {
		const mails = await register.questions.due(claimOf(read), mostOf(read));
		saw(mails.map(({ signal }) => signal));
		return { items: mails.map((mail) => mailItem(mail, read)) };
	},
};

/** Lets the item go on as it came. */
export const recordSent: Operation = {
	value: 'recordSent',
	name: 'Record Sent',
	action: 'Record that a mail about a question was sent',
	description: 'Say what became of the reminder, or of the mail to the handler',
	readOnly: false,
	fields: [
		REFERENCE,
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Answered', value: 'answered', description: 'The handler knows the answer' },
				{ name: 'Expired', value: 'expired', description: 'The handler decides' },
				{ name: 'Question', value: 'question', description: 'Nothing to record: it was when it was asked' },
				{ name: 'Reminder', value: 'reminder' },
			],
			default: '={{ $json.question.kind }}',
			required: true,
		},
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'options',
			options: [
				{ name: 'Already Sent', value: 'already-sent', description: 'An earlier execution sent it' },
				{ name: 'Doubtful', value: 'doubtful', description: 'It may have gone out; a person decides' },
				{ name: 'Dropped', value: 'dropped', description: 'A person decided that it must not go' },
				{ name: 'Limited', value: 'limited', description: 'A limit held it back; it is given again later' },
				{ name: 'Sent', value: 'sent' },
				{ name: 'Skipped', value: 'skipped', description: 'Nobody can get it; the question goes on without' },
			],
			default: "={{ $json.delivery?.outcome ?? 'sent' }}",
			required: true,
			description: 'What became of the mail, as Signal Mailbox tells',
		},
		actorField(),
	],
	async run({ register, read }) {
		const kind = z.enum(QUESTION_KINDS).parse(read('kind'));
		const outcome = z.enum(UPDATE_OUTCOMES).parse(read('outcome'));
		await register.questions.record(referenceOf(read), kind, outcome, actorOf(read));
		return { add: {} };
	},
};
