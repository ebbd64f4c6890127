import { trimOf } from '../../shared/text/trim';

/** Where Planon's generic REST API begins, from what people fill in: they also paste the address of a screen. */
export function planonApiUrl(baseUrl: string, basePath: string): string {
	const text = baseUrl.trim();
	if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
		throw new Error(
			`'${text}' is not the address of Planon. Fill it in as https://company.planoncloud.com in the credential.`,
		);
	}
	const path = trimOf(basePath.trim(), '/');
	return `${new URL(text).origin}/${path}`;
}
