import { escapeHtml } from '../../shared/text/escape-html';
import type { HouseStyle } from '../../shared/style/house-style';

const TEXT = 'margin:0 0 16px 0;';
const QUOTE = `${TEXT}padding:0 0 0 12px;border-left:3px solid #767676;color:#3d3d3d;`;
const BODY =
	'padding:24px;font-family:Calibri,Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;overflow-wrap:anywhere;word-break:break-word;';

/**
 * The mail in HTML, with the same words as its text. It needs no images, no style sheet and no
 * layout that Outlook lacks: one table, for a margin that Outlook keeps.
 *
 * @param text paragraphs with an empty line in between; `- ` starts a point of a list, `> ` quotes
 */
export function letterHtml(subject: string, text: string, footer: string, style: HouseStyle): string {
	const title = escapeHtml(subject);
	const below = footer
		? `<p style="${TEXT}padding:16px 0 0 0;border-top:1px solid #767676;font-size:14px;color:#3d3d3d;">${lines(footer.split('\n'))}</p>`
		: '';
	return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<body style="margin:0;padding:0;background-color:#ffffff;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
<td style="${BODY}border-top:6px solid ${style.colour};"><div style="max-width:640px;">
<h1 style="margin:0 0 16px 0;font-size:20px;line-height:1.3;color:#1a1a1a;">${shown(subject)}</h1>
${blocks(text).map(blockHtml).join('\n')}
${below}
</div></td>
</tr></table>
</body>
</html>`;
}

type Block = { kind: 'text' | 'list' | 'quote'; lines: string[] };

const kindOf = (line: string): Block['kind'] =>
	line.startsWith('> ') || line === '>' ? 'quote' : line.startsWith('- ') ? 'list' : 'text';

/** Lines of one kind that follow each other; an empty line ends a block. */
function blocks(text: string): Block[] {
	const found: Block[] = [];
	let open: Block | undefined;
	for (const line of text.split('\n')) {
		if (line.trim() === '') {
			open = undefined;
			continue;
		}
		const kind = kindOf(line);
		if (open?.kind === kind) open.lines.push(line);
		else found.push((open = { kind, lines: [line] }));
	}
	return found;
}

function blockHtml(block: Block): string {
	if (block.kind === 'list') {
		const points = block.lines.map((line) => `<li>${shown(line.slice(2))}</li>`).join('');
		return `<ul style="${TEXT}padding:0 0 0 24px;">${points}</ul>`;
	}
	if (block.kind === 'quote') {
		return `<blockquote style="${QUOTE}">${lines(block.lines.map((line) => line.replace(/^> ?/, '')))}</blockquote>`;
	}
	return `<p style="${TEXT}">${lines(block.lines)}</p>`;
}

const lines = (all: readonly string[]): string => all.map(shown).join('<br>\n');

/** Escaped; a reference is not broken over two lines, so that it can be read and copied whole. */
const shown = (text: string): string =>
	escapeHtml(text).replace(/R-\d{4}-\d{6,}/g, '<span style="white-space:nowrap;">$&</span>');
