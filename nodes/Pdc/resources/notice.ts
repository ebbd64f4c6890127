import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { NOTICE_KINDS, NOTICE_STATES, type NoticeKind } from '../../shared/domain/pdc/notice';
import { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import { signalSchema } from '../../shared/domain/signal';
import { readJsonObject } from '../../shared/json-object';
import type { Pdc } from '../../shared/storage/pdc';
import { askFor } from '../notices/ask';
import { concurrentWith, describeConcurrent } from '../notices/concurrent';
import { submitDraft } from '../notices/decide';
import { customerText, describeNotice } from '../notices/describe';
import { carryOutDue } from '../notices/finish';
import { formLink } from '../notices/mail/form-link';
import { managersSchema, takeMail } from '../notices/mail/take-mail';
import { remindersDue } from '../notices/reminders';
import { describeProblems, problemsOf } from '../notices/report-problems';
import { submit, type Submitted } from '../notices/submit';
import { openApproval, useApproval } from '../notices/use-approval';
import { todayOf } from '../today';
import {
	actorField,
	actorOf,
	codeField,
	formField,
	linkDaysField,
	linkDaysOf,
	numberField,
	numberOf,
	options,
	styleFields,
	styleOf,
	tokenField,
	tokenOf,
} from './fields';
import type { Operation, Resource } from './operation';

const NUMBER = numberField();
const STYLE = styleFields();
const SAID_NAMES = ['audience', 'why', 'notices', 'submittedBy'] as const;

const textField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	description,
});
const SAID: INodeProperties[] = [
	textField('For Whom', 'audience', 'For whom it changes, such as "alle medewerkers"'),
	textField('Why', 'why', 'Why it changes'),
	textField(
		'Customer Notices',
		'notices',
		'What the customer notices of it, in plain Dutch: customers are told it in these words',
	),
	{
		...textField('Submitted By', 'submittedBy', 'Address of who reports the change'),
		placeholder: 'name@email.com',
	},
];
const TOKEN = tokenField();
const linkFields: INodeProperties[] = [
	{
		displayName: 'Reader',
		name: 'reader',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		description: 'Who reads the wording of what was approved',
	},
	{
		displayName: 'Fallback',
		name: 'fallback',
		type: 'string',
		default: '',
		placeholder: 'name@email.com',
		description: 'Who decides about an item without an owner',
	},
	linkDaysField(),
];

const SUBMITTED = 'Submitted';
const NOT_COMPLETE = 'Not Complete';
const TO_A_PERSON = 'To a Person';

/** What is kept now, and in Dutch the other open notices about the item. */
const asSubmitted = async (pdc: Pdc, { notice, duplicate }: Submitted) => ({
	add: { notice, duplicate, concurrent: (await concurrentWith(pdc, notice)).map(describeConcurrent) },
	output: SUBMITTED,
});

/**
 * Gives `notice` and `duplicate`; `concurrent` tells in Dutch of other open notices about the item. On the second output
 * `problems`: what to mend, in Dutch.
 */
const submitNotice: Operation = {
	value: 'submit',
	name: 'Submit',
	action: 'Submit a change notice',
	description: 'Take in a change that a supplier manager reports: checked, numbered, and once',
	readOnly: false,
	outputs: [SUBMITTED, NOT_COMPLETE],
	fields: [
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: options(NOTICE_KINDS),
			default: 'gewijzigd',
			description: 'Whether the item is added, changed or withdrawn',
		},
		{ ...codeField(), default: '' },
		{
			displayName: 'Wanted',
			name: 'wanted',
			type: 'json',
			default: '{}',
			description:
				'How the item is to be, as JSON: {"price": "€ 8,75"}. What is left out or empty stays as it is.',
		},
		...SAID,
		{
			displayName: 'Effective From',
			name: 'effectiveFrom',
			type: 'string',
			default: '',
			placeholder: '2026-12-24',
			description: 'The day from which it holds. Empty is today.',
		},
		actorField(),
	],
	async run({ register: { pdc }, read }) {
		const wanted = readJsonObject(read('wanted'), 'Wanted', '{"price": "€ 8,75"}');
		const said = Object.fromEntries(SAID_NAMES.map((name) => [name, String(read(name) ?? '')]));
		const report = {
			...(said as Record<(typeof SAID_NAMES)[number], string>),
			kind: read('kind') as NoticeKind,
			code: String(read('code') ?? '').trim(),
			// A field of a form that was left empty stays as it is.
			wanted: Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')),
			effectiveFrom: String(read('effectiveFrom') ?? '').slice(0, 10) || todayOf(pdc.now()),
		};
		const problems = describeProblems(await problemsOf(pdc, report));
		if (problems.length > 0) return { add: { problems }, output: NOT_COMPLETE };
		return await asSubmitted(pdc, await submit(pdc, report, actorOf(read)));
	},
};

