import type { FetchedMail } from '../fetched-mail';
import type { Fetched, MailSource, OpenMailbox, OpenOptions, WaitingMail } from '../source/mail-source';
import { Spool } from '../parse/mime/spool';
import { removeLeftOvers } from '../temp-folder';
import type { GraphClient } from './client';
import { putAwayMails } from './put-away';
import { listWaiting } from './waiting';

/** A mailbox in Exchange Online, by Microsoft Graph with application permissions; its own or a shared one. */
export function graphSource(client: GraphClient, mailbox: string): MailSource {
	return {
		kind: 'graph',
		name: mailbox,
		ownAddresses: [mailbox],
		async open(work, options = {}) {
			const spool = new Spool();
			await removeLeftOvers();
			try {
				return await work(openMailbox(client, spool, options));
			} finally {
				await spool.dispose();
			}
		},
	};
}

function openMailbox(client: GraphClient, spool: Spool, options: OpenOptions): OpenMailbox {
	return {
		list: async (folder, cursor) => await listWaiting({ client, folder, ...options }, cursor),

		async *fetch(_folder, mails): AsyncGenerator<Fetched> {
			for (const mail of mails) {
				yield { mail, outcome: await fetchMail(client, spool, mail) };
				await spool.dispose();
			}
		},

		putAway: async (mails, mode) => await putAwayMails(client, mails, mode),
	};
}

async function fetchMail(client: GraphClient, spool: Spool, mail: WaitingMail): Promise<Fetched['outcome']> {
	if (mail.location.source !== 'graph') return 'gone';
	try {
		const path = `/messages/${encodeURIComponent(mail.location.id)}/$value`;
		const content = await client.stream(path, 'give a mail');
		if (!content) return 'gone';
		const received = mail.position.split(' ')[0]!;
		const fetched: FetchedMail = {
			uid: null,
			receivedAt: Number.isNaN(Date.parse(received)) ? null : new Date(received),
			content: { kind: 'raw', raw: await spool.store(content, Infinity) },
		};
		return fetched;
	} catch (error) {
		return error as Error;
	}
}
