import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailboxCredential, registerCredential } from '../../../test/support/credentials';
import { startDovecot, type Dovecot } from '../../../test/support/dovecot';
import { ProcessWatch } from '../process-watch';
import type { MailFiles } from './mails';
import { busySeconds, sessionsIn, type Span } from './sessions';
import { usedBy, type Measured, type N8nSide } from './side';

const WORKFLOWS = join(__dirname, '..', 'workflows');

const wall = (spans: readonly Span[]): number =>
	(Math.max(...spans.map(({ until }) => until)) - Math.min(...spans.map(({ from }) => from))) / 1000;

/** For a workflow that looks in the mailbox and leaves again. */
export function accountOfPolls({ logFile }: Dovecot, executions: readonly Span[]) {
	const sessions = sessionsIn(logFile);
	const reading = sessions.filter(({ mailsRead }) => mailsRead > 0);
	return {
		wallSeconds: wall([...reading, ...executions]),
		busySeconds: busySeconds([...sessions, ...executions]),
		readingSeconds: busySeconds(reading),
		polls: reading.length,
	};
}

/** Trigger, register, complete, put away: a crash at any moment loses nothing and doubles nothing. */
export const ours: N8nSide = {
	workflow: 'benchMailboxOurs',
	workflowsDir: join(WORKFLOWS, 'ours'),
	waitsForNewMail: false,
	credentials: (dovecot, folder) => ({
		signalMailboxApi: mailboxCredential(dovecot, { host: '127.0.0.1', port: 1 }),
		signalRegisterApi: registerCredential({ databaseFile: join(folder, 'register.sqlite') }),
	}),
	done: (dovecot) => dovecot.count('Verwerkt'),
	account: accountOfPolls,
};

/** n8n's own trigger: marks as read, then hands on; what breaks after that is lost. */
export const builtIn: N8nSide = {
	workflow: 'benchMailboxBuilt',
	workflowsDir: join(WORKFLOWS, 'built-in'),
	waitsForNewMail: true,
	credentials: ({ host, port, user, password }) => ({
		imap: {
			id: 'benchImap000001',
			name: 'Mailbox',
			type: 'imap',
			data: { host, port, user, password, secure: false, allowUnauthorizedCerts: false },
		},
	}),
	done: (dovecot) => dovecot.count('INBOX', 'S'),
	account(_dovecot, executions) {
		// It stays connected and goes on until it is done: all of its time is busy. It starts to read
		// before its first execution; that part, of one batch of 20 mails, is not seen here.
		const seconds = wall(executions);
		return { wallSeconds: seconds, busySeconds: seconds, readingSeconds: seconds, polls: 1 };
	},
};

/** The limit: imapflow, fetching every source over one connection and doing nothing with it. */
export async function measureBare({ files }: MailFiles): Promise<Measured> {
	const dovecot = await startDovecot();
	try {
		for (const file of files) await dovecot.deliver(readFileSync(file));
		const program = join(__dirname, 'bare-imap.ts');
		const { host, port, user, password } = dovecot;
		const child = spawn(
			process.execPath,
			['-r', 'ts-node/register', program, host, String(port), user, password],
			{ stdio: ['ignore', 'pipe', 'inherit'] },
		);
		const first = await new Promise<string>((resolve) => child.stdout.once('data', resolve));
		if (!String(first).startsWith('ready')) throw new Error(`bare imapflow said: ${String(first)}`);
		const watch = new ProcessWatch(child.pid!);
		await new Promise((resolve) => child.once('exit', resolve));
		watch.stop();
		const sessions = sessionsIn(dovecot.logFile).filter(({ mailsRead }) => mailsRead > 0);
		const mails = sessions.reduce((sum, { mailsRead }) => sum + mailsRead, 0);
		if (mails !== files.length) throw new Error(`bare imapflow read ${mails} of ${files.length} mails`);
		const seconds = busySeconds(sessions);
		const time = { wallSeconds: seconds, busySeconds: seconds, readingSeconds: seconds };
		return { mails, ...time, polls: 1, ...usedBy(watch) };
	} finally {
		await dovecot.stop();
	}
}
