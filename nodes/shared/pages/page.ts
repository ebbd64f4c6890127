import { createHash } from 'node:crypto';
import type { HouseStyle } from '../style/house-style';
import { Markup, markup } from './markup';
import { styleSheet } from './style-sheet';

/** A web page of ours, ready to be sent by a Respond to Webhook node. */
export interface Page {
	/** HTTP status. */
	status: number;
	html: string;
	/** By lower-case name, with the content type. */
	headers: Record<string, string>;
}

export interface PageContent {
	status: number;
	/** In the tab and above the page. */
	title: string;
	/** What stands in the tab before the title. */
	titlePrefix?: string;
	body: Markup;
}

/**
 * A page in Dutch, without script and without anything from elsewhere, in house style. It may not be indexed,
 * kept, framed, or named to another site: its address holds a secret.
 */
export function page({ status, title, titlePrefix = '', body }: PageContent, style: HouseStyle): Page {
	const css = styleSheet(style);
	const policy = [
		`default-src 'none'`,
		`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
		`base-uri 'none'`,
	];
	const { organisation, department, signature } = style;
	const closing = [organisation, department, ...signature.split('\n')]
		.map((line) => line.trim())
		.filter(Boolean);
	const whole = markup`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${titlePrefix}${title}${organisation && ` - ${organisation}`}</title>
<style>${new Markup(css)}</style>
</head>
<body>
${organisation && markup`<header>${organisation}</header>`}
<main>
<h1>${title}</h1>
${body}
</main>
${closing.length > 0 && markup`<footer><p>${closing.map((line, index) => [index > 0 && markup`<br>`, line])}</p></footer>`}
</body>
</html>
`;
	return { status, html: whole.html, headers: headersWith(policy) };
}

/**
 * n8n replaces the policy in the header of a webhook's answer by a sandbox of its own; the page carries it too.
 * There it lacks `form-action 'self'`: in that sandbox the page has no origin for `self` to be.
 */
const headersWith = (policy: readonly string[]): Record<string, string> => ({
	'content-type': 'text/html; charset=utf-8',
	'content-security-policy': [...policy, `form-action 'self'`, `frame-ancestors 'none'`].join('; '),
	'referrer-policy': 'no-referrer',
	'x-robots-tag': 'noindex, nofollow',
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'cache-control': 'no-store',
});
