import { ORIGINAL } from '../reports';
import { type HeaderLine } from '../compose';
import { envelopeCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

const answers: HeaderLine[] = [['In-Reply-To', ORIGINAL]];

const ABSENT =
	'Ik ben afwezig tot en met 9 maart. Voor dringende zaken kunt u terecht bij mijn collega Emre Yilmaz.';

export const autoReplies: CorpusCase[] = [
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
