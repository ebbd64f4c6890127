import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** Lets in who has the operator's password, or a token that was given for it. */
export class Doorkeeper {
	private readonly tokens = new Set<string>();

	private readonly basic: string;

	constructor(login: { user: string; password: string }) {
		this.basic = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
	}

	admits(authorization: string | undefined): boolean {
		const token = /^TOKEN id="(.+)"$/.exec(authorization ?? '')?.[1];
		return authorization === this.basic || (token !== undefined && this.tokens.has(token));
	}

	/** As after half an hour of silence. */
	expireTokens(): void {
		this.tokens.clear();
	}

	addRoutes(server: FastifyInstance): void {
		server.get('/login/operator', async (request, reply) => {
			// A token does not give a token.
			if (request.headers.authorization !== this.basic) return await reply.code(401).send();
			const token = randomUUID();
			this.tokens.add(token);
			return await reply.type('text/plain').send(token);
		});
	}
}
