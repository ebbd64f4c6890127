import { setTimeout as sleep } from 'node:timers/promises';
import { Register } from '../../nodes/shared/storage/register';
import { startDesk, type Desk } from '../../test/support/desk';
import { hasDovecot, startDovecot, type MailServer } from '../../test/support/dovecot';
import { startHoodiecrow } from '../../test/support/hoodiecrow';
import { intakeMails, rawMail, type IntakeMail } from '../../test/support/intake-mails';
import { describeSignal, isDone } from './describe-signal';
import { startView } from './view';

/** The first batch is in the mailbox when n8n starts; the rest follows while you look on. */
const FIRST_BATCH = 40;
const NEXT_EVERY_MS = 20_000;
/** `npm run demo -- --queue` */
const QUEUE = process.argv.includes('--queue') ? { workers: 2 } : undefined;

const say = (line = '') => console.log(line);

async function startMail(mails: readonly IntakeMail[]): Promise<MailServer> {
	const server = hasDovecot() ? await startDovecot() : await startHoodiecrow();
	say(`→ Mailserver gestart (${server.kind}); ${mails.length} mails in de inbox`);
	for (const mail of mails) await server.deliver(await rawMail(mail));
	return server;
}

/** Tells about every signal once, when its intake is done. */
async function follow(register: Register, told: Set<string>): Promise<void> {
	for (const signal of (await register.search({ limit: 1000 })).reverse()) {
		if (told.has(signal.id) || !isDone(signal)) continue;
		told.add(signal.id);
		say(describeSignal(signal));
	}
}

function welcome(desk: Desk, viewUrl: string): void {
	const { url, email, password } = desk.n8n;
	say(`
  De regiedesk draait${desk.queue ? `: een hoofdproces, ${desk.queue.workers.length} workers en een webhookproces, op PostgreSQL en Redis` : ''}.

  n8n (de workflows)       ${url}
    inloggen met           ${email}
    wachtwoord             ${password}
  Wat er gebeurd is        ${viewUrl}
    (signalen, tickets bij TOPdesk en Planon, verstuurde mail)

  n8n kijkt elke minuut in de mailbox. Hieronder ziet u wat er met elke mail gebeurt.
  Stoppen: Ctrl-C
`);
}

async function main(): Promise<void> {
	const stopping = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

	const mails = intakeMails();
	const desk = await startDesk({
		startMail: () => startMail(mails.slice(0, FIRST_BATCH)),
		preferredPort: 5678,
		queue: QUEUE,
		log: (line) => say(`→ ${line}`),
	});
	const register = await Register.open(desk.register);
	const view = await startView({ ...desk, register });
	welcome(desk, view.url);

	const waiting = mails.slice(FIRST_BATCH);
	const told = new Set<string>();
	let nextAt = Date.now() + NEXT_EVERY_MS;
	while (!stopping.signal.aborted) {
		await follow(register, told);
		if (waiting.length > 0 && Date.now() >= nextAt) {
			await desk.mail.deliver(await rawMail(waiting.shift()!));
			nextAt = Date.now() + NEXT_EVERY_MS;
		}
		await sleep(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
	}
	say('\n→ Alles stoppen');
	await view.stop();
	await register.close();
	await desk.stop();
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
