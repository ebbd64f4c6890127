import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';

/** A mailbox server with one user, as the tests and the demo need it. */
export interface MailServer {
	kind: 'dovecot' | 'hoodiecrow';
	host: '127.0.0.1';
	port: number;
	user: string;
	password: string;
	/** Puts a mail in a folder (INBOX when left out, made when absent) with exactly these bytes. */
	deliver(raw: Buffer, folder?: string): Promise<void>;
	/** Ends the server and removes its mail. */
	stop(): Promise<void>;
}

/** A real server, that can go down and come back as servers do. */
export interface Dovecot extends MailServer {
	/** Where its log is; every login and logout is in it, with what was fetched. */
	logFile: string;
	/** How many mails lie in a folder, with this flag (`S`: seen) if asked; looked up past the server. */
	count(folder: string, flag?: string): number;
	/** What each mail in a folder is known by, for as long as it lies there; looked up past the server. */
	names(folder: string): string[];
	/** Ends the server at once. Its mail stays. */
	halt(): Promise<void>;
	/** Starts it again, with the same mail, on the same port. */
	start(): Promise<void>;
	/**
	 * Forgets, while it is halted, how the mails in a folder were numbered: it comes back with another
	 * UIDVALIDITY and every mail has a new UID, as after a restored backup or a move to another server.
	 */
	renumber(folder?: string): void;
	/** Port for TLS from the start; only with a certificate. */
	tlsPort: number;
}

export interface DovecotOptions {
	/** PEM files; the server then offers TLS and STARTTLS. */
	certificate?: { cert: string; key: string };
	/** Settings that come after the others; `folder` is the folder of the server. */
	settings?: (folder: string) => string;
}

const DOVECOT = '/usr/sbin/dovecot';
const USER = 'dienstencentrum';
const PASSWORD = 'geheim-postbus';
/** Dovecot refuses to open mail as root; any other id will do, it need not exist. */
const MAIL_ID = 65534;
const START_TIMEOUT_MS = 15_000;

const isRoot = (): boolean => process.getuid?.() === 0;

/** Whether this machine has Dovecot; if not, hoodiecrow takes its place. */
export const hasDovecot = (): boolean => existsSync(DOVECOT);

export const dovecotVersion = (): string =>
	execFileSync(DOVECOT, ['--version'], { encoding: 'utf8' }).split(' ')[0]!;

/** A real Dovecot with a configuration, mail and sockets of its own in a temporary folder. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
	if (!hasDovecot())
		throw new Error(`${DOVECOT} is not there. Install it with: apt-get install dovecot-imapd`);
	// Short, because the paths of its sockets may not be longer than 107 characters.
	const folder = mkdtempSync(join(tmpdir(), 'dovecot-'));
	const mail = join(folder, 'mail');
	mkdirSync(mail);
	// Dovecot's processes run under several users.
	chmodSync(folder, 0o755);
	if (isRoot()) chownSync(mail, MAIL_ID, MAIL_ID);
	const running = await launch(folder, options).catch((error: unknown) => {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	});
	const { port, tlsPort } = running;
	const killOnExit = () => running.process.kill('SIGKILL');
	process.once('exit', killOnExit);
	let delivered = 0;
	return {
		kind: 'dovecot',
		host: '127.0.0.1',
		port,
		tlsPort,
		user: USER,
		password: PASSWORD,
		async deliver(raw, name = 'INBOX') {
			const maildir = maildirOf(mail, name);
			makeMaildir(maildir);
			deliverToMaildir(maildir, `${Date.now()}.M${process.hrtime.bigint()}Q${++delivered}.test`, raw);
		},
		logFile: join(folder, 'dovecot.log'),
		count: (name, flag) => countMails(maildirOf(mail, name), flag),
		names: (name) => filesOf(maildirOf(mail, name)).map((file) => file.split(':')[0]!),
		halt: () => stopped(running.process),
		async start() {
			running.process = spawnDovecot(folder);
			await listening(running.process, port);
		},
		renumber(name = 'INBOX') {
			const maildir = maildirOf(mail, name);
			const numbering = readdirSync(maildir).filter((file) => file.startsWith('dovecot'));
			for (const file of numbering) rmSync(join(maildir, file), { recursive: true });
		},
		async stop() {
			process.removeListener('exit', killOnExit);
			await stopped(running.process);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Starts Dovecot on a free port; another program may take the port first, so it tries three. */
