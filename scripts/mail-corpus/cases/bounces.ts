import { ORIGINAL, report } from '../reports';
import { attachedMail, html, mail, OWN_ADDRESS, part, text, type Entity, type Envelope } from '../compose';
import { envelopeCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

const status = (...groups: string[]): Entity =>
	part([['Content-Type', 'message/delivery-status']], groups.join('\n\n'));

const daemon: Envelope = {
	from: 'Mail Delivery System <MAILER-DAEMON@mx.minbox.example>',
	top: [['Return-Path', '<>']],
};

const sent = mail(
	{ from: `Dienstencentrum <${OWN_ADDRESS}>`, to: 'weg@klant.example', id: ORIGINAL, subject: 'Uw melding' },
	text('Uw melding is ontvangen.'),
);

export const bounces: CorpusCase[] = [
	one(
		'bounce-postfix',
		'Postfix, RFC 3464, met de hele mail erbij',
		{ ...daemon, subject: 'Undelivered Mail Returned to Sender', more: [['Auto-Submitted', 'auto-replied']] },
		report(
			'delivery-status',
			text('Your message could not be delivered.'),
			status(
				'Reporting-MTA: dns; mx.minbox.example',
				'Final-Recipient: rfc822; Weg@klant.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
			),
			attachedMail(sent),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			reason: 'weg@klant.example (5.1.1)',
			bounce: { recipients: ['weg@klant.example'], status: '5.1.1', originalMessageId: ORIGINAL },
			thread: [ORIGINAL],
		},
	),
	one(
		'bounce-exchange',
		'Exchange Online, met alleen de kop van de mail',
		{ ...daemon, from: 'Microsoft Outlook <postmaster@minbox.example>', subject: 'Onbestelbaar: Uw melding' },
		report(
			'delivery-status',
			html('<p>Uw bericht aan weg@klant.example kon niet worden bezorgd.</p>'),
			status(
				'Reporting-MTA: dns;EUR01.prod.outlook.example',
				'Final-Recipient: rfc822;weg@klant.example\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound',
			),
			part([['Content-Type', 'text/rfc822-headers']], `Message-ID: ${ORIGINAL}\nSubject: Uw melding\n`),
		),
		{
			customer: { name: 'Microsoft Outlook', email: 'postmaster@minbox.example' },
			flags: ['bounce'],
			bounce: { recipients: ['weg@klant.example'], status: '5.1.10', originalMessageId: ORIGINAL },
		},
	),
	one(
		'bounce-vertraagd',
		'Vertraagd',
		{ ...daemon, subject: 'Delivery Status Notification (Delay)' },
		report(
			'delivery-status',
			text('Delivery is delayed.'),
			status(
				'Reporting-MTA: dns; mx',
				'Final-Recipient: rfc822; vol@klant.example\nAction: delayed\nStatus: 4.4.7',
			),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			reason: 'vertraagd',
			bounce: {
				action: 'delayed',
				recipients: ['vol@klant.example'],
				status: '4.4.7',
				originalMessageId: null,
			},
		},
	),
	one(
		'bounce-deels-vertraagd',
		'Aan de een vertraagd, aan de ander mislukt',
		{ ...daemon, subject: 'Delivery Status Notification' },
		report(
			'delivery-status',
			text('Not delivered.'),
			status(
				'Reporting-MTA: dns; mx',
				'Final-Recipient: rfc822; vol@klant.example\nAction: delayed\nStatus: 4.4.7',
				'Final-Recipient: rfc822; weg@klant.example\nAction: failed\nStatus: 5.1.1',
			),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			reason: 'niet bezorgd',
			bounce: {
				recipients: ['weg@klant.example'],
				status: '5.1.1',
				originalMessageId: null,
			},
		},
	),
	one(
		'bounce-twee',
		'Twee ontvangers',
		{ ...daemon, subject: 'failure notice' },
		report(
			'delivery-status',
			text('Not delivered.'),
			status(
				'Reporting-MTA: dns; mx',
				'Final-Recipient: rfc822; a@klant.example\nAction: failed\nStatus: 5.2.2',
				'Final-Recipient: rfc822; b@klant.example\nAction: failed\nStatus: 5.2.2',
			),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			bounce: {
				recipients: ['a@klant.example', 'b@klant.example'],
				status: '5.2.2',
				originalMessageId: null,
			},
		},
	),
	one(
		'bounce-qmail',
		'qmail, zonder rapport',
		{ ...daemon, subject: 'failure notice' },
		`Hi. This is the qmail-send program.\n\n<weg@klant.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: ${ORIGINAL}\nSubject: Uw melding\n`,
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			bounce: { recipients: ['weg@klant.example'], status: '5.1.1', originalMessageId: ORIGINAL },
		},
	),
	one(
		'bounce-exim',
		'Exim',
		{
			...daemon,
			subject: 'Mail delivery failed: returning message to sender',
			more: [
				['X-Failed-Recipients', 'weg@klant.example'],
				['Auto-Submitted', 'auto-replied'],
			],
		},
		'A message that you sent could not be delivered.',
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			bounce: { recipients: ['weg@klant.example'], status: null, originalMessageId: null },
		},
	),
	one(
		'bounce-exim-vertraagd',
		'Exim, vertraagd, zonder rapport',
		{
			...daemon,
			subject: 'Warning: message 1uQ2xR-0004Xy-2k delayed 24 hours',
			more: [['Auto-Submitted', 'auto-replied']],
		},
		'A message that you sent has not yet been delivered to one or more of its recipients:\n\n  vol@klant.example\n\nNo action is required on your part.',
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			bounce: {
				action: 'delayed',
				recipients: ['vol@klant.example'],
				status: null,
				originalMessageId: null,
			},
		},
	),
	one(
		'bounce-bezorgd',
		'Een bericht van bezorging is geen bounce',
		{ ...daemon, subject: 'Successful Mail Delivery Report' },
		report(
			'delivery-status',
			text('Delivered.'),
			status(
				'Reporting-MTA: dns; mx',
				'Final-Recipient: rfc822; sanne.bakker@minbox.example\nAction: delivered\nStatus: 2.0.0',
			),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['autoReply'],
		},
	),
	one(
		'bounce-postmaster-plat',
		'Een oude Exchange, platte tekst',
		{ ...daemon, from: 'postmaster@klant.example', subject: 'Undeliverable: Uw melding' },
		'Your message did not reach some or all of the intended recipients.\n\nweg@klant.example\n',
		{
			customer: { name: null, email: 'postmaster@klant.example' },
			flags: ['bounce'],
			bounce: { recipients: ['weg@klant.example'], status: null, originalMessageId: null },
		},
	),
	one(
		'bounce-met-nul',
		'Een rapport met een nulteken in het nummer van de mail',
		{ ...daemon, subject: 'Undelivered Mail Returned to Sender' },
		report(
			'delivery-status',
			text('Not delivered.'),
			status(
				'Reporting-MTA: dns; mx',
				'Final-Recipient: rfc822; weg@klant.example\nAction: failed\nStatus: 5.1.1',
			),
			part([['Content-Type', 'text/rfc822-headers']], 'Message-ID: <een\0twee@dienstencentrum.example>\n'),
		),
		{
			customer: { name: 'Mail Delivery System', email: 'mailer-daemon@mx.minbox.example' },
			flags: ['bounce'],
			bounce: {
				recipients: ['weg@klant.example'],
				status: '5.1.1',
				originalMessageId: '<eentwee@dienstencentrum.example>',
			},
		},
	),
];
