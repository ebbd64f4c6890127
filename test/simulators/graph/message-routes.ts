import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notFound, Refusal } from './refusal';
import type { GraphMessage, GraphStore } from './store';

type MessageRequest = {
	Params: { id: string };
	Body: { destinationId?: string; categories?: string[] };
};

export const wantsImmutable = ({ headers }: FastifyRequest): boolean =>
	/IdType="ImmutableId"/.test(String(headers.prefer));

/** The header counts for the request that it is in only. */
export const idFor = (message: GraphMessage, immutable: boolean): string =>
	immutable ? message.immutableId : message.itemId;

/**
 * One mail, its MIME, moving and marking it, and sending:
 * https://learn.microsoft.com/graph/api/resources/message, https://learn.microsoft.com/graph/api/user-sendmail
 */
export function addMessageRoutes(api: FastifyInstance, store: GraphStore, sent: Buffer[]): void {
	const messageOf = (id: string): GraphMessage => {
		const message = store.message(id);
		if (!message) throw notFound();
		return message;
	};
	const answerOf = (message: GraphMessage, request: FastifyRequest) => {
		const { parentFolderId, receivedDateTime, categories } = message;
		return { id: idFor(message, wantsImmutable(request)), parentFolderId, receivedDateTime, categories };
	};

	api.get<MessageRequest>('/messages/:id', async (request) =>
		answerOf(messageOf(request.params.id), request),
	);

	api.get<MessageRequest>('/messages/:id/$value', async ({ params }, reply) => {
		const { mime } = messageOf(params.id);
		await reply.type('text/plain').send(mime);
	});

	api.patch<MessageRequest>('/messages/:id', async (request) => {
		const message = messageOf(request.params.id);
		store.categorise(message, request.body.categories ?? message.categories);
		return answerOf(message, request);
	});

	api.post<MessageRequest>('/messages/:id/move', async (request, reply) => {
		const message = messageOf(request.params.id);
		const target = store.folder(request.body.destinationId ?? '');
		if (!target) throw notFound();
		store.move(message, target.id);
		await reply.code(201).send(answerOf(message, request));
	});

	api.post('/sendMail', async (request, reply) => {
		const text = typeof request.body === 'string' ? request.body.trim() : '';
		if (!/^text\/plain/.test(String(request.headers['content-type'])) || !isBase64(text)) {
			throw new Refusal(
				400,
				'ErrorMimeContentInvalidBase64String',
				'Invalid base64 string for MIME content.',
			);
		}
		sent.push(Buffer.from(text, 'base64'));
		await reply.code(202).send();
	});
}

const isBase64 = (text: string): boolean => text !== '' && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
