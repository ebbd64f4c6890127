import { html, multipart, text, type Entity } from './compose';

/** An earlier message, as a mail program quotes it. */
export interface Earlier {
	name: string;
	address: string;
	body: string;
	subject: string;
}

export const EARLIER: Earlier = {
	name: 'Dienstencentrum',
	address: 'dienstencentrum@dienstencentrum.example',
	subject: 'RE: Lift B buiten gebruik',
	body: 'Beste mevrouw Bakker,\n\nDe monteur komt vandaag langs.\n\nMet vriendelijke groet,\nDienstencentrum',
};

/** A body in the way a mail program makes it, and how the quoted part then begins. */
export interface Made {
	entity: Entity;
	quotedStarts: string;
	/** What the program itself puts below the new text. */
	signature?: string;
}

export type Client = (own: string, earlier: Earlier) => Made;

const behindMarks = (body: string): string =>
	body
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n');

const paragraphs = (body: string): string =>
	body
		.split('\n')
		.map((line) => `<p class="MsoNormal">${line === '' ? '&nbsp;' : line}</p>`)
		.join('');

/** A client that writes plain text: the new text, this, and below it the earlier message. */
const plain =
	(head: (earlier: Earlier) => string, quote: (body: string) => string = (body) => body): Client =>
	(own, earlier) => ({
		entity: text(`${own}\n\n${head(earlier)}\n${quote(earlier.body)}\n`),
		quotedStarts: head(earlier).split('\n')[0]!,
	});

const WHEN_NL = 'maandag 2 maart 2026 16:05';
const WHEN_EN = 'Monday, March 2, 2026 4:05 PM';

const outlookHead = (bold: string) => (earlier: Earlier) =>
	[
		`${bold}Van:${bold} ${earlier.name} <${earlier.address}>`,
		`${bold}Verzonden:${bold} ${WHEN_NL}`,
		`${bold}Aan:${bold} Sanne Bakker <sanne.bakker@minbox.example>`,
		`${bold}Onderwerp:${bold} ${earlier.subject}`,
		'',
	].join('\n');

