import { htmlToText } from '../../../nodes/SignalMailbox/parse/html-text';
import { mailText } from '../../../nodes/shared/text/mail-text';
import { CLIENTS, EARLIER } from '../../../scripts/mail-corpus/clients';
import { promised, type FuzzTarget } from '../fuzz-target';

const SUBJECT_LENGTH = 200;
/** Of a list in a list in a list, with a long Roman number before every line. */
const MOST_GROWTH = 50;

const words = (text: string): Set<string> => new Set(text.match(/[\p{L}\p{N}]+/gu));

/** The text of a mail: what is new in it, what is quoted, what is closing; and text out of HTML. */
export const mailTexts: FuzzTarget = {
	seeds: () =>
		Object.values(CLIENTS).map((client) => Buffer.from(client('De lift is stuk.', EARLIER).entity.body)),
	tokens: [
		'\nVan: Sanne Bakker',
		'\nVerzonden: maandag 2 maart 2026 09:13',
		'\n*Aan:* dienstencentrum',
		'\nOnderwerp: lift',
		'\nOp ma 2 mrt 2026 om 09:13 schreef Sanne <a@b.example>:\n',
		'\n> ',
		'\n-- \n',
		'Met vriendelijke groet,\n',
		'Verstuurd vanaf mijn iPhone',
		'-----Oorspronkelijk bericht-----',
		'heeft het volgende geschreven:',
		'<blockquote>',
		'<div style="display:none">',
		'&nbsp;&#x202e;',
	],
	run(input) {
		const text = input.toString('utf8');
		const line = text.slice(0, SUBJECT_LENGTH);
		const { body, greeting, closing, subject } = mailText({ subject: line, text });
		const known = words(`${line}\n${text}`);
		const added = [...words([body, greeting, closing, subject].join('\n'))].filter(
			(word) => !known.has(word),
		);
		promised(added.length === 0, `no word is made up when a mail is split: ${added.join(', ')}`);
		const length = htmlToText(text).length;
		promised(length <= MOST_GROWTH * text.length, 'text out of HTML is not many times as long');
	},
};