/**
 * Gives the same as Submit; on Not Complete also `understood`, what was read in Dutch, and `formLink`; on To a Person
 * `why`.
 */
const submitMail: Operation = {
	value: 'submitMail',
	name: 'Submit Mail',
	action: 'Submit a change notice from a mail',
	description:
		'Take in the change that a supplier manager mails, by lines such as "Dienst: FMH-012" and "Prijs: € 8,75"',
	readOnly: false,
	outputs: [SUBMITTED, NOT_COMPLETE, TO_A_PERSON],
	fields: [
		{
			displayName: 'Signal',
			name: 'signal',
			type: 'json',
			default: '={{ $json.signal }}',
			required: true,
			description: 'The mail, as Signal Mailbox Trigger gives it',
		},
		{
			displayName: 'Supplier Managers',
			name: 'supplierManagers',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'an@company.nl, ben@company.nl',
			description: 'Addresses of who may report changes, separated by commas. Other mails are for a person.',
		},
		{
			displayName: 'Form Address',
			name: 'formAddress',
			type: 'string',
			default: '',
			placeholder: 'https://n8n.company.nl/form/pdc-wijziging',
			description:
				'Of the form of workflow 10. The link in the answer to a mail that is not complete opens it, with what the mail did say filled in.',
		},
		actorField(),
	],
	async run({ register: { pdc }, read }) {
		const signal = signalSchema.parse(readJsonObject(read('signal'), 'Signal', '{{ $json.signal }}'));
		const managers = managersSchema.parse(String(read('supplierManagers') ?? ''));
		const taken = await takeMail(pdc, signal, managers, actorOf(read));
		if (taken.outcome === 'submitted') return await asSubmitted(pdc, taken);
		if (taken.outcome === 'person') return { add: { why: taken.why }, output: TO_A_PERSON };
		const { problems, understood, report } = taken;
		const address = String(read('formAddress', '') ?? '').trim();
		const link = address === '' ? null : formLink(address, report);
		return { add: { problems, understood, formLink: link }, output: NOT_COMPLETE };
	},
};

/** Gives `notice`. */
const submitConcept: Operation = {
	value: 'submitDraft',
	name: 'Submit Draft',
	action: 'Submit a draft notice',
	description:
		'Submit a notice that a comparison with the supplier found, with what a comparison cannot know',
	readOnly: false,
	fields: [NUMBER, ...SAID],
	async run({ register: { pdc }, read }) {
		const said = Object.fromEntries(
			SAID_NAMES.map((name) => [name, z.string().trim().min(1).parse(read(name))]),
		);
		const notice = await submitDraft(
			pdc,
			numberOf(read),
			said as Record<(typeof SAID_NAMES)[number], string>,
		);
		return { add: { notice } };
	},
};

/** Gives `notice`, with `description` and `customerText` in Dutch. */
const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a change notice',
	description: 'Get a notice with all that was done for it',
	readOnly: true,
	fields: [NUMBER],
	async run({ register: { pdc }, read }) {
		const notice = await pdc.notices.get(numberOf(read));
		const concurrent = (await concurrentWith(pdc, notice)).map(describeConcurrent);
		return {
			add: { notice, description: describeNotice(notice), customerText: customerText(notice), concurrent },
		};
	},
};

