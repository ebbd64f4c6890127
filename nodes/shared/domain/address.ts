import providers from 'email-providers/all.json';

/** Dutch providers that the list of the package lacks. */
const DUTCH_PROVIDERS = [
	'casema.nl',
	'freedom.nl',
	'kpnplanet.nl',
	'online.nl',
	'quicknet.nl',
	'solcon.nl',
	'tele2.nl',
	'telfort.nl',
	'upcmail.nl',
	'xs4all.nl',
	'ziggo.nl',
	'ziggomail.com',
];

const PUBLIC_DOMAINS: ReadonlySet<string> = new Set([...providers, ...DUTCH_PROVIDERS]);

/**
 * What makes two ways to write an address one mailbox: `"Jan" <Jan+werk@X.nl>` is `jan@x.nl`. A
 * quoted name in front, capitals and what follows a plus do not count.
 */
export function addressKey(written: string): string {
	const bare = /<([^<>]*)>\s*$/.exec(written)?.[1] ?? written;
	const address = bare.trim().toLowerCase();
	const at = address.lastIndexOf('@');
	if (at < 0) return address;
	const local = address.slice(0, at);
	const plus = local.indexOf('+');
	return `${plus > 0 ? local.slice(0, plus) : local}${address.slice(at)}`;
}

/** The domain of an address that stands for an organisation; null for a provider that anybody can get an address at. */
export function organisationDomain(address: string): string | null {
	const domain = addressKey(address).split('@')[1] ?? '';
	return domain === '' || PUBLIC_DOMAINS.has(domain) ? null : domain;
}
