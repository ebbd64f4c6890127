/** What is used of hoodiecrow, which has no types of its own. */
declare module 'hoodiecrow-imap' {
	import type { Server } from 'node:net';

	interface Hoodiecrow {
		server: Server;
		listen(port: number, host: string, ready: () => void): void;
		getMailbox(path: string): unknown;
		createMailbox(path: string): void;
		appendMessage(mailbox: string, flags: string[], internalDate: Date, raw: string): unknown;
	}

	export default function createHoodiecrow(options: {
		plugins: string[];
		users: Record<string, { password: string }>;
		storage: Record<string, { separator?: string; folders?: object }>;
	}): Hoodiecrow;
}
