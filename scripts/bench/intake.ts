import { Administrator } from '../../test/support/administrator';
import { INTAKE_WORKFLOW, startDesk } from '../../test/support/desk';
import { startDovecot } from '../../test/support/dovecot';
import { generateMails, rawGeneratedMails } from '../../test/support/generated-mails';
import type { Bench } from './bench';
import { allDone, executionsOf } from './mailbox/side';
import { accountOfPolls } from './mailbox/sides';
import { ProcessWatch } from './process-watch';

const SEED = 20_150;

/** The whole loop: workflow 01 Intake as it is shipped, with simulators on the other side. */
export const intakeBench: Bench = {
	name: 'intake',
	options: { mails: 500 },

	async run({ mails: count }) {
		const mails = generateMails(count!, SEED);
		const raw = await rawGeneratedMails(mails);
		const dovecot = await startDovecot();
		for (const { id } of mails) await dovecot.deliver(raw.get(id)!);
		const desk = await startDesk({ startMail: () => Promise.resolve(dovecot), publish: [] });
		try {
			const watch = new ProcessWatch(desk.n8n.pid);
			await new Administrator(desk.n8n.api, INTAKE_WORKFLOW).publish();
			await allDone(() => dovecot.count('Verwerkt'), mails.length);
			const executions = await executionsOf(desk.n8n, INTAKE_WORKFLOW);
			watch.stop();
			const { wallSeconds, busySeconds, readingSeconds, polls } = accountOfPolls(dovecot, executions);
			const values = {
				mails: mails.length,
				'seconds busy': busySeconds.toFixed(1),
				'mails/minute busy': ((mails.length / busySeconds) * 60).toFixed(0),
				'of it reading': `${readingSeconds.toFixed(1)} s`,
				'processor s': watch.processorSeconds.toFixed(1),
				polls,
				'wall clock': `${wallSeconds.toFixed(0)} s`,
				'memory idle': `${watch.idleMb.toFixed(0)} MB`,
				'memory peak': `${watch.peakMb.toFixed(0)} MB`,
			};
			return {
				columns: Object.keys(values),
				rows: [{ what: 'workflow 01 Intake', values }],
				notes: [
					`${desk.outgoing.messages.length} mails sent, ${desk.topdesk.incidents().length} incidents in TOPdesk made on the way.`,
				],
			};
		} finally {
			await desk.stop();
		}
	},
};
