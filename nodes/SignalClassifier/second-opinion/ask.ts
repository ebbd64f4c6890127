import { z } from 'zod/v4';
import type { Signal } from '../../shared/domain/signal';
import { counted } from '../../shared/text/counted';
import { readAnswer, type Answer } from './answer';
import { questionAbout, type ChatMessage } from './question';

/** As much of a LangChain chat model as is used: n8n gives one for whatever node is connected. */
export interface ChatModel {
	invoke(messages: ChatMessage[], options: { signal: AbortSignal }): Promise<unknown>;
}

const chatModelSchema = z.custom<ChatModel>(
	(value) => typeof (value as ChatModel | null)?.invoke === 'function',
	'What is connected to Chat Model is not a chat model',
);

/** Checks what n8n gives for the input; null when nothing is connected. */
export const readChatModel = (connected: unknown): ChatModel | null =>
	connected === undefined || connected === null ? null : chatModelSchema.parse(connected);

export type Opinion = { answer: Answer } | { failure: string };

export interface AskOptions {
	timeoutMs: number;
	/** Ends the question when the execution is stopped. */
	cancelled?: AbortSignal;
}

/**
 * Asks a chat model about one signal. What goes wrong is no error but a `failure`, in words for the person who
 * then looks. Throws only when the execution is cancelled.
 */
export async function askOpinion(
	chatModel: ChatModel,
	signal: Pick<Signal, 'subject' | 'text' | 'customer'>,
	{ timeoutMs, cancelled }: AskOptions,
): Promise<Opinion> {
	const timeOut = AbortSignal.timeout(timeoutMs);
	const end = cancelled ? AbortSignal.any([timeOut, cancelled]) : timeOut;
	try {
		// Not every model listens to the signal.
		const message = await Promise.race([
			chatModel.invoke(questionAbout(signal), { signal: end }),
			whenAborted(end),
		]);
		const answer = readAnswer(message);
		return answer ? { answer } : { failure: 'het taalmodel gaf een antwoord dat niet te gebruiken is' };
	} catch (error) {
		cancelled?.throwIfAborted();
		if (timeOut.aborted) {
			return {
				failure: `het taalmodel gaf binnen ${counted(timeoutMs / 1000, 'seconde', 'seconden')} geen antwoord`,
			};
		}
		const reason = error instanceof Error ? error.message : String(error);
		return { failure: `het taalmodel gaf geen antwoord (${reason.slice(0, 200)})` };
	}
}

const whenAborted = async (signal: AbortSignal): Promise<never> =>
	await new Promise((_, reject) => {
		const abort = () => reject(signal.reason as Error);
		if (signal.aborted) abort();
		signal.addEventListener('abort', abort, { once: true });
	});
