import type { FormatCallback } from 'html-to-text';

/** Nobody reads a longer address. */
const LONGEST_LINK = 2000;

/** In a link that is being read: of a link within a link the text is not gathered once more. */
const inLink = new WeakSet<Parameters<FormatCallback>[2]>();

/** A link that says more than its text; a mail address or an internal mark says nothing more. */
export const link: FormatCallback = (node, walk, builder) => {
	const href = String((node.attribs as { href?: string } | undefined)?.href ?? '').trim();
	if (!/^https?:/i.test(href) || href.length > LONGEST_LINK) return walk(node.children, builder);
	let text = '';
	if (inLink.has(builder)) {
		walk(node.children, builder);
	} else {
		inLink.add(builder);
		// A text longer than any link cannot be the same.
		builder.pushWordTransform((word) => {
			if (text.length <= 2 * LONGEST_LINK) text += word;
			return word;
		});
		walk(node.children, builder);
		builder.popWordTransform();
		inLink.delete(builder);
	}
	const bare = (url: string) =>
		url
			.replace(/^https?:\/\//i, '')
			.replace(/\/$/, '')
			.toLowerCase();
	if (bare(href) !== bare(text)) builder.addInline(` <${href}>`, { noWordTransform: true });
};