async function launch(
	folder: string,
	options: DovecotOptions,
): Promise<{ process: ChildProcess; port: number; tlsPort: number }> {
	for (let attempt = 1; ; attempt++) {
		const port = await getPort({ host: '127.0.0.1' });
		const tlsPort = options.certificate ? await getPort({ host: '127.0.0.1' }) : 0;
		const conf = configuration(folder, port) + tls(options, tlsPort) + (options.settings?.(folder) ?? '');
		writeFileSync(join(folder, 'users'), `${USER}:{PLAIN}${PASSWORD}\n`, { mode: 0o644 });
		writeFileSync(join(folder, 'dovecot.conf'), conf);
		const server = spawnDovecot(folder);
		try {
			await listening(server, port);
			return { process: server, port, tlsPort };
		} catch (error) {
			await stopped(server);
			const log = join(folder, 'dovecot.log');
			const why = existsSync(log) ? readFileSync(log, 'utf8') : String(error);
			if (attempt === 3) throw new Error(`Dovecot did not start: ${why}`, { cause: error });
		}
	}
}

const spawnDovecot = (folder: string): ChildProcess =>
	spawn(DOVECOT, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });

const tls = ({ certificate }: DovecotOptions, port: number): string =>
	certificate
		? `
ssl = yes
ssl_cert = <${certificate.cert}
ssl_key = <${certificate.key}
service imap-login {
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
`
		: '';

/** Waits for the greeting; a connection alone says nothing about the login process behind it. */
async function listening(server: ChildProcess, port: number): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (server.exitCode === null && server.signalCode === null) {
		if (await greets(port)) return;
		if (Date.now() > deadline) throw new Error('no greeting in time');
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error(`it ended with code ${server.exitCode}`);
}

async function greets(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('data', (greeting) => {
			resolve(greeting.toString('latin1').startsWith('* OK'));
			socket.destroy();
		});
		socket.once('error', () => resolve(false));
		socket.once('close', () => resolve(false));
	});
}

async function stopped(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null || server.signalCode !== null) return;
	const ended = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGTERM');
	await ended;
}

const maildirOf = (root: string, name: string): string => (name === 'INBOX' ? root : join(root, `.${name}`));

function makeMaildir(folder: string): void {
	for (const path of [folder, join(folder, 'cur'), join(folder, 'new'), join(folder, 'tmp')]) {
		mkdirSync(path, { recursive: true });
		if (isRoot()) chownSync(path, MAIL_ID, MAIL_ID);
	}
}

const filesOf = (maildir: string): string[] =>
	['new', 'cur'].flatMap((part) => (existsSync(join(maildir, part)) ? readdirSync(join(maildir, part)) : []));

function countMails(maildir: string, flag?: string): number {
	const names = filesOf(maildir);
	return flag ? names.filter((name) => name.split(':2,')[1]?.includes(flag)).length : names.length;
}

/** Past IMAP, which cannot carry every byte: written in full first, then moved to where Dovecot looks. */
function deliverToMaildir(maildir: string, name: string, raw: Buffer): void {
	const temporary = join(maildir, 'tmp', name);
	writeFileSync(temporary, raw);
	if (isRoot()) chownSync(temporary, MAIL_ID, MAIL_ID);
	renameSync(temporary, join(maildir, 'new', name));
}

function configuration(folder: string, port: number): string {
	const me = userInfo().username;
	// Without root it cannot change user or root folder.
	const asMyself = isRoot()
		? ''
		: `
default_internal_user = ${me}
default_internal_group = ${execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()}
default_login_user = ${me}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}
`;
	const [uid, gid] = isRoot() ? [MAIL_ID, MAIL_ID] : [process.getuid!(), process.getgid!()];
	return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
instance_name = ${folder}
log_path = ${folder}/dovecot.log
log_timestamp = "%s.%{usecs} "
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
# Failed logins are part of the tests: they may not make the next one wait.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${asMyself}`;
}
