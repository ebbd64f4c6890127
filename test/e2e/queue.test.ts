import { startDesk, type Desk } from '../support/desk';
import { startDovecotWith } from '../support/dovecot-with';
import { eventually } from '../support/eventually';
import { intakeMails } from '../support/intake-mails';
import { listFolder } from '../support/mail-folder';
import { withParameters } from '../support/workflow-files';
import { endState, expectEverythingHandledOnce } from './support/end-state';

jest.setTimeout(10 * 60_000);

const mails = intakeMails();
const executionsOf = (output: string): string[] =>
	[...output.matchAll(/Worker finished execution (\d+)/g)].map(([, id]) => id!);

describe('workflow 01 Intake in queue mode, with two workers and PostgreSQL', () => {
	let desk: Desk;

	beforeAll(async () => {
		desk = await startDesk({
			queue: { workers: 2 },
			// Small batches, so that there is work for both. The copy of a mail waits for the first one.
			workflowsDir: withParameters({ 'Nieuwe mail': { leaseMinutes: 1, batchSize: 5 } }),
			startMail: () => startDovecotWith(mails),
		});
		await eventually(async () => (await listFolder(desk.mail, 'INBOX')).length === 0, {
			withinMs: 5 * 60_000,
			otherwise: 'the INBOX is not empty',
		});
	});
	afterAll(async () => await desk?.stop());

	it('ends in the same state as one n8n on SQLite', async () => {
		expectEverythingHandledOnce(await endState(desk), mails);
	});

	it('is done by both workers, and none of it by the main process', () => {
		const [first, second] = desk.queue!.workers.map((worker) => executionsOf(worker.output()));
		expect(first!.length).toBeGreaterThan(0);
		expect(second!.length).toBeGreaterThan(0);
		expect(executionsOf(desk.n8n.output())).toEqual([]);
	});
});
