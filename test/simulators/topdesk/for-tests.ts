import { withRetry, type HttpSend } from '../../../nodes/shared/http/http-client';
import { TopdeskClient } from '../../../nodes/Topdesk/api/client';
import { axiosTransport } from '../../support/axios-transport';
import { startTopdeskSimulator, type TopdeskSimulator, type TopdeskSimulatorOptions } from '.';

/** A clock that stands still, so that numbers and dates are the same in every run. */
export const STILL = () => new Date('2026-11-02T09:00:00.000Z');

/** A client that does not really wait between its attempts, and the waits it would have taken. */
export function clientOf(simulator: TopdeskSimulator, password = simulator.password) {
	const waits: number[] = [];
	const transport = axiosTransport({ auth: { username: simulator.user, password } });
	const send: HttpSend = withRetry(transport, {
		attempts: 3,
		firstDelayMs: 10,
		maxDelayMs: 5000,
		sleep: async (ms) => waits.push(ms),
	});
	return { client: new TopdeskClient(send, simulator.url), waits, send };
}

/** A simulator for every test of a file, fresh each time and stopped afterwards. */
export function simulatorPerTest(options: TopdeskSimulatorOptions = {}): () => TopdeskSimulator {
	let simulator: TopdeskSimulator;
	beforeEach(async () => {
		simulator = await startTopdeskSimulator({ now: STILL, ...options });
	});
	afterEach(() => simulator.stop());
	return () => simulator;
}
