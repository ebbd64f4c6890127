import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { SUPPLIERS } from '../../shared/domain/codebook';
import { isOver } from '../../shared/domain/pdc/announcement';
import { readJsonObject } from '../../shared/json-object';
import type { ReadItemParameter } from '../../shared/n8n/read-parameter';
import { askReviews } from '../announcements/ask-review';
import { customerGroupSchema } from '../announcements/customer-group';
import { tellSettingsSchema } from '../announcements/due';
import { fromOrder } from '../announcements/from-planon';
import { fromCalendar, fromMajorIncident } from '../announcements/from-topdesk';
import { getDue } from '../announcements/get-due';
import { knownIds } from '../announcements/known';
import type { Report } from '../announcements/report';
import { openReview, useReview } from '../announcements/review';
import { POLICIES, type Policy } from '../announcements/review-policy';
import { takeIn as takeInReport } from '../announcements/take-in';
import { listOf } from '../recipients';
import {
	actorField,
	actorOf,
	formField,
	linkDaysField,
	linkDaysOf,
	styleFields,
	styleOf,
	supplierField,
	text,
	tokenField,
	tokenOf,
} from './fields';
import type { Operation, Resource } from './operation';

const STYLE = styleFields();
const TOKEN = tokenField();
const SUPPLIER: INodeProperties = {
	...supplierField(),
	description: 'The supplier whose system it comes from',
};
const supplierOf = (read: ReadItemParameter) => z.enum(SUPPLIERS).parse(read('supplier'));

const APPROVAL: INodeProperties = {
	displayName: 'Approval',
	name: 'approval',
	type: 'options',
	options: [
		{ name: 'Disturbances', value: 'disturbances' },
		{ name: 'Disturbances and Planned Work', value: 'all' },
		{ name: 'Nothing', value: 'none' },
		{ name: 'Planned Work', value: 'plannedWork' },
	],
	default: 'all',
	description:
		'Of what a person approves the words before customers read them. Nothing waits for it but words.',
};
const policyOf = (read: ReadItemParameter): Policy =>
	z.enum(Object.keys(POLICIES) as [Policy, ...Policy[]]).parse(read('approval'));

const fieldOfPlanon = (
	displayName: string,
	name: string,
	value: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: value,
	description,
	displayOptions: { show: { recordKind: ['planonOrder'] } },
});

/** An item `{announcement, version, changed}` for each record; none for what was over before anybody heard of it. */
const takeIn: Operation = {
	value: 'takeIn',
	name: 'Take In',
	action: 'Take in planned work or a disturbance',
	description: 'Keep what a supplier’s system says of planned work or a disturbance, without personal data',
	readOnly: false,
	fields: [
		{
			displayName: 'Record Kind',
			name: 'recordKind',
			type: 'options',
			options: [
				{
					name: 'Planon Order',
					value: 'planonOrder',
					description: 'As Planon gives them with Order: Get Many',
				},
				{
					name: 'TOPdesk Calendar Entry',
					value: 'topdeskCalendar',
					description: 'As TOPdesk gives them with Change: Get Calendar',
				},
				{
					name: 'TOPdesk Major Incident',
					value: 'topdeskMajorIncident',
					description: 'As TOPdesk gives them with Incident: Get Major Incidents',
				},
			],
			default: 'topdeskCalendar',
			description: 'What comes in',
		},
		SUPPLIER,
		{
			displayName: 'Place',
			name: 'place',
			type: 'string',
			default: '',
			placeholder: 'Turfmarkt 147',
			description: 'Where it is, for records that do not say so. Empty means everywhere.',
		},
		fieldOfPlanon(
			'Start Field',
			'startField',
			'BeginDateTime',
			'The field of the order in which the work begins',
		),
		fieldOfPlanon(
			'End Field',
			'endField',
			'RequestedUserEndDateTime',
			'The field in which it is to be ready',
		),
		fieldOfPlanon(
			'Place Field',
			'placeField',
			'PropertyRef',
			'The field with the place. Empty when there is none.',
		),
		{
			...fieldOfPlanon(
				'Place Names',
				'placeNames',
				'{}',
				'Names of places by what that field holds, as JSON: {"8": "Turfmarkt 147"}',
			),
			type: 'json',
		},
		actorField(),
	],
	async run({ register: { pdc }, read, item }) {
		const { announcement, ...rest } = await takeInReport(pdc, reportOf(item, read), actorOf(read));
		return { items: announcement ? [{ announcement, ...rest }] : [] };
	},
};

function reportOf(record: object, read: ReadItemParameter): Report {
	const kind = z.enum(['planonOrder', 'topdeskCalendar', 'topdeskMajorIncident']).parse(read('recordKind'));
	const by = { supplier: supplierOf(read), place: String(read('place', '') ?? '').trim() };
	if (kind === 'topdeskCalendar') return fromCalendar(record, by);
	if (kind === 'topdeskMajorIncident') return fromMajorIncident(record, by);
	const names = readJsonObject(read('placeNames'), 'Place Names', '{"8": "Turfmarkt 147"}');
	return fromOrder(record, by, {
		start: text.parse(read('startField')),
		end: text.parse(read('endField')),
		place: String(read('placeField') ?? '').trim(),
		placeNames: z.record(z.string(), z.string()).parse(names),
	});
}

/** Gives `known`: `{changes, incidents}`, lists of IDs for _Also Changes_ and _Also Incidents_ of TOPdesk. */
const getKnown: Operation = {
	value: 'getKnown',
	name: 'Get Known',
	action: 'Get what is known and not over',
	description: 'Get the IDs of planned work and disturbances that are not over, to ask what became of them',
	readOnly: true,
	fields: [SUPPLIER],
	run: async ({ register: { pdc }, read }) => ({ add: { known: await knownIds(pdc, supplierOf(read)) } }),
};

