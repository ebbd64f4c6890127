import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface AccessOptions {
	accessKey: string;
	client: { id: string; secret: string };
}

export interface Access {
	/** Why a request is refused, as Planon says it; undefined when it is let in. */
	refusal(request: FastifyRequest): string | undefined;
	/** Every token that was given out stops working, as when the server ends them early. */
	expireTokens(): void;
	expireKey(): void;
	/** How many tokens were given out. */
	readonly tokens: number;
}

export const TOKEN_PATH = '/auth/realms/planon/protocol/openid-connect/token';

/** Lets requests in by an access key, or by a token from the OIDC endpoint that stands beside Planon. */
export function addAccess(server: FastifyInstance, { accessKey, client }: AccessOptions): Access {
	const valid = new Set<string>();
	let given = 0;
	let keyExpired = false;
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, text, done) => {
			done(null, text);
		},
	);
	server.post(TOKEN_PATH, async (request, reply) => {
		const form = new URLSearchParams(request.body as string);
		const right = form.get('client_id') === client.id && form.get('client_secret') === client.secret;
		if (form.get('grant_type') !== 'client_credentials') {
			return await reply.code(400).send({ error: 'unsupported_grant_type' });
		}
		if (!right) {
			return await reply
				.code(401)
				.send({ error: 'invalid_client', error_description: 'Invalid client or Invalid client credentials' });
		}
		const token = randomUUID();
		valid.add(token);
		given += 1;
		return { access_token: token, token_type: 'Bearer', expires_in: 300 };
	});
	return {
		refusal({ headers: { authorization = '' } }) {
			if (authorization.startsWith('Bearer ')) {
				return valid.has(authorization.slice('Bearer '.length)) ? undefined : 'Token is not active';
			}
			if (authorization !== `PLANONKEY accesskey=${accessKey}`) return 'Access key is invalid or expired';
			return keyExpired ? 'Access key has expired' : undefined;
		},
		expireTokens: () => valid.clear(),
		expireKey: () => void (keyExpired = true),
		get tokens() {
			return given;
		},
	};
}
