import { part, text } from '../compose';
import { bodyCase as one } from '../make-case';
import type { CorpusCase } from '../corpus-case';

const EURO = 'De reparatie kostte € 12,50. Dat vind ik té veel – “gênant”.';

const CAFE = 'Het café is dicht. Ik ben bijzonder ontevreden over deze situatie.';

export const charsets: CorpusCase[] = [
	one(
		'tekens-windows-1252',
		'windows-1252 met euro en krulaanhalingstekens',
		text(EURO, { charset: 'windows-1252' }),
		{ text: EURO },
	),
	one(
		'tekens-iso-8859-15',
		'iso-8859-15 met euro',
		text('Kosten: € 40, café', { charset: 'iso-8859-15', encoding: '8bit' }),
		{ text: 'Kosten: € 40, café' },
	),
	one(
		'tekens-iso-8859-1',
		'iso-8859-1 in base64',
		text(CAFE, { charset: 'iso-8859-1', encoding: 'base64' }),
		{ text: CAFE },
	),
	one(
		'tekens-latin1-is-utf8',
		'UTF-8 dat latin-1 genoemd wordt',
		text(CAFE, { claims: 'iso-8859-1', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-utf8-is-latin1',
		'windows-1252 dat UTF-8 genoemd wordt',
		text(CAFE, { charset: 'windows-1252', claims: 'utf-8', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-utf8-met-fout',
		'UTF-8 met één kapotte byte',
		part(
			[
				['Content-Type', 'text/plain; charset=utf-8'],
				['Content-Transfer-Encoding', '8bit'],
			],
			Buffer.concat([Buffer.from('Het café en de crèche zijn dicht '), Buffer.from([0xff])]),
		),
		{ textStarts: 'Het café en de crèche zijn dicht' },
	),
	one(
		'tekens-ascii-is-utf8',
		'UTF-8 dat us-ascii genoemd wordt',
		text(CAFE, { claims: 'us-ascii', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-niet-genoemd',
		'Geen tekenset genoemd',
		part(
			[
				['Content-Type', 'text/plain'],
				['Content-Transfer-Encoding', '8bit'],
			],
			Buffer.from(CAFE, 'utf8'),
		),
		{ text: CAFE },
	),
	one(
		'tekens-onbekend',
		'Een tekenset die niet bestaat',
		text(CAFE, { charset: 'windows-1252', claims: 'x-verzonnen', encoding: '8bit' }),
		{ text: CAFE },
	),
	one(
		'tekens-utf7',
		'UTF-7 blijft leesbaar genoeg',
		text('De deur staat open +IKw-', { claims: 'utf-7', encoding: '7bit' }),
		{ textStarts: 'De deur staat open' },
	),
	one(
		'tekens-gb18030',
		'gb18030',
		part(
			[
				['Content-Type', 'text/plain; charset=gb18030'],
				['Content-Transfer-Encoding', 'base64'],
			],
			Buffer.from([0xc4, 0xe3, 0xba, 0xc3]).toString('base64'),
		),
		{ text: '你好', language: null },
	),
	one(
		'tekens-utf16',
		'UTF-16 met byte order mark',
		part(
			[
				['Content-Type', 'text/plain; charset=utf-16'],
				['Content-Transfer-Encoding', 'base64'],
			],
			Buffer.from(`\ufeff${CAFE}`, 'utf16le').toString('base64'),
		),
		{ text: CAFE },
	),
	one('tekens-bom', 'UTF-8 met byte order mark', text(`\ufeff${CAFE}`), { text: CAFE }),
	one(
		'tekens-flowed',
		'format=flowed',
		text('Dit is een lange zin die door het \nmailprogramma is afgebroken.\n\nSanne', {
			parameters: '; format=flowed',
		}),
		{ text: 'Dit is een lange zin die door het mailprogramma is afgebroken.\n\nSanne' },
	),
];