/** An item `{announcement, version}` for each, with who made that version and why. */
const getMany: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many announcements',
	description: 'Get the newest version of planned work and disturbances',
	readOnly: true,
	once: true,
	fields: [
		{
			displayName: 'Only Open',
			name: 'onlyOpen',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out what is over',
		},
	],
	async run({ register: { pdc }, read }) {
		const all = await pdc.announcements.versions.list();
		const wanted = read('onlyOpen') ? all.filter(({ content }) => !isOver(content)) : all;
		return { items: wanted.map(({ content, ...version }) => ({ announcement: content, version })) };
	},
};

/** An item `{question}` for each: `{key, to, subject, text, token, validUntil}`. */
const ask: Operation = {
	value: 'ask',
	name: 'Ask Approval',
	action: 'Ask who approves announcements',
	description: 'Make a link for each announcement of which a person has to approve the words',
	readOnly: false,
	once: true,
	fields: [
		APPROVAL,
		{
			displayName: 'Approvers',
			name: 'approvers',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'name@email.com',
			description:
				'Who may approve: addresses, separated by commas. Each is asked, and the first one decides.',
		},
		linkDaysField(),
		{
			displayName: 'Ask Again After (Hours)',
			name: 'remindHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 4,
			description:
				'How long nobody may have decided before it is asked again, three times at most. 0 is never.',
		},
	],
	async run({ register, read }) {
		const approvers = String(read('approvers') ?? '')
			.split(',')
			.map((one) => one.trim())
			.filter(Boolean);
		const questions = await askReviews(register, {
			policy: policyOf(read),
			approvers: z.array(z.email('Fill in addresses, separated by commas')).min(1).parse(approvers),
			linkDays: linkDaysOf(read),
			remindHours: z.number().min(0).parse(read('remindHours')),
		});
		return { items: questions.map((question) => ({ question })) };
	},
};

/** An item `{mail}` for each group: `{key, to, subject, text, codes}`. */
const due: Operation = {
	value: 'getDue',
	name: 'Get Due',
	action: 'Get the mails that are due',
	description:
		'Make one mail for each group of customers, with all that is new for it. A rerun tells nobody twice.',
	readOnly: false,
	once: true,
	fields: [
		{
			displayName: 'Customer Groups',
			name: 'customerGroups',
			type: 'json',
			default: '[\n  {"email": "klanten@dienstencentrum.example"}\n]',
			required: true,
			description:
				'Who is told: email, and if needed suppliers, places and kinds (storing, gepland werk) that concern the group',
		},
		APPROVAL,
		{
			displayName: 'Planned Work From',
			name: 'dailyFrom',
			type: 'string',
			default: '08:00',
			description: 'From what time planned work is told, once a day, in Dutch time',
		},
		{
			displayName: 'At Once Within (Hours)',
			name: 'atOnceWithinHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description:
				'Planned work that begins within this time, or is going on, is told at once, as disturbances are',
		},
	],
	async run({ register: { pdc }, read }) {
		const groups = listOf(customerGroupSchema).parse(read('customerGroups'));
		const settings = tellSettingsSchema.parse({
			dailyFrom: read('dailyFrom'),
			atOnceWithinHours: read('atOnceWithinHours'),
		});
		const mails = await getDue(pdc, groups, { policy: policyOf(read), settings });
		return { items: mails.map((mail) => ({ mail })) };
	},
};

/** Gives `recorded`: whether it was a mail of this resource. */
const recordSent: Operation = {
	value: 'recordSent',
	name: 'Record Sent',
	action: 'Record that a mail was sent',
	description:
		'Write down that the outbox has a mail of Get Due or Ask Approval, so that it does not come again',
	readOnly: false,
	fields: [
		{
			displayName: 'Key',
			name: 'key',
			type: 'string',
			default: '={{ $json.mail.key }}',
			required: true,
			description: 'The idempotency key that it was sent with',
		},
		{
			displayName: 'Outcome',
			name: 'outcome',
			type: 'string',
			default: '={{ $json.delivery.outcome }}',
			required: true,
			description: 'What Signal Mailbox says became of it',
		},
	],
	async run({ register: { pdc }, read }) {
		const [key, outcome] = [text.parse(read('key')), text.parse(read('outcome'))];
		return { add: { recorded: await pdc.announcements.recordOutcome(key, outcome) } };
	},
};

/** Gives `page`: `{status, html, headers}`. */
const openLink: Operation = {
	value: 'openLink',
	name: 'Open Link',
	action: 'Show the page of a link to approve',
	description: 'Give the page for a link that was opened. Changes nothing.',
	readOnly: true,
	fields: [TOKEN, STYLE],
	run: async ({ register, read }) => ({
		add: { page: await openReview({ register, style: styleOf(read) }, tokenOf(read)) },
	}),
};

/** Gives `page`, `outcome` (`melden`, `niet melden` or `niets`) and `announcement`. */
const useLink: Operation = {
	value: 'useLink',
	name: 'Use Link',
	action: 'Carry out the form of a link to approve',
	description: 'Do what was decided on the page of a link, once',
	readOnly: false,
	fields: [TOKEN, formField(), STYLE],
	async run({ register, read }) {
		const form = readJsonObject(read('form'), 'Form', '{"besluit": "melden"}');
		return { add: await useReview({ register, style: styleOf(read) }, tokenOf(read), form) };
	},
};

export const announcement: Resource = {
	value: 'announcement',
	name: 'Announcement',
	operations: [getMany, takeIn, getKnown, ask, openLink, useLink, due, recordSent],
};
