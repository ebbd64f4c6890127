import { domainToASCII } from 'node:url';
import { customerSchema, type Signal } from '../../shared/domain/signal';
import { isAutomaticAddress } from '../../shared/domain/automatic-address';
import type { ParsedMail } from './mail-source';
import type { Mailbox } from './mime/headers';

/** An address in lower case, its domain in ASCII; null when it is none. */
export function readAddress(address: string): string | null {
	const trimmed = address.trim().toLowerCase();
	const at = trimmed.lastIndexOf('@');
	const ascii = `${trimmed.slice(0, at)}@${domainToASCII(trimmed.slice(at + 1))}`;
	const read = customerSchema.shape.email.safeParse(ascii);
	return read.success ? read.data : null;
}

/** The customer behind a mailbox. */
export const toCustomer = (mailbox: Mailbox | null): Signal['customer'] => ({
	name: mailbox?.name.trim() || null,
	email: mailbox && readAddress(mailbox.address),
	organisation: null,
});

/** Who wrote; or, where a form writes in its own name or ours, whom it asks to answer. */
export function customerOf({ from, replyTo }: ParsedMail, own: readonly string[]): Signal['customer'] {
	const writesForAnother =
		from !== null && (isAutomaticAddress(from.address) || own.includes(from.address.toLowerCase()));
	return toCustomer(writesForAnother && replyTo ? replyTo : (from ?? replyTo));
}
