/**
 * The address of a TOPdesk environment without anything behind the host part: people paste the
 * address of their screen (`/tas/secure/...`) or of the API (`/tas/api`) as easily as the bare one.
 */
export function topdeskBaseUrl(input: string): string {
	const text = input.trim();
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
		throw new Error(
			`'${text}' is not the address of TOPdesk. Fill it in as https://company.topdesk.net in the credential.`,
		);
	}
	const { origin, pathname } = new URL(text);
	return origin + pathname.replace(/\/(tas(\/[^]*)?)?$/, '');
}
