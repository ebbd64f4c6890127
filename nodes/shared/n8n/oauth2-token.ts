import type { IAllExecuteFunctions, IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { ApiError } from '../http/api-error';
import { noAnswer, parseBody } from '../http/transport';

/** A token that ends within this time may end on the way. */
const MARGIN_MS = 60_000;

const tokenSchema = z.looseObject({
	access_token: z.string().min(1),
	/** n8n writes down when a token that it renewed ends. */
	n8n_expires_at: z.coerce.number().optional(),
});

const credentialSchema = z.looseObject({
	grantType: z.string().default('authorizationCode'),
	clientId: z.string().default(''),
	clientSecret: z.string().default(''),
	accessTokenUrl: z.string().default(''),
	scope: z.string().default(''),
	oauthTokenData: tokenSchema.optional().catch(undefined),
});
type Credential = z.infer<typeof credentialSchema>;

/**
 * An access token of an OAuth2 credential, for protocols that n8n does not sign itself, such as IMAP.
 * @param refused whether the last one was not accepted, so that another is needed
 * @throws ApiError when the credential is not connected, or the token server refuses
 */
export async function oauth2AccessToken(
	context: IExecuteFunctions | IPollFunctions,
	credentialType: string,
	refused: boolean,
): Promise<string> {
	const credential = credentialSchema.parse(await context.getCredentials(credentialType));
	// Nobody logs in for these, so there is nothing to keep: a token is asked for each time.
	if (credential.grantType === 'clientCredentials') return await clientToken(context, credential);
	const token = credential.oauthTokenData;
	if (!token) {
		throw refusal('The OAuth2 credential is not connected', 'Open the credential and connect it.');
	}
	const ended = (token.n8n_expires_at ?? Infinity) < Date.now() + MARGIN_MS;
	if (!refused && !ended) return token.access_token;
	const renewed: unknown = await context.helpers.refreshOAuth2Token.call(
		context as IAllExecuteFunctions,
		credentialType,
	);
	return tokenSchema.parse(renewed).access_token;
}

/** The client credentials grant (RFC 6749, 4.4). */
async function clientToken(
	context: IExecuteFunctions | IPollFunctions,
	{ clientId, clientSecret, accessTokenUrl, scope }: Credential,
): Promise<string> {
	const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope };
	let body: unknown;
	try {
		body = parseBody(
			await context.helpers.httpRequest({
				method: 'POST',
				url: accessTokenUrl,
				body: new URLSearchParams(grant),
				ignoreHttpStatusErrors: true,
				// The body holds the secret, which is for this address only.
				disableFollowRedirect: true,
				timeout: 30_000,
			}),
		);
	} catch (error) {
		throw noAnswer(error, accessTokenUrl);
	}
	const token = tokenSchema.safeParse(body);
	if (token.success) return token.data.access_token;
	const { error_description: said } = (body ?? {}) as { error_description?: string };
	throw refusal(
		`The token server gives no access token${said ? `: ${said}` : ''}`,
		'Check the client ID, client secret, scope and access token URL in the OAuth2 credential.',
	);
}

const refusal = (message: string, hint: string): ApiError =>
	new ApiError('oauth2', 401, 'credential-invalid', message, hint);
