import type { HttpSend } from '../../shared/http/http-client';
import type { HttpResponse } from '../../shared/http/transport';
import { bodyJson, type PlanonBody } from './body';
import { planonError, planonRefusal, unansweredQuestion, unexpectedAnswer, type Asked } from './errors';
import { asJson } from './json';
import { planonHeaders, type PlanonOptions } from './options';
import { answerSchema, type Notice, type PlanonAnswer, type PlanonRecord } from './schemas';

/** What came of a call. */
export interface PlanonOutcome {
	records: PlanonRecord[];
	/** The warnings that were answered for it, so that someone can see what was waved through. */
	answered: Notice[];
}

/** Planon may warn again after an answer; more of them than this is no sensible rule. */
const MOST_ANSWERS = 20;

/** Sends JSON text to a path of the API, and gives the answer with its numbers unharmed. */
export async function post(
	send: HttpSend,
	url: string,
	body: string,
	options: PlanonOptions,
	readOnly: boolean,
): Promise<HttpResponse> {
	const answer = await send({
		method: 'POST',
		url,
		headers: planonHeaders(options),
		body,
		readOnly,
		answer: 'text',
	});
	return { ...answer, body: asJson(answer.body) };
}

/** The answer of one call, checked; throws `ApiError` for a refusal and for what is not Planon's. */
export function answerOf(response: HttpResponse, asked: Asked): PlanonAnswer {
	if (response.status < 200 || response.status >= 300) throw planonError(response, asked);
	const checked = answerSchema.safeParse(response.body ?? {});
	if (!checked.success) throw unexpectedAnswer(response, asked);
	if (checked.data.errors?.length) throw planonRefusal(checked.data.errors, asked);
	return checked.data;
}

/**
 * The codes to answer so that Planon goes on; none when there is nothing to answer. Warnings beside
 * records are news about something that was done, and are not answered: that would do it twice.
 * @throws ApiError when Planon asks what may not be answered
 */
export function codesToAnswer(
	answer: PlanonAnswer,
	answered: readonly Notice[],
	options: PlanonOptions,
	asked: Asked,
): Notice[] {
	if (answer.confirmations?.length) throw unansweredQuestion(answer.confirmations, false, asked);
	const warnings = answer.records?.length ? [] : (answer.warnings ?? []);
	const { answerWarnings = 'none', warningCodes = [] } = options;
	const mayAnswer = ({ code }: Notice) =>
		code !== undefined &&
		(answerWarnings === 'all' || (answerWarnings === 'chosen' && warningCodes.includes(code)));
	const again =
		answered.length >= MOST_ANSWERS || warnings.some(({ code }) => answered.some((one) => one.code === code));
	if (warnings.length > 0 && (again || !warnings.every(mayAnswer))) {
		const answerable = !again && warnings.every(({ code }) => code !== undefined);
		throw unansweredQuestion(warnings, answerable, asked);
	}
	return warnings;
}

/** Sends a call, and answers its warnings as the options allow. A warning means that nothing was done yet. */
export async function ask(
	send: HttpSend,
	url: string,
	body: PlanonBody,
	options: PlanonOptions,
	asked: Asked,
	readOnly: boolean,
): Promise<PlanonOutcome> {
	const answered: Notice[] = [];
	for (;;) {
		const accept = answered.flatMap(({ code }) => code ?? []);
		const text = bodyJson({ ...body, accept }, options.rangeNotation);
		const answer = answerOf(await post(send, url, text, options, readOnly), asked);
		const warnings = codesToAnswer(answer, answered, options, asked);
		if (warnings.length === 0) return { records: answer.records ?? [], answered };
		answered.push(...warnings);
	}
}
