import { compile, type DomNode, type FormatCallback } from 'html-to-text';
import { clean } from './clean';
import { levelFormats } from './html-levels';
import { link } from './html-link';

/** Outlook's divider above a quoted message, as it writes it in plain text. */
const DIVIDER = '_'.repeat(32);

/** What a reader does not see: style sheets, scripts, and the preview text that newsletters hide. */
const HIDDEN_STYLES = [
	...['display:none', 'display: none', 'visibility:hidden', 'visibility: hidden', 'mso-hide:all'],
	...['max-height:0', 'max-height: 0', 'font-size:0px', 'font-size:0;', 'opacity:0;'],
];

/** Where Outlook begins the message it answers, in its mobile, web and desktop versions. */
const HISTORY = [
	'#divRplyFwdMsg',
	'#x_divRplyFwdMsg',
	'div[style*="border-top:solid #E1E1E1" i]',
	'div[style*="border-top:solid #B5C4DF" i]',
];

/** What htmlparser2 has on a node and its type definition leaves out. */
type Sibling = DomNode & { prev?: Sibling | null; next?: Sibling | null };

/** Cells of one row on one line, with a bar between them. */
const cell: FormatCallback = (node, walk, builder) => {
	let before = (node as Sibling).prev;
	while (before && before.type !== 'tag') before = before.prev;
	if (before && hasText(before) && hasText(node)) builder.addInline(' | ');
	walk(node.children, builder);
};

/** Whether a cell shows anything; deeper than anybody nests is not looked at. */
const hasText = (node: DomNode, depth = 0): boolean =>
	node.type === 'text'
		? /\S/.test(node.data ?? '')
		: depth < 20 && (node.children ?? []).some((child) => hasText(child, depth + 1));

/** A ruler, unless Outlook draws it above the message it answers: that has a divider of its own. */
const ruler: FormatCallback = (node, _walk, builder) => {
	let next = (node as Sibling).next;
	while (next && next.type !== 'tag') next = next.next;
	const { id } = (next?.attribs ?? {}) as { id?: string };
	if (/divRplyFwdMsg|appendonsend/.test(id ?? '')) return;
	builder.openBlock({ leadingLineBreaks: 2 });
	builder.addInline('-'.repeat(10), { noWordTransform: true });
	builder.closeBlock({ trailingLineBreaks: 2 });
};

const row: FormatCallback = (node, walk, builder) => {
	builder.openBlock({ leadingLineBreaks: 1 });
	walk(node.children, builder);
	builder.closeBlock({ trailingLineBreaks: 1 });
};

const history: FormatCallback = (node, walk, builder) => {
	builder.openBlock({ leadingLineBreaks: 2 });
	builder.addInline(DIVIDER, { noWordTransform: true });
	builder.closeBlock({ trailingLineBreaks: 1 });
	builder.openBlock({ leadingLineBreaks: 1 });
	walk(node.children, builder);
	builder.closeBlock({ trailingLineBreaks: 1 });
};

const toText = compile({
	wordwrap: false,
	limits: { maxDepth: 1000, maxInputLength: 4 * 1024 * 1024 },
	formatters: { link, cell, row, ruler, history, ...levelFormats },
	selectors: [
		...['img', 'style', 'script', 'head', 'title', 'svg', 'object', 'template', '[hidden]'].map(
			(selector) => ({
				selector,
				format: 'skip',
			}),
		),
		...HIDDEN_STYLES.map((style) => ({ selector: `*[style*="${style}" i]`, format: 'skip' })),
		...HISTORY.map((selector) => ({ selector, format: 'history' })),
		{ selector: 'a', format: 'link' },
		{ selector: 'td', format: 'cell' },
		{ selector: 'th', format: 'cell' },
		{ selector: 'tr', format: 'row' },
		{ selector: 'table', format: 'block' },
		{ selector: 'hr', format: 'ruler' },
		{ selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
		// Outlook writes every line as a paragraph of its own, without space between them.
		...['p.MsoNormal', 'p.x_MsoNormal', 'p.MsoPlainText', 'p.MsoListParagraph'].map((selector) => ({
			selector,
			format: 'paragraph',
			options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
		})),
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
		{ selector: 'blockquote', format: 'quote' },
		{ selector: 'ul', format: 'bullets', options: { itemPrefix: '- ' } },
		{ selector: 'ol', format: 'numbers' },
	],
});

/** A text that begins like this stands in for the HTML: it says nothing itself. */
const STUB = /\bhtml\b/i;

/** Paragraphs that only hold a space are blank lines, and one blank line is enough. */
const tidy = (text: string): string =>
	clean(
		clean(text)
			.replace(/^[ \t\u00A0]+$/gm, '')
			.replace(/\n{3,}/g, '\n\n'),
	);

/** Readable plain text of HTML: lists, tables and links kept, quotes behind `>`. Never throws. */
export function htmlToText(html: string): string {
	try {
		return tidy(toText(html));
	} catch {
		return tidy(html.replace(/<[^<>]{0,2000}>/g, ' '));
	}
}

/** Whether a plain text leaves it to the HTML beside it to say something. */
export const saysNothing = (plain: string): boolean =>
	plain === '' || (plain.length < 300 && STUB.test(plain));
