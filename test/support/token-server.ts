import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import fastify from 'fastify';

/** An OAuth2 server as a mail service has one: it gives out access tokens, and tells the mail server whose they are. */
export interface TokenServer {
	/** Where a token is asked for, with client credentials or a refresh token. */
	accessTokenUrl: string;
	/** Settings that let Dovecot take tokens of this server; see `DovecotOptions`. */
	dovecotSettings: (folder: string) => string;
	clientId: string;
	clientSecret: string;
	/** A token that was given out. */
	issue(): string;
	/** Whether this is a token that was given out and has not ended. */
	isToken(token: string): boolean;
	/** Ends every token that was given out. */
	endAll(): void;
	/** How many tokens were asked for. */
	asked(): number;
	stop(): Promise<void>;
}

/** @param user whose tokens they are */
export async function startTokenServer(user: string): Promise<TokenServer> {
	const [clientId, clientSecret] = ['regie', 'geheim-van-app'];
	const server = fastify({ forceCloseConnections: true });
	const tokens = new Set<string>();
	let asked = 0;
	const issue = (): string => {
		const token = randomUUID();
		tokens.add(token);
		return token;
	};
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text));
	server.post<{ Body: string }>('/token', async ({ body }, reply) => {
		asked += 1;
		const form = new URLSearchParams(body);
		if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
			return await reply.code(401).send({ error: 'invalid_client', error_description: 'Wrong secret' });
		}
		return { token_type: 'Bearer', expires_in: 3599, access_token: issue() };
	});
	server.get<{ Querystring: { access_token: string } }>('/tokeninfo', async ({ query }, reply) =>
		tokens.has(query.access_token) ? { email: user } : await reply.code(401).send({ error: 'invalid_token' }),
	);
	const address = await server.listen({ port: 0, host: '127.0.0.1' });
	return {
		accessTokenUrl: `${address}/token`,
		dovecotSettings: (folder) => {
			const file = `${folder}/oauth2.conf`;
			writeFileSync(file, `tokeninfo_url = ${address}/tokeninfo?access_token=\nusername_attribute = email\n`);
			return `
auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${file}
}
`;
		},
		clientId,
		clientSecret,
		issue,
		isToken: (token) => tokens.has(token),
		endAll: () => tokens.clear(),
		asked: () => asked,
		stop: async () => await server.close(),
	};
}