/** An item `{notice}` for each. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many change notices',
	description: 'Get the notices in some states, oldest first',
	readOnly: true,
	once: true,
	fields: [
		{
			displayName: 'States',
			name: 'states',
			type: 'multiOptions',
			options: options(NOTICE_STATES),
			default: [],
			description: 'Leave empty for all',
		},
	],
	async run({ register: { pdc }, read }) {
		const states = z.array(z.enum(NOTICE_STATES)).parse(read('states'));
		const notices = await pdc.notices.list(states.length > 0 ? { states } : {});
		return { items: notices.map((notice) => ({ notice })) };
	},
};

/** Gives `notice` and `ask`: `{role, to, token, validUntil, description, concurrent}`, for the mail. */
const ask: Operation = {
	value: 'ask',
	name: 'Make Link',
	action: 'Make the link for a notice',
	description:
		'Make the link for who the notice waits for: the portfolio manager, who reported it, or the second reader',
	readOnly: false,
	fields: [NUMBER, ...linkFields],
	run: async ({ register, read }) => ({ add: await askFor(register, numberOf(read), askSettings(read)) }),
};
const askSettings = (read: (name: string, fallback?: unknown) => unknown) => ({
	reader: String(read('reader') ?? '').trim(),
	fallback: String(read('fallback') ?? '').trim(),
	linkDays: linkDaysOf(read),
});

/** Gives `page`: `{status, html, headers}`. */
const openLink: Operation = {
	value: 'openLink',
	name: 'Open Link',
	action: 'Show the page of a link',
	description: 'Give the page for a link that was opened. Changes nothing.',
	readOnly: true,
	fields: [TOKEN, STYLE],
	run: async ({ register, read }) => ({
		add: { page: await openApproval({ register, style: styleOf(read) }, tokenOf(read)) },
	}),
};

/** Gives `page`, `outcome`, `notice` and `customerText`. */
const useLink: Operation = {
	value: 'useLink',
	name: 'Use Link',
	action: 'Carry out the form of a link',
	description: 'Do what was filled in on the page of a link, once',
	readOnly: false,
	fields: [TOKEN, formField(), STYLE],
	async run({ register, read }) {
		const form = readJsonObject(read('form'), 'Form', '{"besluit": "goedkeuren"}');
		const used = await useApproval({ register, style: styleOf(read) }, tokenOf(read), form);
		return { add: { ...used, customerText: used.notice ? customerText(used.notice) : null } };
	},
};

/**
 * An item `{notice, outcome, version, customerText}` for each that was carried out now; of one that could not be,
 * `{notice, outcome: 'mislukt', version: null, error, details}`.
 */
const carryOut: Operation = {
	value: 'carryOutDue',
	name: 'Carry Out Due',
	action: 'Carry out notices whose day has come',
	description: 'Make the version of what was approved and read, and now holds',
	readOnly: false,
	once: true,
	fields: [],
	async run({ register: { pdc } }) {
		const done = await carryOutDue(pdc);
		const items = done.map((one) =>
			one.outcome === 'mislukt' ? one : { ...one, customerText: customerText(one.notice) },
		);
		return { items };
	},
};

/** An item `{notice, ask, workingDays}` for each that is due; writes down that it was reminded. */
const remind: Operation = {
	value: 'remind',
	name: 'Remind',
	action: 'Get the reminders that are due',
	description:
		'Make a new link for who lets a notice wait too long, in working days. Each wait is reminded of anew after as many days.',
	readOnly: false,
	once: true,
	fields: [
		{
			displayName: 'After Working Days',
			name: 'afterWorkingDays',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 3,
		},
		...linkFields,
	],
	async run({ register, read }) {
		const { pdc } = register;
		const after = z.number().int().min(1).parse(read('afterWorkingDays'));
		const due = remindersDue(await pdc.notices.list(), new WorkingCalendar(), after, pdc.now());
		const items: object[] = [];
		for (const { notice, workingDays } of due) {
			items.push({ ...(await askFor(register, notice.number, askSettings(read))), workingDays });
			await pdc.notices.reminded(notice.number);
		}
		return { items };
	},
};

export const notice: Resource = {
	value: 'notice',
	name: 'Notice',
	operations: [
		submitNotice,
		submitMail,
		submitConcept,
		get,
		getMany,
		ask,
		openLink,
		useLink,
		carryOut,
		remind,
	],
};
