import { z } from 'zod/v4';
import { ApiError, failureCause } from '../../shared/http/api-error';
import type { Transport } from '../../shared/http/transport';
import type { PlanonSettings } from '../credential/settings';

const SYSTEM = 'Planon SSO';

export type ClientSettings = Pick<PlanonSettings, 'tokenUrl' | 'clientId' | 'clientSecret' | 'scope'>;

const tokenSchema = z.looseObject({ access_token: z.string().min(1) });
const refusalSchema = z.looseObject({ error: z.string(), error_description: z.string().optional() });

/**
 * A token for OIDC client credentials (RFC 6749, section 4.4).
 * @throws ApiError when it is refused, NoAnswerError when there is no answer
 */
export async function fetchToken(transport: Transport, settings: ClientSettings): Promise<string> {
	const { tokenUrl, clientId, clientSecret, scope } = settings;
	if (!URL.canParse(tokenUrl)) {
		throw new ApiError(
			SYSTEM,
			400,
			'credential-invalid',
			`'${tokenUrl}' is not the address where Planon gives out tokens`,
			'Fill in the Token URL in the credential, as https://company-sso.planoncloud.com/auth/realms/planon/protocol/openid-connect/token.',
		);
	}
	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: clientId,
		client_secret: clientSecret,
		...(scope && { scope }),
	});
	const { status, body } = await transport({
		method: 'POST',
		url: tokenUrl,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	const token = tokenSchema.safeParse(body);
	if (status >= 200 && status < 300 && token.success) return token.data.access_token;
	const [message, hint] = explain(status, body);
	throw new ApiError(SYSTEM, status, failureCause(status), message, hint);
}

function explain(status: number, body: unknown): [message: string, hint: string] {
	const refusal = refusalSchema.safeParse(body);
	if (status >= 500) {
		return [
			`Planon's token server broke down (status ${status})`,
			'Run the workflow again later. When it keeps failing, tell your Planon administrator.',
		];
	}
	if (refusal.success) {
		const { error, error_description: description } = refusal.data;
		return [
			`Planon gives no token to this client: ${description ?? error}`,
			'Check the Client ID and Client Secret in the credential. They may be withdrawn: ask your Planon administrator.',
		];
	}
	return [
		`There is nothing that gives out tokens at the Token URL (status ${status})`,
		'Check the Token URL in the credential: it ends with /protocol/openid-connect/token.',
	];
}
