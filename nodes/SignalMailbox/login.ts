/** How to log in to a mail server: by password, or by an OAuth2 access token. */
export type Login =
	| { user: string; password: string }
	| {
			user: string;
			/** Gives an access token; a new one when the server refused the last. */
			accessToken: (refused: boolean) => Promise<string>;
	  };

/** What a login is proved with, this time. */
export type Proof = { user: string; pass: string } | { user: string; accessToken: string };

/**
 * Logs in by `attempt`, which is done once more with a new token when the first was refused: a token can be
 * withdrawn before its time.
 */
export async function logIn<T>(
	login: Login,
	attempt: (proof: Proof) => Promise<T>,
	isRefused: (error: unknown) => boolean,
): Promise<T> {
	const { user } = login;
	if ('password' in login) return await attempt({ user, pass: login.password });
	try {
		return await attempt({ user, accessToken: await login.accessToken(false) });
	} catch (error) {
		if (!isRefused(error)) throw error;
		return await attempt({ user, accessToken: await login.accessToken(true) });
	}
}
