import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { NOTICE_KINDS, NOTICE_STATES } from '../../shared/domain/pdc/notice';
import { WorkingCalendar } from '../../shared/domain/working-time/working-calendar';
import { readJsonObject } from '../../shared/json-object';
import { askFor } from '../notices/ask';
import { concurrentWith, describeConcurrent } from '../notices/concurrent';
import { submitDraft } from '../notices/decide';
import { customerText, describeNotice } from '../notices/describe';
import { carryOutDue } from '../notices/finish';
import { remindersDue } from '../notices/reminders';
import { submit } from '../notices/submit';
import { openApproval, useApproval } from '../notices/use-approval';
import {
	actorField,
	actorOf,
	codeField,
	codeOf,
	numberField,
	numberOf,
	options,
	styleFields,
	styleOf,
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
const TOKEN: INodeProperties = {
	displayName: 'Token',
	name: 'token',
	type: 'string',
	typeOptions: { password: true },
	default: '={{ $json.query.token }}',
	required: true,
	description: 'The secret of the link, as the webhook gives it',
};
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
	{
		displayName: 'Link Valid (Days)',
		name: 'linkDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 90 },
		default: 14,
		description: 'After this the link in the mail has expired',
	},
];

/** Gives `notice` and `duplicate`; `concurrent` tells in Dutch of other open notices about the item. */
const submitNotice: Operation = {
	value: 'submit',
	name: 'Submit',
	action: 'Submit a change notice',
	description: 'Take in a change that a supplier manager reports: checked, numbered, and once',
	readOnly: false,
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
			kind: z.enum(NOTICE_KINDS).parse(read('kind')),
			code: codeOf(read),
			// A field of a form that was left empty stays as it is.
			wanted: Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== '')),
			effectiveFrom: String(read('effectiveFrom') ?? '').slice(0, 10),
		};
		const { notice, duplicate } = await submit(pdc, report, actorOf(read));
		const concurrent = (await concurrentWith(pdc, notice)).map(describeConcurrent);
		return { add: { notice, duplicate, concurrent } };
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
	linkDays: z.number().int().min(1).max(90).parse(read('linkDays')),
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
		add: { page: await openApproval({ register, style: styleOf(read) }, String(read('token') ?? '')) },
	}),
};

/** Gives `page`, `outcome`, `notice` and `customerText`. */
const useLink: Operation = {
	value: 'useLink',
	name: 'Use Link',
	action: 'Carry out the form of a link',
	description: 'Do what was filled in on the page of a link, once',
	readOnly: false,
	fields: [
		TOKEN,
		{
			displayName: 'Form',
			name: 'form',
			type: 'json',
			default: '={{ $json.body }}',
			required: true,
			description: 'What was filled in, as the webhook gives it',
		},
		STYLE,
	],
	async run({ register, read }) {
		const form = readJsonObject(read('form'), 'Form', '{"besluit": "goedkeuren"}');
		const used = await useApproval({ register, style: styleOf(read) }, String(read('token') ?? ''), form);
		return { add: { ...used, customerText: used.notice ? customerText(used.notice) : null } };
	},
};

/** An item `{notice, outcome, version, customerText}` for each that was carried out now. */
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
		return { items: done.map((one) => ({ ...one, customerText: customerText(one.notice) })) };
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
	operations: [submitNotice, submitConcept, get, getMany, ask, openLink, useLink, carryOut, remind],
};