/** How each mail program quotes what it answers. */
export const CLIENTS: Record<string, Client> = {
	'outlook-plat': plain(outlookHead('')),
	'outlook-sterren': plain(outlookHead('*')),
	'outlook-intern': plain((earlier) =>
		[
			`Van: Centrum, Diensten (FAC)`,
			`Verzonden: ${WHEN_NL}`,
			`Aan: Bakker, Sanne (BEL)`,
			`CC: Yilmaz, Emre (BEL); Vos, Ilse (BEL)`,
			`Onderwerp: ${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-vaste-spaties': plain((earlier) =>
		[
			`Van:\u00a0${earlier.name} <${earlier.address}>`,
			`Verzonden:\u00a0${WHEN_NL}`,
			`Aan:\u00a0Sanne Bakker`,
			`Onderwerp:\u00a0${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-tabs': plain((earlier) =>
		[
			`Van:\t${earlier.name}`,
			`Verzonden:\t${WHEN_NL}`,
			`Aan:\tSanne Bakker`,
			`Onderwerp:\t${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-veel-ontvangers': plain((earlier) =>
		[
			`Van: ${earlier.name}`,
			`Verzonden: ${WHEN_NL}`,
			`Aan: Sanne Bakker <sanne.bakker@minbox.example>; Emre Yilmaz`,
			`<emre.yilmaz@minbox.example>; Ilse Vos <ilse.vos@minbox.example>;`,
			`Joris Meijer <joris.meijer@minbox.example>`,
			`CC: Team Huisvesting`,
			`Onderwerp: ${earlier.subject}`,
			`Urgentie: Hoog`,
			'',
		].join('\n'),
	),
	'outlook-web-streep': plain((earlier) => `________________________________\n${outlookHead('')(earlier)}`),
	'outlook-oorspronkelijk': plain(
		(earlier) => `-----Oorspronkelijk bericht-----\n${outlookHead('')(earlier)}`,
	),
	'outlook-engels': plain((earlier) =>
		[
			`From: ${earlier.name} <${earlier.address}>`,
			`Sent: ${WHEN_EN}`,
			`To: Sanne Bakker <sanne.bakker@minbox.example>`,
			`Subject: ${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-original-message': plain((earlier) =>
		[
			'-----Original Message-----',
			`From: ${earlier.name} [mailto:${earlier.address}]`,
			`Sent: ${WHEN_EN}`,
			'To: Sanne Bakker',
			'Cc: Emre Yilmaz',
			`Subject: ${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-duits': plain((earlier) =>
		[
			`Von: ${earlier.name} <${earlier.address}>`,
			'Gesendet: Montag, 2. März 2026 16:05',
			'An: Sanne Bakker',
			`Betreff: ${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-frans': plain((earlier) =>
		[
			`De : ${earlier.name} <${earlier.address}>`,
			'Envoyé : lundi 2 mars 2026 16:05',
			'À : Sanne Bakker',
			`Objet : ${earlier.subject}`,
			'',
		].join('\n'),
	),
	'outlook-mac-engels': plain(
		(earlier) => `On 3/2/26, 4:05 PM, "${earlier.name}" <${earlier.address}> wrote:\n`,
		behindMarks,
	),
	'gmail-plat': plain(
		(earlier) => `Op ma 2 mrt 2026 om 16:05 schreef ${earlier.name} <\n${earlier.address}>:\n`,
		behindMarks,
	),
	'gmail-een-regel': plain(
		(earlier) => `Op ma 2 mrt 2026 om 16:05 schreef ${earlier.name} <${earlier.address}>:\n`,
		behindMarks,
	),
	'gmail-engels': plain(
		(earlier) => `On Mon, Mar 2, 2026 at 4:05 PM ${earlier.name} <\n${earlier.address}> wrote:\n`,
		behindMarks,
	),
	'gmail-drie-regels': plain(
		(earlier) =>
			`On Mon, Mar 2, 2026 at 4:05 PM Het Dienstencentrum van het Ministerie\nvan Facilitaire Zaken en Huisvesting\n<${earlier.address}> wrote:\n`,
		behindMarks,
	),
	'gmail-oud': plain(
		(earlier) => `2026-03-02 16:05 GMT+01:00 ${earlier.name} <${earlier.address}>:\n`,
		behindMarks,
	),
	'apple-mail': plain(
		(earlier) =>
			`Op 2 mrt. 2026, om 16:05 heeft ${earlier.name} <${earlier.address}> het volgende geschreven:\n`,
		behindMarks,
	),
	'apple-mail-afgebroken': plain(
		(earlier) =>
			`Op 2 mrt. 2026, om 16:05 heeft ${earlier.name}\n<${earlier.address}> het volgende\ngeschreven:\n`,
		behindMarks,
	),
	'apple-mail-engels': plain(
		(earlier) => `On 2 Mar 2026, at 16:05, ${earlier.name} <${earlier.address}> wrote:\n`,
		behindMarks,
	),
	'apple-mail-zonder-tekens': plain(
		(earlier) => `Op 2 mrt. 2026, om 16:05 heeft ${earlier.name} het volgende geschreven:\n`,
	),
	thunderbird: plain((earlier) => `Op 2-3-2026 om 16:05 schreef ${earlier.name}:`, behindMarks),
	'thunderbird-engels': plain((earlier) => `On 02/03/2026 16:05, ${earlier.name} wrote:`, behindMarks),
	'thunderbird-schreef-op': plain((earlier) => `${earlier.name} schreef op 2-3-2026 16:05:`, behindMarks),
	kmail: plain(() => 'Op maandag 2 maart 2026 16:05:12 CET schreef u:', behindMarks),
	'duits-schrieb': plain(
		(earlier) => `Am 02.03.2026 um 16:05 schrieb ${earlier.name} <${earlier.address}>:\n`,
		behindMarks,
	),
	'frans-a-ecrit': plain(
		(earlier) => `Le lun. 2 mars 2026 à 16:05, ${earlier.name} <${earlier.address}> a écrit :\n`,
		behindMarks,
	),
	groupwise: plain((earlier) => `>>> "${earlier.name}" <${earlier.address}> 2-3-2026 16:05 >>>\n`),
	'groupwise-naam': plain((earlier) => `>>> ${earlier.name} 2-3-2026 16:05 >>>`),
	'lotus-notes': plain((earlier) =>
		[
			`Van:\t${earlier.name}/FAC/MINBOX`,
			'Aan:\tSanne Bakker/BEL/MINBOX@MINBOX',
			'Datum:\t02-03-2026 16:05',
			`Onderwerp:\t${earlier.subject}`,
			'',
		].join('\n'),
	),
	'lotus-notes-schreef': plain(
		(earlier) =>
			`-----${earlier.name}/FAC/MINBOX schreef: -----\nAan: Sanne Bakker\nVan: ${earlier.name}\nDatum: 02-03-2026 16:05\nOnderwerp: ${earlier.subject}\n`,
	),
	samsung: plain(
		(earlier) =>
			`-------- Oorspronkelijk bericht --------\nVan: ${earlier.name} <${earlier.address}>\nDatum: 02-03-2026 16:05 (GMT+01:00)\nAan: Sanne Bakker <sanne.bakker@minbox.example>\nOnderwerp: ${earlier.subject}\n`,
	),
	hotmail: plain(
		(earlier) =>
			`Date: Mon, 2 Mar 2026 16:05:12 +0100\nFrom: ${earlier.address}\nTo: sanne.bakker@minbox.example\nSubject: ${earlier.subject}\n`,
	),
	proton: plain(
		(earlier) => `Op maandag 2 maart 2026 om 16:05, ${earlier.name} <${earlier.address}> schreef:\n`,
		behindMarks,
	),
	roundcube: plain((earlier) => `${earlier.name} schreef op 2026-03-02 16:05:`, behindMarks),
	spark: plain(
		(earlier) => `On 2 Mar 2026, 16:05 +0100, ${earlier.name} <${earlier.address}>, wrote:`,
		behindMarks,
	),
	yahoo: plain(
		(earlier) => `Op maandag 2 maart 2026 om 16:05:33 CET schreef ${earlier.name} <${earlier.address}>:\n\n`,
	),
	iphone: (own, earlier) => ({
		entity: text(
			`${own}\n\nVerstuurd vanaf mijn iPhone\n\n> Op 2 mrt. 2026 om 16:05 heeft ${earlier.name} <${earlier.address}> het volgende geschreven:\n> \n${behindMarks(earlier.body)}\n`,
		),
		quotedStarts: '> Op 2 mrt. 2026',
		signature: 'Verstuurd vanaf mijn iPhone',
	}),
	'outlook-ios': (own, earlier) => ({
		entity: text(
			`${own}\n\nVerzonden vanuit Outlook voor iOS<https://aka.ms/o0ukef>\n________________________________\n${outlookHead('')(earlier)}\n${earlier.body}\n`,
		),
		quotedStarts: '________________________________',
		signature: 'Verzonden vanuit Outlook voor iOS',
	}),
	'outlook-android-html': (own, earlier) => ({
		entity: html(
			`<html><head><style>p{margin:0}</style></head><body>${paragraphs(own)}<div id="ms-outlook-mobile-signature">Get <a href="https://aka.ms/AAb9ysg">Outlook for Android</a></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>Van:</b> ${earlier.name} &lt;${earlier.address}&gt;<br><b>Verzonden:</b> ${WHEN_NL}<br><b>Aan:</b> Sanne Bakker &lt;sanne.bakker@minbox.example&gt;<br><b>Onderwerp:</b> ${earlier.subject}</font></div>${paragraphs(earlier.body)}</body></html>`,
		),
		quotedStarts: '________________________________',
		signature: 'Get Outlook for Android',
	}),
	'outlook-desktop-html': (own, earlier) => ({
		entity: html(
			`<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang="NL">${paragraphs(own)}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span lang="NL">Van:</span></b><span lang="NL"> Centrum, Diensten (FAC)<br><b>Verzonden:</b> ${WHEN_NL}<br><b>Aan:</b> Bakker, Sanne (BEL)<br><b>Onderwerp:</b> ${earlier.subject}<o:p></o:p></span></p></div></div>${paragraphs(earlier.body)}</body></html>`,
		),
		quotedStarts: '________________________________',
	}),
	'outlook-web-html-pools': (own, earlier) => ({
		entity: html(
			`<div>${own.replaceAll('\n', '<br>')}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Od:</b> ${earlier.name}<br><b>Wysłane:</b> poniedziałek, 2 marca 2026 16:05<br><b>Do:</b> Sanne Bakker<br><b>Temat:</b> ${earlier.subject}</div><div>${earlier.body.replaceAll('\n', '<br>')}</div>`,
		),
		quotedStarts: '________________________________',
	}),
	'gmail-html': (own, earlier) => ({
		entity: html(
			`<div dir="ltr">${own.replaceAll('\n', '<br>')}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Op ma 2 mrt 2026 om 16:05 schreef ${earlier.name} &lt;<a href="mailto:${earlier.address}">${earlier.address}</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${earlier.body.replaceAll('\n', '<br>')}</blockquote></div>`,
		),
		quotedStarts: 'Op ma 2 mrt 2026',
	}),
	'apple-mail-html': (own, earlier) => ({
		entity: html(
			`<html><body style="overflow-wrap: break-word;">${own.replaceAll('\n', '<br>')}<div><br><blockquote type="cite"><div>Op 2 mrt. 2026, om 16:05 heeft ${earlier.name} &lt;${earlier.address}&gt; het volgende geschreven:</div><br><div>${earlier.body.replaceAll('\n', '<br>')}</div></blockquote></div></body></html>`,
		),
		quotedStarts: '> Op 2 mrt. 2026',
	}),
	'gmail-alternatief': (own, earlier) => {
		const made = CLIENTS['gmail-plat']!(own, earlier);
		return {
			...made,
			entity: multipart('alternative', made.entity, CLIENTS['gmail-html']!(own, earlier).entity),
		};
	},
};
