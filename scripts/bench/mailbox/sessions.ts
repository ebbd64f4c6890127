import { readFileSync } from 'node:fs';

/** From when until when something was going on, in milliseconds since 1970. */
export interface Span {
	from: number;
	until: number;
}

/** One connection of a client, as Dovecot saw it. */
export interface Session extends Span {
	mailsRead: number;
}

const LOGIN = /^(\d+\.\d+) imap-login: Info: Login: .*session=<([^>]+)>/;
const LOGOUT = /^(\d+\.\d+) imap\([^)]*\)<\d+><([^>]+)>: Info: Disconnected: .*body_count=(\d+)/;
const milliseconds = (seconds: string): number => Number(seconds) * 1000;

/** The sessions in Dovecot's log that have ended. */
export function sessionsIn(logFile: string): Session[] {
	const begun = new Map<string, number>();
	const sessions: Session[] = [];
	for (const line of readFileSync(logFile, 'utf8').split('\n')) {
		const login = LOGIN.exec(line);
		if (login) begun.set(login[2]!, milliseconds(login[1]!));
		const logout = LOGOUT.exec(line);
		const from = logout && begun.get(logout[2]!);
		if (from) sessions.push({ from, until: milliseconds(logout[1]!), mailsRead: Number(logout[3]) });
	}
	return sessions;
}

/** Seconds in which at least one of the spans was going on. */
export function busySeconds(spans: readonly Span[]): number {
	let [busy, until] = [0, 0];
	for (const span of [...spans].sort((a, b) => a.from - b.from)) {
		busy += Math.max(0, span.until - Math.max(span.from, until));
		until = Math.max(until, span.until);
	}
	return busy / 1000;
}
