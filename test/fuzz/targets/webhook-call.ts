import { INCIDENT_EVENTS } from '../../../nodes/Topdesk/trigger/events';
import { answerCall } from '../../../nodes/Topdesk/trigger/answer-call';
import { NoAnswerError } from '../../../nodes/shared/http/transport';
import { asJsonOrText, promised, type FuzzTarget } from '../fuzz-target';

const SECRET = 'een-geheim-van-genoeg-tekens';

/** A call by an action sequence of TOPdesk, from somebody who knows the secret and from anybody. */
export const webhookCall: FuzzTarget = {
	seeds: () =>
		[
			{ event: 'status', incident: 'c9a1b5b0-0000-4000-8000-000000000000' },
			{ event: 'closed', incident: 'I 2026 001' },
		].map((body) => Buffer.from(JSON.stringify(body))),
	tokens: ['"event":"status"', '"incident":', '../', '%2e%2e', '"__proto__":{}', 'http://127.0.0.1/'],
	async run(input) {
		const body = asJsonOrText(input);
		const open = () => Promise.reject(new NoAnswerError('ECONNREFUSED', 'refused'));
		const call = { body, secret: SECRET, events: INCIDENT_EVENTS, open };
		const stranger = await answerCall({ ...call, headers: { 'x-regie-secret': input.toString('latin1') } });
		promised(!stranger.started && stranger.status === 401 && !stranger.message, 'a stranger learns nothing');
		const known = await answerCall({ ...call, headers: { 'x-regie-secret': SECRET } });
		promised(!known.started, 'nothing is started that TOPdesk does not confirm');
	},
};
