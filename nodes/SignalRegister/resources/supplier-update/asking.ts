import { z } from 'zod/v4';
import { DateTime } from 'luxon';
import { dutchDay } from '../../../shared/domain/updates/message';
import type { SupplierAsk } from '../../../shared/storage/suppliers/suppliers';
import type { Operation } from '../operation';
import {
	claimField,
	claimOf,
	mostField,
	mostOf,
	pageAddressField,
	pageAddressOf,
	signedByField,
	signedByOf,
} from '../due-fields';
import { linkTo } from '../page-fields';

const validDays = z.number().int().min(1).max(365);

function mailFor(
	{ reference, subject, validUntil }: SupplierAsk,
	link: string,
	signedBy: string,
): { subject: string; text: string } {
	return {
		subject: `Hoe staat het met melding ${reference}: ${subject || 'zonder onderwerp'}`,
		text: [
			'Beste collega,',
			`U kreeg van ons melding ${reference}. Wij houden de klant op de hoogte. Wilt u op deze pagina doorgeven hoe het ermee staat?`,
			link,
			`De pagina werkt zonder inloggen, tot en met ${dutchDay(DateTime.fromISO(validUntil))}. U kunt hem vaker gebruiken: als u begint, en als het is opgelost. Geef de link alleen aan wie met deze melding bezig is.`,
			`Met vriendelijke groet,\n${signedBy}`,
		].join('\n\n'),
	};
}

/** An item `{ask}` for each mail to send: `key`, `supplier`, `reference`, `link`, `subject` and `text`. */
export const getToAsk: Operation = {
	value: 'getToAsk',
	name: 'Get Suppliers to Ask',
	action: 'Get suppliers to ask how it stands',
	description:
		'Get links for suppliers without a system of their own, by which they report how a signal stands',
	// A transaction of its own, as the links are kept whatever becomes of the rest.
	readOnly: true,
	reading: { kind: 'gelezen', what: 'Leveranciers gezocht om te vragen hoe het ermee staat' },
	fields: [
		pageAddressField('leverancier'),
		signedByField(),
		{
			displayName: 'Valid For (Days)',
			name: 'validDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365 },
			default: 60,
			description: 'How long the link is good for',
		},
		claimField(),
		mostField('Maximum Signals', 'How many to give at a time, the oldest first'),
	],
	async run({ register, read, saw }) {
		const address = pageAddressOf(read);
		const signedBy = signedByOf(read);
		const days = validDays.parse(read('validDays'));
		const asks = await register.suppliers.toAsk(days, claimOf(read), mostOf(read));
		saw(asks);
		return {
			items: asks.map(({ token, ...ask }) => {
				const link = linkTo(address, token);
				return { ask: { ...ask, link, ...mailFor({ token, ...ask }, link, signedBy) } };
			}),
		};
	},
};

/** Lets the item go on as it came. */
export const recordAsked: Operation = {
	value: 'recordAsked',
	name: 'Record Asked',
	action: 'Record that a supplier was asked',
	description: 'Say that the mail with the link went out',
	readOnly: false,
	fields: [
		{
			displayName: 'Reference',
			name: 'reference',
			type: 'string',
			default: '={{ $json.ask.reference }}',
			required: true,
			placeholder: 'R-2026-000123',
			description: 'The signal that the link is about',
		},
	],
	async run({ register, read }) {
		await register.suppliers.recordAsked(String(read('reference') ?? '').trim());
		return { add: {} };
	},
};
