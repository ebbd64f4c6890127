import { withRetry } from '../../../nodes/shared/http/http-client';
import { PlanonClient, type PlanonOptions } from '../../../nodes/Planon/api/client';
import { axiosTransport } from '../../support/axios-transport';
import { startPlanonSimulator, type PlanonSimulator, type PlanonSimulatorOptions } from '.';

/** A clock that stands still, so that dates are the same in every run. */
export const STILL = () => new Date('2026-11-02T09:00:00.000Z');

/** A client that does not really wait between its attempts. */
export function clientOf(
	simulator: PlanonSimulator,
	options: PlanonOptions = {},
	{ accessKey = simulator.accessKey, basePath = '/sdk/system/rest/v2' } = {},
): PlanonClient {
	const transport = axiosTransport({ headers: { Authorization: `PLANONKEY accesskey=${accessKey}` } });
	const send = withRetry(transport, {
		attempts: 3,
		firstDelayMs: 10,
		maxDelayMs: 5000,
		sleep: async () => undefined,
	});
	return new PlanonClient(send, { baseUrl: simulator.url, basePath }, options);
}

/** A simulator for every test of a file, fresh each time and stopped afterwards. */
export function simulatorPerTest(options: PlanonSimulatorOptions = {}): () => PlanonSimulator {
	let simulator: PlanonSimulator;
	beforeEach(async () => {
		simulator = await startPlanonSimulator({ now: STILL, ...options });
	});
	afterEach(() => simulator.stop());
	return () => simulator;
}
