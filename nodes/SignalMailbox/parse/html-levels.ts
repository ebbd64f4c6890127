import type { DomNode, FormatCallback } from 'html-to-text';

/**
 * So many quotes and lists within each other are told apart. Every level puts its mark on every line: without an
 * end to them, half a megabyte of HTML becomes hundreds of megabytes of text. Nobody counts seven marks.
 */
export const MOST_LEVELS = 6;

type Builder = Parameters<FormatCallback>[2];

/** How many quotes and lists are open. */
const levels = new WeakMap<Builder, number>();

/** As html-to-text writes it; below the last level only as lines. */
const levelled =
	(format: 'blockquote' | 'unorderedList' | 'orderedList'): FormatCallback =>
	(node, walk, builder, options) => {
		const level = levels.get(builder) ?? 0;
		levels.set(builder, level + 1);
		if (level < MOST_LEVELS) builder.options.formatters[format]!(node, walk, builder, options);
		else if (format === 'blockquote') asLine(node.children ?? [], walk, builder);
		else for (const item of (node.children ?? []).filter(isShown)) asLine([item], walk, builder);
		levels.set(builder, level);
	};

function asLine(nodes: DomNode[], walk: Parameters<FormatCallback>[1], builder: Builder): void {
	builder.openBlock({ leadingLineBreaks: 1 });
	walk(nodes, builder);
	builder.closeBlock({ trailingLineBreaks: 1 });
}

const isShown = (node: DomNode): boolean => node.type === 'tag' || /\S/.test(node.data ?? '');

const numbered = levelled('orderedList');

/** A list with numbers. Its first number stands before every line too, and a mail may give one of any length. */
const numbers: FormatCallback = (node, walk, builder, options) => {
	const attributes = node.attribs as { start?: string };
	if (!/^\d{1,4}$/.test(attributes.start ?? '')) delete attributes.start;
	numbered(node, walk, builder, options);
};

/** Quotes and lists, told apart down to `MOST_LEVELS`. */
export const levelFormats = {
	quote: levelled('blockquote'),
	bullets: levelled('unorderedList'),
	numbers,
} satisfies Record<string, FormatCallback>;
