import { isOwnMessageId, OWN_HEADER } from '../../own-mail';
import type { ParsedMail } from '../mail-source';

/** Mail passes some ten servers at most; RFC 5321 (6.3) counts Received lines to find a loop. */
const MOST_HOPS = 30;

/** Why this is our own mail that came back, or a mail that goes round, in Dutch; undefined when it is neither. */
export function whyLoop(
	{ headers, from, replyTo, messageId }: ParsedMail,
	own: readonly string[],
): string | undefined {
	if (headers.has(OWN_HEADER.toLowerCase())) return 'onze eigen mail is teruggekomen (kop X-Regie)';
	if (messageId !== null && isOwnMessageId(messageId)) return 'onze eigen mail is teruggekomen (Message-ID)';
	const isOwn = (address: string) => own.includes(address.trim().toLowerCase());
	if (headers.all('x-loop').some(isOwn)) return 'deze mail is hier al eens langsgekomen (X-Loop)';
	const hops = headers.all('received').length;
	if (hops > MOST_HOPS) return `de mail is langs ${hops} servers gegaan en loopt waarschijnlijk rond`;
	// A web form may write in our name for a customer whom it asks to answer.
	const forCustomer = replyTo !== null && !isOwn(replyTo.address);
	return from && isOwn(from.address) && !forCustomer ? 'verstuurd vanaf ons eigen adres' : undefined;
}
