import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What goes wrong with the next requests that match. */
export interface MisbehaviourRule {
	match: {
		method?: string;
		/** Part of the path, or a pattern for it. */
		path?: string | RegExp;
	};
	/** How many requests it happens to. */
	times: number;
	/**
	 * - `latency`: waits `ms` and then answers as usual
	 * - `429`, `5xx`: refuses without doing anything
	 * - `5xx-after-write`: does what was asked, and then says it broke down
	 * - `cut-before`: cuts the connection without doing anything
	 * - `cut-after-write`: does what was asked, and cuts the connection instead of answering
	 */
	how: 'latency' | '429' | '5xx' | '5xx-after-write' | 'cut-before' | 'cut-after-write';
	ms?: number;
	/** Seconds, for `429`. */
	retryAfter?: number;
}

/** Makes a server misbehave by rules that can be added while it runs. */
export function addMisbehaviour(server: FastifyInstance): (rule: MisbehaviourRule) => void {
	const rules: MisbehaviourRule[] = [];
	const afterWrite = new WeakMap<FastifyRequest, MisbehaviourRule['how']>();

	server.addHook('onRequest', async (request, reply) => {
		const rule = rules.find((one) => one.times > 0 && matches(one, request));
		if (!rule) return;
		rule.times -= 1;
		switch (rule.how) {
			case 'latency':
				await sleep(rule.ms ?? 100);
				return;
			case '429':
				if (rule.retryAfter !== undefined) void reply.header('retry-after', String(rule.retryAfter));
				await reply.code(429).send();
				return;
			case '5xx':
				await reply.code(503).type('text/html').send('<html><body>Service Unavailable</body></html>');
				return;
			case 'cut-before':
				reply.hijack();
				request.raw.socket.destroy();
				return;
			default:
				afterWrite.set(request, rule.how);
		}
	});
	// By now the handler has done its work; only the answer is still to go out.
	server.addHook('onSend', async (request, reply, payload) => {
		const how = afterWrite.get(request);
		if (!how) return payload;
		afterWrite.delete(request);
		if (how === 'cut-after-write') {
			reply.hijack();
			request.raw.socket.destroy();
			return payload;
		}
		void reply.code(500).header('content-type', 'text/plain').removeHeader('content-length');
		return 'Internal Server Error';
	});
	return (rule) => void rules.push({ ...rule });
}

function matches({ match }: MisbehaviourRule, request: FastifyRequest): boolean {
	const path = decodeURIComponent(request.url.split('?')[0]!);
	const fits =
		match.path === undefined ||
		(typeof match.path === 'string' ? path.includes(match.path) : match.path.test(path));
	return fits && (match.method === undefined || match.method.toUpperCase() === request.method);
}
