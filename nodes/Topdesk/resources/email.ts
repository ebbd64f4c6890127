import { z } from 'zod/v4';
import { collection, flag, lines, text } from './fields';
import type { Resource } from './operation';
import { required } from './required';

const addresses = (label: string) =>
	z
		.string()
		.transform((typed) =>
			typed
				.split(/[,;]/)
				.map((one) => one.trim())
				.filter(Boolean),
		)
		.pipe(z.array(z.email(`${label} has something that is not an email address`)));

const mailSchema = z.object({
	from: z.email('Fill in the email address it is sent from'),
	to: addresses('To').refine((to) => to.length > 0, 'Fill in at least one email address in To'),
	cc: addresses('CC').optional(),
	bcc: addresses('BCC').optional(),
	replyTo: z.email('Reply To is not an email address').optional().or(z.literal('')),
	subject: required('Fill in a subject'),
	body: z.string(),
	isHtmlBody: z.boolean().default(false),
});

/** TOPdesk takes the mail (202) and sends it later: gives `{accepted: true}`. Never repeated when the outcome is in doubt. */
export const email: Resource = {
	value: 'email',
	name: 'Email',
	operations: [
		{
			value: 'send',
			name: 'Send',
			action: 'Send an email',
			description: 'Let TOPdesk send an email',
			fields: [
				text('From Email', 'from', { required: true, placeholder: 'servicedesk@company.com' }),
				text('To Email', 'to', {
					required: true,
					placeholder: 'name@email.com',
					description: 'Separate more by commas',
				}),
				text('Subject', 'subject', { required: true }),
				lines('Text', 'body'),
				collection('Options', 'options', 'Add Option', [
					text('BCC', 'bcc'),
					text('CC', 'cc'),
					text('Reply To', 'replyTo'),
					flag('Text Is HTML', 'isHtmlBody', 'Whether the text is in HTML'),
				]),
			],
			async run({ client, read }) {
				const mail = mailSchema.parse({
					...(read('options', {}) as object),
					from: read('from'),
					to: read('to'),
					subject: read('subject'),
					body: read('body', ''),
				});
				const list = (all?: string[]) => (all?.length ? all.join(',') : undefined);
				await client.api.ask('POST', {
					what: 'send the email',
					path: '/services/email-v1/api/send',
					body: {
						...mail,
						to: list(mail.to),
						cc: list(mail.cc),
						bcc: list(mail.bcc),
						replyTo: mail.replyTo || undefined,
					},
				});
				return [{ accepted: true }];
			},
		},
	],
};
