import { graphError, mustResync } from '../../../nodes/SignalMailbox/graph/errors';
import { deltaPageSchema } from '../../../nodes/SignalMailbox/graph/schemas';
import { asJson, exactNumber, readTypedJson, writeJson } from '../../../nodes/Planon/api/json';
import { planonError } from '../../../nodes/Planon/api/errors';
import { answerSchema } from '../../../nodes/Planon/api/schemas';
import { topdeskError } from '../../../nodes/Topdesk/api/errors';
import { incidentSchema } from '../../../nodes/Topdesk/api/schemas';
import { ApiError } from '../../../nodes/shared/http/api-error';
import { asJsonOrText, promised, type FuzzTarget } from '../fuzz-target';

const STATUSES = [400, 401, 403, 404, 409, 410, 412, 429, 500, 503];

/** What TOPdesk, Planon and Exchange Online answer, refusals above all. */
export const apiAnswer: FuzzTarget = {
	seeds: () =>
		[
			{ records: [{ Syscode: 12, Name: 'x' }], hasNext: false },
			{ errors: [{ code: 'E1', description: 'Niet gevonden' }] },
			[{ message: 'The value for the field is invalid.' }],
			{ errors: [{ errorCode: 'x', appliesTo: 'number' }] },
			{ id: 'c9a1b5b0-0000-4000-8000-000000000000', number: 'I 2026 001', status: 'firstLine' },
			{
				value: [{ id: 'a', '@removed': { reason: 'deleted' } }],
				'@odata.nextLink': 'https://graph.example/x',
			},
			{ error: { code: 'syncStateNotFound', message: 'x' } },
		].map((answer) => Buffer.from(JSON.stringify(answer))),
	tokens: [
		'"__proto__":',
		'"errors":[',
		'"message":',
		'"code":',
		'1e999',
		'123456789012345678901234567890',
		'\\u0000',
		'null',
		'<html>',
		'[[[[',
	],
	run(input) {
		const body = asJsonOrText(input);
		const status = STATUSES[input.length % STATUSES.length]!;
		const response = { status, headers: { 'retry-after': input.subarray(0, 20).toString('latin1') }, body };
		for (const error of [
			topdeskError(response, 'read an incident'),
			planonError(response, { what: 'read an order' }),
			graphError(response, 'read a mail'),
		]) {
			promised(
				error instanceof ApiError && error.message !== '' && error.hint !== '',
				'a refusal says what to do',
			);
			promised((error.retryAfterMs ?? 0) >= 0, 'nobody is asked to wait for less than nothing');
		}
		mustResync(response);
		incidentSchema.safeParse(body);
		deltaPageSchema.safeParse(body);
		answerSchema.safeParse(asJson(body));
		const text = input.toString('utf8');
		exactNumber(text);
		try {
			const once = writeJson(readTypedJson(text));
			promised(writeJson(readTypedJson(once)) === once, 'JSON of Planon comes back as it was written');
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
		}
	},
};
