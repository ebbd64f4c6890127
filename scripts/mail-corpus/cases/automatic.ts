import {
	attachedMail,
	html,
	mail,
	multipart,
	OWN_ADDRESS,
	part,
	text,
	type Entity,
	type Envelope,
	type HeaderLine,
} from '../compose';
import type { CorpusCase, Expected } from '../corpus-case';

const ORIGINAL = '<0123456789abcdef0123456789abcdef.regie@dienstencentrum.example>';
const answers: HeaderLine[] = [['In-Reply-To', ORIGINAL]];

const one = (
	name: string,
	about: string,
	envelope: Envelope,
	body: string | Entity,
	expected: Expected,
): CorpusCase => ({
	name,
	about,
	source: mail({ id: `<${name}@minbox.example>`, ...envelope }, typeof body === 'string' ? text(body) : body),
	expected,
});

const ABSENT =
	'Ik ben afwezig tot en met 9 maart. Voor dringende zaken kunt u terecht bij mijn collega Emre Yilmaz.';

const autoReplies: CorpusCase[] = [
	one(
		'auto-exchange-nl',
		'Exchange, Nederlands',
		{
			subject: 'Automatisch antwoord: Uw melding R-2026-000123',
			more: [['Auto-Submitted', 'auto-generated'], ['X-Auto-Response-Suppress', 'All'], ...answers],
		},
		ABSENT,
		{ flags: ['autoReply'], reason: 'Auto-Submitted', mentions: ['R-2026-000123'], thread: [ORIGINAL] },
	),
	one(
		'auto-exchange-en',
		'Exchange, Engels, zonder koppen',
		{ subject: 'Automatic reply: Your report' },
		ABSENT,
		{ flags: ['autoReply'], reason: 'onderwerp' },
	),
	one('auto-out-of-office', 'Out of Office', { subject: 'Out of Office: Lift' }, ABSENT, {
		flags: ['autoReply'],
	}),
	one(
		'auto-gmail',
		'Gmail-vakantieantwoord',
		{
			subject: 'Re: Lift',
			more: [['Auto-Submitted', 'auto-replied'], ['Precedence', 'bulk'], ['X-Autoreply', 'yes'], ...answers],
		},
		ABSENT,
		{ flags: ['autoReply', 'bulk'] },
	),
	one(
		'auto-vacation',
		'Unix vacation',
		{ subject: 'Re: Lift', more: [['Auto-Submitted', 'auto-replied (vacation)']] },
		ABSENT,
		{ flags: ['autoReply'], reason: 'auto-replied' },
	),
	one(
		'auto-precedence',
		'Oude autoresponder',
		{ subject: 'Bedankt voor uw mail', more: [['Precedence', 'auto_reply']] },
		'Wij hebben uw mail ontvangen.',
		{ flags: ['autoReply'], reason: 'auto_reply' },
	),
	one(
		'auto-x-autorespond',
		'X-Autorespond',
		{ subject: 'Ontvangstbevestiging', more: [['X-Autorespond', 'Lift']] },
		'Wij hebben uw mail ontvangen.',
		{ flags: ['autoReply'] },
	),
	one(
		'auto-afwezig-met-antwoord',
		'Onderwerp Afwezig, als antwoord op onze mail',
		{ subject: 'Afwezig tot 9 maart', more: answers },
		ABSENT,
		{ flags: ['autoReply'], reason: 'afwezigheidsbericht' },
	),
	one('auto-afwezigheidsmelding', 'Afwezigheidsmelding', { subject: 'Afwezigheidsmelding' }, ABSENT, {
		flags: ['autoReply'],
	}),
	one('auto-duits', 'Duits', { subject: 'Automatische Antwort: Aufzug' }, 'Ich bin nicht im Büro.', {
		flags: ['autoReply'],
	}),
	one(
		'auto-zonder-retouradres',
		'Return-Path leeg',
		{ subject: 'Uw bericht', top: [['Return-Path', '<>']] },
		'Wij hebben uw bericht ontvangen.',
		{ flags: ['autoReply'], reason: 'retouradres' },
	),
	one(
		'auto-ticketsysteem',
		'Ontvangstbevestiging van een ticketsysteem',
		{
			from: 'Servicedesk <servicedesk@leverancier.example>',
			subject: 'Uw melding I 2603 014 is ontvangen',
			more: [['Auto-Submitted', 'auto-generated']],
		},
		'Uw melding is ontvangen.',
		{ customer: { name: 'Servicedesk', email: 'servicedesk@leverancier.example' }, flags: ['autoReply'] },
	),
];

