import { ORIGINAL, report } from '../reports';
import { html, multipart, OWN_ADDRESS, part, text, type Entity, type HeaderLine } from '../compose';
import { envelopeCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

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

export const notices: CorpusCase[] = [
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
