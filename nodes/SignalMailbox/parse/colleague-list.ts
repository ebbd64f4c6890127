import { domainToASCII } from 'node:url';
import { z } from 'zod/v4';
import { readAddress } from './customer';

const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/;

/** An address or a domain as it stands in mail: in lower case, the domain in ASCII; null when it is neither. */
function readColleague(text: string): string | null {
	if (text.lastIndexOf('@') > 0) return readAddress(text);
	const domain = domainToASCII(text.replace(/^@/, '').toLowerCase());
	return DOMAIN.test(domain) ? domain : null;
}

/** What an administrator fills in as colleagues: see `MailboxContext.colleagues`. Empty: not filled in. */
export const colleagueList = z
	.string()
	.nullable()
	.transform((list, context) => {
		const texts = (list ?? '').split(/[\s,;]+/).filter(Boolean);
		if (texts.length === 0) return undefined;
		return texts.map((text) => {
			const read = readColleague(text);
			if (read !== null) return read;
			context.addIssue(`"${text}" is no e-mail address and no domain such as company.nl`);
			return z.NEVER;
		});
	});