const people: CorpusCase[] = [
	one(
		'mens-lift-afwezig',
		'Het woord afwezig in een gewone vraag',
		{ subject: 'Lift afwezig?' },
		'Er zit geen lift in gebouw C. Klopt dat?',
		{ text: 'Er zit geen lift in gebouw C. Klopt dat?' },
	),
	one(
		'mens-collega-afwezig',
		'Een collega is afwezig',
		{ subject: 'Collega is afwezig' },
		'Mijn collega is afwezig, wie opent de kluis?',
		{},
	),
	one(
		'mens-afwezig-tot',
		'Iemand meldt zelf dat hij afwezig is',
		{ subject: 'Afwezig tot 9 maart, graag plant water geven' },
		'Kan iemand mijn plant water geven?',
		{},
	),
	one(
		'mens-suppress',
		'Gewone mail uit Exchange met X-Auto-Response-Suppress',
		{ subject: 'Stoel kapot', more: [['X-Auto-Response-Suppress', 'DR, OOF, AutoReply']] },
		'Mijn bureaustoel zakt steeds naar beneden.',
		{},
	),
	one(
		'mens-auto-submitted-no',
		'Auto-Submitted: no',
		{ subject: 'Stoel kapot', more: [['Auto-Submitted', 'no']] },
		'Mijn bureaustoel zakt.',
		{},
	),
	one(
		'mens-antwoord-op-auto',
		'Iemand antwoordt op een automatisch antwoord',
		{ subject: 'RE: Automatisch antwoord: Lift', more: answers },
		'Dank, maar ik wacht al een week.',
		{ thread: [ORIGINAL] },
	),
	one(
		'mens-gelezen',
		'Gelezen: als gewoon onderwerp',
		{ subject: 'Gelezen: de nieuwe huisregels' },
		'Ik vind regel 3 niet duidelijk.',
		{},
	),
	one(
		'mens-read',
		'Read: als gewoon onderwerp',
		{ subject: 'Read: please fix the door' },
		'The door of room 2 does not close.',
		{ language: 'en' },
	),
	one(
		'mens-geaccepteerd',
		'Geaccepteerd in een gewone zin',
		{ subject: 'Geaccepteerd: offerte stoelen' },
		'Wij gaan akkoord met de offerte. Wanneer komen de stoelen?',
		{},
	),
	one(
		'mens-onbestelbaar',
		'Een klant schrijft over een onbestelbaar pakket',
		{ subject: 'Onbestelbaar pakket bij de receptie' },
		'Er ligt al een week een pakket bij de receptie.',
		{},
	),
	one(
		'mens-uitnodiging',
		'Een uitnodiging van een mens',
		{ subject: 'Overleg schoonmaak' },
		multipart(
			'alternative',
			text('Graag bespreken we de schoonmaak.'),
			part(
				[['Content-Type', 'text/calendar; charset=utf-8; method=REQUEST']],
				'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Overleg schoonmaak\nEND:VEVENT\nEND:VCALENDAR\n',
			),
		),
		{ text: 'Graag bespreken we de schoonmaak.' },
	),
	one(
		'mens-webformulier',
		'Een formulier schrijft uit onze naam voor een klant',
		{
			from: `Webformulier <${OWN_ADDRESS}>`,
			subject: 'Melding via het formulier',
			more: [['Reply-To', 'Emre Yilmaz <emre.yilmaz@minbox.example>']],
		},
		'De deur van de fietsenstalling gaat niet open.',
		{ customer: { name: 'Emre Yilmaz', email: 'emre.yilmaz@minbox.example' } },
	),
	one(
		'mens-noreply-formulier',
		'Een formulier met no-reply en een antwoordadres',
		{
			from: 'noreply@formulieren.example',
			subject: 'Nieuwe melding',
			more: [['Reply-To', 'ilse.vos@minbox.example']],
		},
		'Er is geen papier in de printer.',
		{ customer: { name: null, email: 'ilse.vos@minbox.example' } },
	),
];

const report = (type: string, ...parts: Entity[]): Entity =>
	multipart(`report; report-type=${type}`, ...parts);
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

const bounces: CorpusCase[] = [
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
			bounce: { recipients: ['vol@klant.example'], status: '4.4.7', originalMessageId: null },
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
];

const mdn = (disposition: string): Entity =>
	part(
		[['Content-Type', 'message/disposition-notification']],
		`Reporting-UA: mail.minbox.example; Outlook\nFinal-Recipient: rfc822; sanne.bakker@minbox.example\nOriginal-Message-ID: ${ORIGINAL}\nDisposition: automatic-action/MDN-sent-automatically; ${disposition}\n`,
	);
const calendar = (method: string): Entity =>
	part(
		[['Content-Type', `text/calendar; charset=utf-8; method=${method}`]],
		`BEGIN:VCALENDAR\nMETHOD:${method}\nBEGIN:VEVENT\nSUMMARY:Overleg schoonmaak\nLOCATION:Zaal 3\nEND:VEVENT\nEND:VCALENDAR\n`,
	);

