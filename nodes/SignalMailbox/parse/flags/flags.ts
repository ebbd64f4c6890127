import type { Flag, FlagReason, SignalFlags } from '../../../shared/domain/signal';
import type { ParsedMail } from '../mail-source';
import { whyAutoReply } from './auto-reply';
import { whyBounce } from './bounce';
import { whyBulk } from './bulk';
import { whyLoop } from './loop';

/** Flags with their reasons; undefined means that the flag is not set. */
export function flagsFrom(reasons: Record<Flag, string | undefined>): SignalFlags {
	const set = Object.entries(reasons).flatMap(([flag, reason]): FlagReason[] =>
		reason === undefined ? [] : [{ flag: flag as Flag, reason }],
	);
	const has = (flag: Flag) => reasons[flag] !== undefined;
	return {
		autoReply: has('autoReply'),
		bounce: has('bounce'),
		bulk: has('bulk'),
		loop: has('loop'),
		oversize: has('oversize'),
		unparseable: has('unparseable'),
		reasons: set,
	};
}

/** What a mail says about its kind, with the reason; `own` are the addresses of this mailbox. */
export function mailFlags(mail: ParsedMail, own: readonly string[]): SignalFlags {
	const bounce = whyBounce(mail);
	return flagsFrom({
		bounce,
		// A bounce is automatic by nature; one reason is enough.
		autoReply: bounce ? undefined : whyAutoReply(mail),
		bulk: whyBulk(mail),
		// A bounce of our own mail is about it, but is not it.
		loop: bounce ? undefined : whyLoop(mail, own),
		oversize: mail.oversize.length > 0 ? mail.oversize.join('; ') : undefined,
		// What could not be opened was all there is.
		unparseable: mail.text === '' && mail.notes.length > 0 ? mail.notes.join('; ') : undefined,
	});
}
