import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod/v4';
import { samplingSchema } from '../../../shared/storage/satisfaction/satisfaction';
import { LIMIT, REFERENCE, referenceOf } from '../fields';
import type { Operation } from '../operation';
import { linkTo } from '../page-fields';

const ONCE_PER_DAYS: INodeProperties = {
	displayName: 'Once Per (Days)',
	name: 'oncePerDays',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 3650 },
	default: 90,
	description: 'A customer is asked at most once in so many days, however many signals are closed',
};

/** An item `{signal, closedAt}` for each closed signal to ask about, see `Satisfaction.candidates`. */
export const getCandidates: Operation = {
	value: 'getCandidates',
	name: 'Get Candidates',
	action: 'Get signals to ask the customer about',
	description: 'Get closed signals whose customer may be asked whether he is satisfied',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Klanten gezocht om te vragen of zij tevreden zijn' },
	fields: [
		{
			displayName: 'Percentage',
			name: 'percentage',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
			default: 25,
			description:
				'Of all closed signals, how many to ask about. Which ones follows from the signal itself: asking again gives the same ones.',
		},
		{
			displayName: 'Closed For (Hours)',
			name: 'closedForHours',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description: 'How long ago it was closed at least, so that the customer could see how it works out',
		},
		{
			displayName: 'Closed Within (Days)',
			name: 'closedWithinDays',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 14,
			description: 'How long ago it was closed at most',
		},
		ONCE_PER_DAYS,
		LIMIT,
	],
	async run({ register, read, saw }) {
		const names = Object.keys(samplingSchema.shape);
		const sampling = samplingSchema.parse(Object.fromEntries(names.map((name) => [name, read(name)])));
		const items = await register.satisfaction.candidates(sampling);
		saw(items.map(({ signal }) => signal));
		return { items };
	},
};

const TO_SEND = 'To Send';
const NOT_NOW = 'Not Now';

const termsSchema = z.object({
	oncePerDays: z.number().min(0).max(3_650),
	validDays: z.number().int().min(1).max(365),
	pageAddress: z.url({
		protocol: /^https?$/,
		error: 'The Page Address is no web address such as https://n8n.company.nl/webhook/tevredenheid',
	}),
});

/** Gives `invitation`: whom to send what with which key; or `refusal` on the second output, see `InvitationRefusal`. */
export const invite: Operation = {
	value: 'invite',
	name: 'Invite',
	action: 'Invite a customer to answer',
	description: 'Make the link for the mail with the question, when it is the turn of this customer',
	readOnly: false,
	outputs: [TO_SEND, NOT_NOW],
	fields: [
		REFERENCE,
		{
			displayName: 'Page Address',
			name: 'pageAddress',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://n8n.company.nl/webhook/tevredenheid',
			description: 'Where the page is, as a customer reaches it: the production URL of the Webhook node',
		},
		ONCE_PER_DAYS,
		{
			displayName: 'Valid For (Days)',
			name: 'validDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: 14,
			description: 'How long the link is good for',
		},
	],
	async run({ register, read }) {
		const terms = termsSchema.parse({
			oncePerDays: read('oncePerDays'),
			validDays: read('validDays'),
			pageAddress: read('pageAddress'),
		});
		const { invitation, refusal } = await register.satisfaction.invite(referenceOf(read), terms);
		if (!invitation) return { add: { invitation, refusal }, output: NOT_NOW };
		const { token, ...rest } = invitation;
		const link = linkTo(terms.pageAddress, token);
		return { add: { invitation: { ...rest, link }, refusal }, output: TO_SEND };
	},
};

/** An item `{dissatisfaction}` for each, see `Dissatisfaction`. */
export const getUnannounced: Operation = {
	value: 'getUnannounced',
	name: 'Get Unannounced',
	action: 'Get dissatisfied customers that nobody was told about',
	description: 'Get customers who are not satisfied, until the mail about it with the given key has gone out',
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Klanten gezocht die niet tevreden zijn' },
	fields: [LIMIT],
	async run({ register, read, saw }) {
		const limit = z.number().int().min(1).max(10_000).parse(read('limit'));
		const all = await register.satisfaction.unannounced(limit);
		saw(all);
		return { items: all.map((dissatisfaction) => ({ dissatisfaction })) };
	},
};
