import { topdeskBaseUrl } from './base-url';

/** Where an operator gets a token, in TOPdesks that have no application passwords yet. */
export const LOGIN_PATH = '/tas/api/login/operator';

export const loginUrl = (baseUrl: string): string => topdeskBaseUrl(baseUrl) + LOGIN_PATH;

/** A credential as people fill it in; which password it has depends on its kind. */
export interface Login {
	authentication?: unknown;
	username?: unknown;
	applicationPassword?: unknown;
	operatorPassword?: unknown;
}

export function basicLogin(login: Login): { username: string; password: string } {
	const password = login.authentication === 'token' ? login.operatorPassword : login.applicationPassword;
	return { username: String(login.username ?? ''), password: String(password ?? '') };
}

/** The token in the answer to a login, which is a text with or without quotes. A web page is no token. */
export function tokenFrom(answer: unknown): string {
	const token = typeof answer === 'string' ? answer.trim().replace(/^"|"$/g, '') : '';
	if (/^[\w-]{8,128}$/.test(token)) return token;
	throw new Error('TOPdesk did not give a token. Check the address in the credential.');
}

export const tokenHeader = (token: string) => ({ authorization: `TOKEN id="${token}"` });
