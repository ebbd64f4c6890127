import { setTimeout as sleep } from 'node:timers/promises';
import { Administrator } from '../support/administrator';
import { INTAKE_WORKFLOW, startDesk, type Desk } from '../support/desk';
import { startDovecotWith } from '../support/dovecot-with';
import { eventually } from '../support/eventually';
import { intakeMails } from '../support/intake-mails';
import { listFolder } from '../support/mail-folder';
import { withParameters } from '../support/workflow-files';
import { endState, expectEverythingHandledOnce } from './support/end-state';

jest.setTimeout(15 * 60_000);

const mails = intakeMails();

describe('workflow 01 Intake, with n8n killed on the way', () => {
	let desk: Desk;
	afterAll(async () => await desk?.stop());

	it('ends in the same state after a kill at a ticket, at an answer, and at putting away', async () => {
		desk = await startDesk({
			// Published below: n8n would be past the first moment before anybody looks.
			publish: [],
			// After a crash a mail waits until it is shown again, and its signal until its claim ends: one minute
			// here, to keep the test short.
			workflowsDir: withParameters({
				'Nieuwe mail': { leaseMinutes: 1 },
				Registreer: { claimMinutes: 1 },
			}),
			startMail: () => startDovecotWith(mails),
		});
		const killed: string[] = [];
		const kill = async (moment: string) => {
			killed.push(moment);
			await desk.n8n.kill('SIGKILL');
			await desk.n8n.restart();
		};

		// 1. TOPdesk has written the incident, n8n has not had the answer.
		const before = desk.topdesk.incidents().length;
		await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).publish();
		await eventually(() => desk.topdesk.incidents().length > before, {
			withinMs: 120_000,
			everyMs: 1,
			otherwise: 'no incident was made',
		});
		await kill('ticket');

		// 2. The mail server has taken an answer, and has not yet said so to n8n.
		let inHand = () => {};
		const firstAnswer = new Promise<void>((resolve) => (inHand = resolve));
		desk.outgoing.onMessage(({ headers }) => {
			if (killed.length !== 1 || headers['auto-submitted'] !== 'auto-replied') return 'accept';
			killed.push('answer');
			process.kill(desk.n8n.pid, 'SIGKILL');
			inHand();
			return 'cut';
		});
		await Promise.race([
			firstAnswer,
			sleep(180_000).then(() => Promise.reject(new Error('no answer was sent'))),
		]);
		await desk.n8n.restart();

		// 3. Some mails are in Verwerkt, others still in the INBOX.
		await eventually(async () => (await listFolder(desk.mail, 'Verwerkt')).length > 0, {
			withinMs: 180_000,
			everyMs: 5,
			otherwise: 'no mail was put away',
		});
		expect((await listFolder(desk.mail, 'INBOX')).length).toBeGreaterThan(0);
		await kill('putting away');

		await eventually(async () => (await listFolder(desk.mail, 'INBOX')).length === 0, {
			withinMs: 6 * 60_000,
			otherwise: 'the INBOX is not empty',
		});
		expect(killed).toEqual(['ticket', 'answer', 'putting away']);
		// Another execution may be handing a mail over at each kill: then the register says that it is uncertain.
		expectEverythingHandledOnce(await endState(desk), mails, { mayBeMissing: killed.length });
	});
});