const notices: CorpusCase[] = [
	one(
		'leesbevestiging-mdn',
		'Leesbevestiging volgens RFC 8098',
		{ subject: 'Gelezen: Uw melding' },
		report('disposition-notification', text('Uw bericht is gelezen.'), mdn('displayed')),
		{ flags: ['autoReply'], reason: 'leesbevestiging', thread: [ORIGINAL] },
	),
	one(
		'leesbevestiging-verwijderd',
		'Verwijderd zonder te lezen',
		{ subject: 'Not read: Uw melding' },
		report('disposition-notification', text('Your message was deleted without being read.'), mdn('deleted')),
		{ flags: ['autoReply'], reason: 'leesbevestiging' },
	),
	one(
		'leesbevestiging-outlook',
		'Outlook, als gewone mail',
		{ subject: 'Gelezen: Uw melding' },
		'Uw bericht\n\n  Aan: Sanne Bakker\n  Onderwerp: Uw melding\n  Verzonden: 2-3-2026 16:05\n\nis gelezen op 3-3-2026 9:12.',
		{ flags: ['autoReply'], reason: 'leesbevestiging' },
	),
	one(
		'agenda-geaccepteerd',
		'Geaccepteerd',
		{ subject: 'Geaccepteerd: Overleg schoonmaak' },
		multipart('alternative', text(''), calendar('REPLY')),
		{ flags: ['autoReply'], reason: 'uitnodiging' },
	),
	one(
		'agenda-geweigerd',
		'Geweigerd met een opmerking',
		{ subject: 'Geweigerd: Overleg schoonmaak' },
		multipart('alternative', text('Ik ben dan op vakantie.'), calendar('REPLY')),
		{ text: 'Ik ben dan op vakantie.', flags: ['autoReply'] },
	),
	one(
		'agenda-voorstel',
		'Een ander tijdstip voorgesteld',
		{ subject: 'New Time Proposed: Overleg' },
		multipart('alternative', text(''), calendar('COUNTER')),
		{ flags: ['autoReply'], reason: 'uitnodiging' },
	),
	one(
		'agenda-exchange',
		'Exchange, zonder agendadeel',
		{ subject: 'Accepted: Overleg', more: [['Content-Class', 'urn:content-classes:calendarmessage']] },
		'',
		{ flags: ['autoReply'] },
	),
	one('agenda-alleen', 'Een uitnodiging zonder tekst', { subject: 'Overleg' }, calendar('REQUEST'), {
		text: 'Afspraak: Overleg schoonmaak\nWaar: Zaal 3',
	}),
	one(
		'lijst-list-id',
		'Mailinglijst',
		{
			subject: '[facilitair] Storing',
			more: [['List-Id', 'Facilitair overleg <facilitair.lijsten.example>']],
		},
		'Wie heeft dit ook?',
		{ flags: ['bulk'], reason: 'mailinglijst' },
	),
	one(
		'lijst-nieuwsbrief',
		'Nieuwsbrief',
		{
			from: 'Kantoorbeurs <nieuws@beurs.example>',
			subject: 'Nieuws',
			more: [['List-Unsubscribe', '<https://beurs.example/af>']],
		},
		html(
			'<div style="display:none;max-height:0">Voorbeeldtekst die niemand ziet</div><h1>Beurs</h1><p>Kom ook!</p>',
		),
		{
			customer: { name: 'Kantoorbeurs', email: 'nieuws@beurs.example' },
			text: 'Beurs\n\nKom ook!',
			flags: ['bulk'],
			reason: 'nieuwsbrief',
		},
	),
	one('lijst-precedence', 'Precedence: bulk', { more: [['Precedence', 'bulk']] }, 'Aan alle medewerkers', {
		flags: ['bulk'],
	}),
	one(
		'lus-eigen-kop',
		'Onze eigen mail met onze kop',
		{
			from: `Dienstencentrum <${OWN_ADDRESS}>`,
			more: [
				['X-Regie', 'auto-replied'],
				['Auto-Submitted', 'auto-replied'],
			],
		},
		'Uw melding is ontvangen.',
		{
			customer: { name: 'Dienstencentrum', email: OWN_ADDRESS },
			flags: ['autoReply', 'loop'],
			reason: 'X-Regie',
		},
	),
	one('lus-eigen-id', 'Onze eigen Message-ID', { id: ORIGINAL }, 'Uw melding is ontvangen.', {
		flags: ['loop'],
		reason: 'Message-ID',
	}),
	one(
		'lus-eigen-adres',
		'Vanaf ons eigen adres',
		{ from: `Dienstencentrum <${OWN_ADDRESS.toUpperCase()}>` },
		'Test',
		{ customer: { name: 'Dienstencentrum', email: OWN_ADDRESS }, flags: ['loop'], reason: 'eigen adres' },
	),
	one('lus-x-loop', 'X-Loop met ons adres', { more: [['X-Loop', OWN_ADDRESS]] }, 'Test', {
		flags: ['loop'],
		reason: 'X-Loop',
	}),
	one(
		'lus-veel-servers',
		'Veel te veel servers',
		{
			top: Array.from({ length: 40 }, (_one, index): HeaderLine => [
				'Received',
				`from a${index}.example by b${index}.example; Tue, 3 Mar 2026 10:12:00 +0100`,
			]),
		},
		'Rondje',
		{ flags: ['loop'], reason: '40 servers' },
	),
	one(
		'lus-elf-servers',
		'Elf servers is gewoon',
		{
			top: Array.from({ length: 11 }, (_one, index): HeaderLine => [
				'Received',
				`from a${index}.example by b${index}.example; Tue, 3 Mar 2026 10:12:00 +0100`,
			]),
		},
		'De deur piept.',
		{},
	),
];

export const automatic: CorpusCase[] = [...autoReplies, ...people, ...bounces, ...notices];
