import unusedPort from 'get-port';
import type { INodeParameters } from 'n8n-workflow';
import { startGraphSimulator } from '../simulators/graph';
import { graphCredentials } from '../support/mailbox-credentials';
import { MailboxUnderTest } from './support/mailbox';

const mailbox = new MailboxUnderTest();

describe('health', () => {
	const health = async (parameters: INodeParameters = {}, changes: object = {}) => {
		const { outputs, error } = await mailbox.run(
			{ resource: 'mailbox', operation: 'getHealth', folder: mailbox.folder, ...parameters },
			{ changes },
		);
		expect(error).toBeUndefined();
		return outputs[0]![0]!.json.health;
	};

	it('tells what waits, and calls it healthy within the thresholds', async () => {
		await mailbox.deliver({ subject: 'Eerste' });
		await mailbox.deliver({ subject: 'Tweede' });
		expect(await health({ maxMinutesSinceSuccess: 0 })).toMatchObject({
			healthy: true,
			backlog: 2,
			oldestMinutes: 0,
			lastSuccess: null,
			quarantine: { unreadable: 0, failing: 0 },
		});
		expect(await health({ maxBacklog: 1 })).toMatchObject({
			healthy: false,
			reasons: [
				'Er staan 2 mails in de postbus; het mag er 1 zijn.',
				'Er staat mail in de postbus, maar er is nog nooit een mail afgehandeld.',
			],
		});
	});

	it('answers, and is not healthy, when the mailbox cannot be reached', async () => {
		const away = await unusedPort();
		expect(await health({}, { imapPort: away })).toMatchObject({
			healthy: false,
			reasons: [expect.stringContaining('De postbus kan niet worden gelezen: Cannot reach') as string],
			backlog: null,
			outgoing: { doubtful: 0, limited: 0 },
		});
	});

	it('tells what is wrong with a login by OAuth2, which the test of n8n does not try', async () => {
		const graph = await startGraphSimulator();
		try {
			const wrong = graphCredentials(graph, { clientSecret: 'verlopen' });
			const { outputs } = await mailbox.run(
				{ resource: 'mailbox', operation: 'getHealth', source: 'graph', folder: 'inbox' },
				{ credentials: { ...mailbox.credentials(), ...wrong } },
			);
			expect(outputs[0]![0]!.json.health).toMatchObject({
				healthy: false,
				reasons: [expect.stringMatching(/^De postbus kan niet worden gelezen: .*401/) as string],
			});
		} finally {
			await graph.stop();
		}
	});
});
