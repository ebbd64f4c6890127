import type { ParsedMail } from '../mail-source';

/** Why a mail was sent to many at once, in Dutch (RFC 2369, RFC 2919, Precedence); undefined when it was not. */
export function whyBulk({ headers }: ParsedMail): string | undefined {
	if (headers.has('list-id'))
		return `verstuurd via een mailinglijst (${headers.text('list-id').slice(0, 100)})`;
	if (headers.has('list-unsubscribe')) return 'nieuwsbrief of massamail (met een afmeldadres)';
	const precedence = headers.token('precedence');
	return /^(bulk|list|junk)$/.test(precedence) ? `massamail (Precedence: ${precedence})` : undefined;
}
