import { escapeHtml } from '../text/escape-html';

/** HTML that may stand in a page as it is. */
export class Markup {
	constructor(readonly html: string) {}
}

/** What may be filled in: text, which is escaped, or markup; what is absent stays away. */
export type MarkupPart = string | number | Markup | readonly MarkupPart[] | null | undefined | false;

/** Markup of a template of ours. Everything that is filled in is escaped, unless it is markup itself. */
export function markup(template: TemplateStringsArray, ...parts: MarkupPart[]): Markup {
	return new Markup(
		template.map((html, index) => html + (index < parts.length ? written(parts[index]) : '')).join(''),
	);
}

function written(part: MarkupPart): string {
	if (part === null || part === undefined || part === false) return '';
	if (part instanceof Markup) return part.html;
	return typeof part === 'object' ? part.map(written).join('') : escapeHtml(String(part));
}
