import { html, multipart, text } from '../compose';
import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

export const pages: CorpusCase[] = [
	one(
		'html-lijst',
		'Lijsten en koppen',
		html('<h2>Gebreken</h2><ul><li>deur</li><li>raam</li></ul><ol><li>eerst</li><li>dan</li></ol>'),
		{ text: 'Gebreken\n\n- deur\n- raam\n\n 1. eerst\n 2. dan' },
	),
	one(
		'html-tabel',
		'Een tabel',
		html(
			'<p>Bestelling:</p><table border="1"><tr><th>Artikel</th><th>Aantal</th></tr><tr><td>Stoel</td><td>4</td></tr></table>',
		),
		{ textContains: ['Artikel | Aantal', 'Stoel | 4'] },
	),
	one(
		'html-links',
		'Koppelingen',
		html(
			'<p>Zie <a href="https://intranet.example/melding/12">deze melding</a>, of mail <a href="mailto:a@b.example">a@b.example</a>, of <a href="https://intranet.example">https://intranet.example/</a></p>',
		),
		{
			text: 'Zie deze melding <https://intranet.example/melding/12>, of mail a@b.example, of https://intranet.example/',
		},
	),
	one(
		'html-stijl-en-script',
		'Stijl en script zijn geen tekst',
		html(
			'<html><head><title>t</title><style>p{color:red}</style></head><body><script>alert(1)</script><p>De <b>lamp</b> is stuk.</p></body></html>',
		),
		{ text: 'De lamp is stuk.' },
	),
	one(
		'html-verborgen',
		'Verborgen tekst bovenaan',
		html(
			'<div style="display: none">niet zien</div><span style="mso-hide:all">ook niet</span><p>Wel zien</p>',
		),
		{ text: 'Wel zien' },
	),
	one(
		'html-regeleinden',
		'Regels met br en div',
		html('<div>Regel een</div><div>Regel twee<br>Regel drie</div><div><br></div><div>Slot</div>'),
		{ textStarts: 'Regel een\nRegel twee\nRegel drie', textEnds: 'Slot' },
	),
	one('html-entiteiten', 'Bijzondere tekens', html('<p>3 &lt; 5 &amp; caf&eacute; &euro;&nbsp;10</p>'), {
		text: '3 < 5 & café €\u00a010',
	}),
	one(
		'html-beide-los',
		'Tekst en HTML naast elkaar met hetzelfde bericht',
		multipart('mixed', text('De lamp is stuk.'), html('<p>De lamp is stuk.</p>')),
		{ text: 'De lamp is stuk.' },
	),
];
