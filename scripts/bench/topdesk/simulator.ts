import { startTopdeskSimulator } from '../../../test/simulators/topdesk';

/** A TOPdesk in a process of its own, so that what it costs is not counted with who asks it. */
async function main(): Promise<void> {
	const [incidents, latencyMs] = process.argv.slice(2).map(Number) as [number, number];
	const simulator = await startTopdeskSimulator({ incidents });
	simulator.misbehave({ match: {}, times: Infinity, how: 'latency', ms: latencyMs });
	process.on('message', () => process.send!({ requests: simulator.requests().length }));
	process.send!({ url: simulator.url, user: simulator.user, password: simulator.password });
}

void main();
