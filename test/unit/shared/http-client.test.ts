import { ApiError } from '../../../nodes/shared/http/api-error';
import { createOnce } from '../../../nodes/shared/http/create-once';
import { withRetry } from '../../../nodes/shared/http/http-client';
import {
	NoAnswerError,
	noAnswer,
	type HttpRequest,
	type HttpResponse,
} from '../../../nodes/shared/http/transport';

const get: HttpRequest = { method: 'GET', url: 'https://topdesk.example/tas/api/version' };
const post: HttpRequest = { ...get, method: 'POST', body: {} };

/** A transport that gives these answers in turn, and the waits that were taken in between. */
function scripted(...answers: Array<HttpResponse | Error>) {
	const waits: number[] = [];
	let sent = 0;
	const send = withRetry(
		async () => {
			const answer = answers[sent++];
			if (!answer) throw new Error('asked more often than expected');
			if (answer instanceof Error) throw answer;
			return answer;
		},
		{
			attempts: 3,
			firstDelayMs: 100,
			maxDelayMs: 5000,
			sleep: async (ms) => waits.push(ms),
			random: () => 1,
		},
	);
	return { send, waits, sent: () => sent };
}
const answer = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
	status,
	headers,
	body: undefined,
});
const cut = new NoAnswerError('ECONNRESET', 'cut');
const refused = new NoAnswerError('ECONNREFUSED', 'refused');

describe('retries', () => {
	it('waits as long as Retry-After says, also for a write', async () => {
		const { send, waits } = scripted(answer(429, { 'retry-after': '2' }), answer(201));
		expect((await send(post)).status).toBe(201);
		expect(waits).toEqual([2000]);
	});

	it('gives the answer back when the wait is too long to sit out', async () => {
		const { send, waits } = scripted(answer(429, { 'retry-after': '3600' }));
		expect((await send(get)).status).toBe(429);
		expect(waits).toEqual([]);
	});

	it('repeats a read after a server error or a cut connection, with growing waits', async () => {
		const { send, waits } = scripted(answer(503), cut, answer(200));
		expect((await send(get)).status).toBe(200);
		expect(waits).toEqual([100, 200]);
	});

	it('spreads its waits, never beyond the longest one', async () => {
		const waits: number[] = [];
		const send = withRetry(async () => answer(503), {
			attempts: 6,
			firstDelayMs: 100,
			maxDelayMs: 400,
			sleep: async (ms) => waits.push(ms),
			random: () => 0.5,
		});
		expect((await send(get)).status).toBe(503);
		expect(waits).toEqual([75, 150, 300, 300, 300]);
	});

	it('stops waiting when the run is cancelled', async () => {
		const run = new AbortController();
		let sent = 0;
		const send = withRetry(
			async () => {
				sent += 1;
				setImmediate(() => run.abort(new Error('cancelled')));
				return answer(503);
			},
			{ attempts: 3, firstDelayMs: 60_000, maxDelayMs: 60_000, signal: run.signal },
		);
		await expect(send(get)).rejects.toMatchObject({ name: 'AbortError' });
		expect(sent).toBe(1);
	});

	it('never repeats a write with a doubtful outcome', async () => {
		const broken = scripted(answer(500));
		expect((await broken.send(post)).status).toBe(500);
		const lost = scripted(cut);
		await expect(lost.send(post)).rejects.toBe(cut);
		expect(lost.sent()).toBe(1);
	});

	it('repeats a write that never arrived, and gives up after the last attempt', async () => {
		const { send, sent } = scripted(refused, refused, refused);
		await expect(send(post)).rejects.toBe(refused);
		expect(sent()).toBe(3);
	});

	it('says in plain words what to check when there is no answer', () => {
		const error = noAnswer(
			Object.assign(new Error('x'), { cause: { code: 'ECONNREFUSED' } }),
			'https://a.example:8/x',
		);
		expect(error.message).toBe(
			'Cannot reach a.example:8: the server refuses the connection. Check the address and port, and whether the server is running.',
		);
	});
});

describe('createOnce', () => {
	const failing = (error: Error) => async () => {
		throw error;
	};

	it('creates nothing when the record is there already', async () => {
		const outcome = await createOnce({
			find: async () => 'A',
			create: failing(new Error('must not be called')),
		});
		expect(outcome).toEqual({ record: 'A', created: false });
	});

	it('asks again after a doubtful answer and finds what was written', async () => {
		const answers = [undefined, 'A'];
		const outcome = await createOnce({ find: async () => answers.shift(), create: failing(cut) });
		expect(outcome).toEqual({ record: 'A', created: true });
	});

	it('passes the error on when nothing was written, or when the answer was certain', async () => {
		await expect(createOnce({ find: async () => undefined, create: failing(cut) })).rejects.toBe(cut);
		const certain = new ApiError('TOPdesk', 400, 'rejected', 'no', 'mend it');
		let asked = 0;
		const find = async () => void asked++;
		await expect(createOnce({ find, create: failing(certain) })).rejects.toBe(certain);
		expect(asked).toBe(1);
	});
});
